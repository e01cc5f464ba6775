import { once } from '../base/once.js';
import { divisions } from './divisions.js';
import { officeName } from './office-name.js';
import { readBook } from './tsv.js';

/** One body under two names. */
export interface DepartmentAlias {
  /** Six digits where it holds there alone; null everywhere. */
  readonly region: string | null;
  /** As printed, with its place or without. */
  readonly name: string;
  /** The name it is counted under. */
  readonly department: string;
}

/** More names than a body ever had one after the other: a circle of aliases ends here. */
const MOST_STEPS = 8;

/** What bodies are also called, by place. */
export class DepartmentAliases {
  private readonly names = new Map<string, string>();
  private readonly before: DepartmentAliases | null;

  /** @param before aliases that hold where these say nothing */
  constructor(aliases: readonly DepartmentAlias[], before: DepartmentAliases | null = null) {
    this.before = before;
    for (const { region, name, department } of aliases) {
      const division = region === null ? undefined : divisions().entry(region);
      this.names.set(keyOf(region, officeName(name, division)), officeName(department, division));
    }
  }

  /** The name that a body of this name is counted under; its own where no alias says otherwise. Names without their place. */
  nameOf(name: string, region: string | null): string {
    let found = name;
    for (let step = 0; step < MOST_STEPS; step++) {
      const next = this.next(found, region);
      if (next === null || next === found) break;
      found = next;
    }
    return found;
  }

  private next(name: string, region: string | null): string | null {
    return this.names.get(keyOf(region, name)) ?? this.names.get(keyOf(null, name)) ?? this.before?.next(name, region) ?? null;
  }
}

const keyOf = (region: string | null, name: string): string => `${region ?? ''} ${name}`;

/** The aliases that come with juesuan. */
export const publishedAliases: () => DepartmentAliases = once(
  () =>
    new DepartmentAliases(
      readBook('departments.tsv').map(([region = '', name = '', department = '']) => ({
        region: region === '' ? null : region,
        name,
        department,
      })),
    ),
);
