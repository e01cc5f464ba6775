import { plainDigits, squeeze } from '../base/text.js';

/** A row's code, joined from its printed parts. */
export interface Code {
  readonly code: string | null;
  /** A name printed in the same cell: `2040201-行政运行`, `[20132]组织事务`. */
  readonly name: string | null;
  /** Leading parts that the row leaves blank were taken from the row above. */
  readonly inherited: boolean;
  /** The print looks like a code but has no known shape. */
  readonly odd: boolean;
}

/** Digits of a 类, 款 or 项; 2 in the split columns below 类. */
const SHAPES = new Set([3, 5, 7]);
const NONE: Code = { code: null, name: null, inherited: false, odd: false };
const WITH_NAME = /^[[［]?(\d{3}(?:\d{2}){0,2})[\]］]?[-—－_:：.]?(\p{Script=Han}.*)$/u;
/** A code in a name's cell is marked off, so that 301医院 is none. */
const MARKED_NAME = /^(?:[[［](\d{3}(?:\d{2}){0,2})[\]］]|(\d{3}(?:\d{2}){0,2})[-—－_:：])(\p{Script=Han}.*)$/u;

/**
 * Joins the printed parts of a code: one text, or 类 款 项; blank parents come from `above`, the code of the row before.
 * @param isCalled does the book call this code as the row is called? Without it two digits alone are always those of a 款
 */
export function partsToCode(parts: readonly string[], above: string | null, isCalled?: (code: string) => boolean): Code {
  const texts = parts.map((p) => plainDigits(squeeze(p)).replace(/[|｜]/gu, ''));
  const filled = texts.filter((t) => t !== '');
  if (filled.length === 0) return NONE;
  const lone = filled.length === 1 ? (filled[0] ?? '') : '';
  const combined = WITH_NAME.exec(lone);
  if (combined) return { code: combined[1] ?? null, name: combined[2] ?? null, inherited: false, odd: false };
  const joined = filled.join('');
  const isNumber = filled.every((t) => /^\d+$/.test(t));
  if (!isNumber) return { ...NONE, odd: /\d/.test(joined) };
  const first = texts.findIndex((t) => t !== '');
  const hasGap = texts.slice(first, first + filled.length).includes('');
  if (hasGap) return { ...NONE, code: joined, odd: true };
  if (texts.length === 1 && joined.length === 2 && above !== null) return lastDigits(joined, above, isCalled);
  if (first === 0 || SHAPES.has(joined.length)) return { ...NONE, code: joined, odd: !SHAPES.has(joined.length) };
  const parents = above?.slice(0, 1 + 2 * first) ?? '';
  const code = parents + joined;
  return parents.length === 1 + 2 * first && SHAPES.has(code.length)
    ? { ...NONE, code, inherited: true }
    : { ...NONE, code: joined, odd: true };
}

/** 03 below 205 is a 款; below a 款 or 项 it is one as well, but where the row bears the name of the 项. */
function lastDigits(digits: string, above: string, isCalled?: (code: string) => boolean): Code {
  const group = above.slice(0, 3) + digits;
  const item = above.length > 3 ? above.slice(0, 5) + digits : null;
  if (item === null || !isCalled || isCalled(group)) return { ...NONE, code: group, inherited: true };
  return isCalled(item) ? { ...NONE, code: item, inherited: true } : { ...NONE, code: digits, odd: true };
}

/** A code marked off before a name, where the table has no code column. */
export function splitName(name: string): { code: string; name: string } | null {
  const marked = MARKED_NAME.exec(plainDigits(name));
  const code = marked?.[1] ?? marked?.[2];
  return marked && code ? { code, name: marked[3] ?? '' } : null;
}

/** 类 款 项 by the count of digits. */
export function levelOf(code: string | null): '类' | '款' | '项' | null {
  return code?.length === 3 ? '类' : code?.length === 5 ? '款' : code?.length === 7 ? '项' : null;
}
