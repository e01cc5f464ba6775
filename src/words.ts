/** Without white space, as printed otherwise. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** For comparing printed words: NFKC, without white space, punctuation, brackets and quotation marks. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '');

/** `bare`, and without the ordinal before a row's name: 一、 （一） 1. 其中： 减： */
export const bareLabel = (text: string): string =>
  bare(
    squeeze(text)
      .normalize('NFKC')
      .replace(/^(?:[一二三四五六七八九十]+、|[(][一二三四五六七八九十\d]+[)]|\d+[.、．])/u, '')
      .replace(/^(?:其中|减|加)[:：]/u, ''),
  );

/** The lines of a cell or paragraph as one string, the way Chinese wraps: nothing between, a space only between Latin words. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? `${text} ${line}` : text + line), '');
}
