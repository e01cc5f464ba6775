import { once } from '../base/once.js';
import { bare } from '../base/text.js';
import { changesOf } from './changes.js';
import { readBook } from './tsv.js';

/** A code of a classification and what it is called. */
export interface BookEntry {
  readonly code: string;
  /** The name it bears now. */
  readonly name: string;
  readonly level: '类' | '款' | '项';
  /** `seen` in published documents, or `unverified`. */
  readonly status: 'seen' | 'unverified';
  /** Of the documents it was seen in, ascending. */
  readonly years: readonly number[];
  /** Second names in use. */
  readonly otherNames: readonly string[];
  readonly formerNames: readonly FormerName[];
}

/** A name that a code bore. */
interface FormerName {
  readonly name: string;
  /** From this year on it is certainly out of date; null where unknown. */
  readonly outdatedBy: number | null;
}

/** A classification by code and by name. */
export interface CodeBook {
  readonly entries: readonly BookEntry[];
  entry(code: string): BookEntry | undefined;
  /** The codes that bear this name now, whatever its punctuation; ascending. */
  withName(name: string): readonly BookEntry[];
  /** The 款 of a 项, the 类 of a 款, known or not by its own name. */
  parent(code: string): BookEntry | undefined;
}

/** 支出功能分类: 201 … 2340202. */
export const functionBook: () => CodeBook = once(() => loadBook('functional.tsv'));

/** 支出经济分类: 3xx 部门预算, 5xx 政府预算. */
export const economicBook: () => CodeBook = once(() => loadBook('economic.tsv'));

/** The classification an economic code belongs to, by its first digit. */
export const economicSystem = (code: string): '部门' | '政府' | null => (/^3/.test(code) ? '部门' : /^5/.test(code) ? '政府' : null);

function loadBook(file: string): CodeBook {
  const entries = readBook(file).map(toEntry);
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const byName = new Map<string, BookEntry[]>();
  for (const entry of entries) {
    const key = bare(entry.name);
    const sharers = byName.get(key);
    if (sharers) sharers.push(entry);
    else byName.set(key, [entry]);
  }
  return {
    entries,
    entry: (code) => byCode.get(code),
    withName: (name) => byName.get(bare(name)) ?? [],
    parent: (code) => byCode.get(code.slice(0, -2)),
  };
}

function toEntry([code = '', name = '', status = '', years = '']: string[]): BookEntry {
  const history = changesOf(code);
  return {
    code,
    name,
    level: code.length === 3 ? '类' : code.length === 5 ? '款' : '项',
    status: status as BookEntry['status'],
    years: toYears(years),
    otherNames: history.flatMap((c) => (c.change === 'also' && c.new !== null ? [c.new] : [])),
    formerNames: history.flatMap((c) => (c.change === 'renamed' && c.old !== null ? [{ name: c.old, outdatedBy: c.year }] : [])),
  };
}

/** `2017-2019,2023` → 2017, 2018, 2019, 2023. */
function toYears(text: string): number[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
}
