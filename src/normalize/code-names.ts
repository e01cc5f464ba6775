import type { Classification } from '../../extractors/form.js';
import { once } from '../base/once.js';
import { bare, bareLabel } from '../base/text.js';
import { changesOf } from '../books/changes.js';
import { type BookEntry, type CodeBook, economicBook, economicSystem, functionBook } from '../books/code-book.js';

/** Finds the codes of names in printed order. */
export interface CodeOfName {
  /** A code that is printed, or told by other words: names below are looked for under it. */
  readonly see: (code: string | null) => void;
  /** The code of a name below those seen before; null where no code bears it, or several do and none is near. */
  readonly find: (name: string) => string | null;
}

/** Digits of 款 and 类: an ancestor is looked for nearest first. */
const ANCESTORS = [5, 3];
const CLASS_DIGITS = 3;

/**
 * The codes that bear a name now stand before those that bore it: 30112 for 其他社会保障缴费, 30104 only below rows that say so.
 *
 * Many names are those of several codes (行政运行, 其他支出): of them the one that stands right below the rows printed above is meant,
 * the nearest level first, then a 类; any other only where no second code bears the name.
 */
export function codeByName(classification: Classification): CodeOfName {
  const index = indexFor(classification);
  let above = '';
  const see = (code: string | null) => {
    if (code !== null) above = code;
  };
  const find = (name: string): string | null => {
    const codes = index.get(bareLabel(name)) ?? index.get(bare(name)) ?? [];
    const [only, second] = codes;
    const found = nearest(codes, above) ?? codes.find((code) => code.length === CLASS_DIGITS) ?? (second === undefined ? only : undefined);
    see(found ?? null);
    return found ?? null;
  };
  return { see, find };
}

/** Is this what the book calls some code? */
export function isCodeName(classification: Classification, name: string): boolean {
  const index = indexFor(classification);
  return index.has(bareLabel(name)) || index.has(bare(name));
}

/** Does the book call this code so, or did it? */
export function isNameOf(classification: Classification, name: string, code: string): boolean {
  const index = indexFor(classification);
  return (index.get(bareLabel(name)) ?? index.get(bare(name)) ?? []).includes(code);
}

/** Of codes of one name, the child of the code above, else of its 款, else of its 类. */
function nearest(codes: readonly string[], above: string): string | undefined {
  const parents = [above, ...ANCESTORS.filter((length) => length < above.length).map((length) => above.slice(0, length))];
  for (const parent of parents.filter((each) => each !== '')) {
    const child = codes.find((code) => code.length === parent.length + 2 && code.startsWith(parent));
    if (child !== undefined) return child;
  }
  return undefined;
}

const indexFor = (classification: Classification) => (classification === 'function' ? functionNames() : economicNames());

const functionNames = once(() => indexOf(functionBook(), () => true));

/** The 部门 classification: names of the 政府 one stand only beside codes. */
const economicNames = once(() => indexOf(economicBook(), (code) => economicSystem(code) === '部门'));

/** Name → codes: those in use now, then those that are retired or bore it before. */
function indexOf(book: CodeBook, isMeant: (code: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const put = (name: string, code: string) => {
    const codes = index.get(bare(name)) ?? [];
    if (!codes.includes(code)) index.set(bare(name), [...codes, code]);
  };
  const meant = book.entries.filter(({ code }) => isMeant(code));
  const isRetired = ({ code }: BookEntry) => changesOf(code).some(({ change }) => change === 'retired');
  for (const entry of meant.filter((each) => !isRetired(each))) {
    for (const name of [entry.name, ...entry.otherNames]) put(name, entry.code);
  }
  for (const entry of meant) {
    for (const name of [entry.name, ...entry.formerNames.map((former) => former.name)]) put(name, entry.code);
  }
  return index;
}
