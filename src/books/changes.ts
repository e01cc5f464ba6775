import { once } from '../base/once.js';
import { readBook } from './tsv.js';

/** How a code of the 支出功能分类 or 支出经济分类 changed: a line of `schemas/changes.tsv`. */
export interface Change {
  readonly code: string;
  /** `renamed` old → new; `also` a second name in use; `added`, `retired`. */
  readonly change: 'renamed' | 'also' | 'added' | 'retired';
  readonly old: string | null;
  readonly new: string | null;
  /** From then on it holds for certain; it may have come earlier. Null where unknown. */
  readonly year: number | null;
  /** `seen` in published documents, in an official `notice`, or `unverified`. */
  readonly status: 'seen' | 'notice' | 'unverified';
}

/** All known changes, by code. */
export const changes: () => readonly Change[] = once(() => readBook('changes.tsv').map(toChange));

/** The changes of one code. */
export const changesOf = (code: string): readonly Change[] => byCode().get(code) ?? [];

const byCode = once(() => {
  const lists = new Map<string, Change[]>();
  for (const change of changes()) lists.set(change.code, [...(lists.get(change.code) ?? []), change]);
  return lists;
});

function toChange([code = '', change = '', old = '', now = '', year = '', status = '']: string[]): Change {
  return {
    code,
    change: change as Change['change'],
    old: old || null,
    new: now || null,
    year: year === '' ? null : Number(year),
    status: status as Change['status'],
  };
}
