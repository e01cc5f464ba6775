/** Without white space, as printed otherwise. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** Full-width ASCII (０ ， （ …) as ASCII and nothing else: ① and ² stay what they are. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xfee0));

/** Full-width digits as ASCII; brackets, colons and commas stay as printed. */
export const plainDigits = (text: string): string => text.replace(/[０-９]/gu, halfWidth);

/** For comparing printed words: NFKC, without white space, punctuation, brackets and quotation marks. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '');

/** `bare`, and without the ordinal before a row's name: 一、 （一） 1. 其中： 减： */
export const bareLabel = (text: string): string => bare(squeeze(text).normalize('NFKC').replace(BEFORE_LABEL, ''));

/** In any order: 其中：（1）公务用车购置费, 一、其中：…. */
const BEFORE_LABEL = /^(?:[一二三四五六七八九十]+[、.．]|[(][一二三四五六七八九十\d]+[)]|\d+[.、．]|(?:其中|减|加)[:：])+/u;

/** The lines of a cell or paragraph as one string, the way Chinese wraps: nothing between, a space only between Latin words. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? `${text} ${line}` : text + line), '');
}
