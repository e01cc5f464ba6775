/** Without white space, as printed otherwise. */
export const squeeze = (text: string): string => (/\s/u.test(text) ? text.replace(/\s+/gu, '') : text);

/** Full-width ASCII (０ ， （ …) as ASCII and nothing else: ① and ² stay what they are. */
export const halfWidth = (text: string): string =>
  /[\uff01-\uff5e]/u.test(text) ? text.replace(/[\uff01-\uff5e]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xfee0)) : text;

/** Full-width digits as ASCII; brackets, colons and commas stay as printed. */
export const plainDigits = (text: string): string => (/[０-９]/u.test(text) ? text.replace(/[０-９]/gu, halfWidth) : text);

/** For comparing printed words: NFKC, without white space, punctuation, brackets and quotation marks. */
export const bare = (text: string): string => (BARE.test(text) ? text : text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, ''));

/** Of what most printed words are made, and what `bare` leaves as it is. */
const BARE = /^[\u4e00-\u9fff0-9A-Za-z]*$/u;

/** `bare`, and without the ordinal before a row's name: 一、 （一） 1. 其中： 减： */
export const bareLabel = (text: string): string =>
  BARE.test(text) ? text : bare(squeeze(text).normalize('NFKC').replace(BEFORE_LABEL, ''));

/** In any order: 其中：（1）公务用车购置费, 一、其中：…. */
const BEFORE_LABEL = /^(?:[一二三四五六七八九十]+[、.．]|[(][一二三四五六七八九十\d]+[)]|\d+[.、．]|(?:其中|减|加)[:：])+/u;

/** The lines of a cell or paragraph as one string, the way Chinese wraps: nothing between, a space only between Latin words. */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) text += /^[A-Za-z]/.test(line) && /[A-Za-z]$/.test(text) ? ` ${line}` : line;
  return text;
}
