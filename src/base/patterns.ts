/**
 * What is printed again and again, as sources for regular expressions: each sign is described here once. Matched against text whose
 * full-width digits are plain (`plainDigits`), with the flag `u`.
 */

/** A number in Chinese figures, as ordinals have it: 一, 十二. */
export const HAN_NUMBER = '[一二三四五六七八九十]+';

/** 一、 (a heading or a line of a table), （一） or (一), 第一部分. */
export const FIRST_ORDINAL = `${HAN_NUMBER}、`;
export const SECOND_ORDINAL = `[（(]${HAN_NUMBER}[)）]`;
export const PART_ORDINAL = `第${HAN_NUMBER}(?:部分|章)`;

/** A year of our time in digits: 2024. */
export const YEAR_DIGITS = '(?:19|20)\\d{2}';

/** A code of the classifications: 类, 款 or 项, three, five or seven digits. */
export const CODE_DIGITS = '\\d{3}(?:\\d{2}){0,2}';

/** A dash in any of its forms, or a slash: nothing to report, said so. */
export const DASH = /^(?:[-‐‑‒–—―−─－﹣]+|[/／])$/u;

/** The word before the numbers of the columns, and those of the rows. */
export const COLUMN_NUMBERS = '栏次';
export const ROW_NUMBERS = '行次';

/** What stands before the numbers of the columns, below the heads of labels. */
const BEFORE_COLUMN_NUMBERS: readonly string[] = [COLUMN_NUMBERS, '**'];

export const isBeforeColumnNumbers = (text: string): boolean => BEFORE_COLUMN_NUMBERS.includes(text);

/** Does a row of the body, without blanks, number the columns once more? Names are masked by ** too: behind them amounts stand. */
export function repeatsColumnNumbers(texts: readonly string[]): boolean {
  if (!texts.some(isBeforeColumnNumbers)) return false;
  if (texts.includes(COLUMN_NUMBERS)) return true;
  const numbers = texts.filter((text) => !isBeforeColumnNumbers(text)).map((text) => /^(\d{1,2})(?:[=＝].*)?$/u.exec(text)?.[1]);
  return numbers.every((number, i) => number !== undefined && (i === 0 || Number(number) > Number(numbers[i - 1])));
}

/** A number of one or two digits, as columns are numbered. */
const SMALL_NUMBER = /^\d{1,2}$/;

/**
 * Do the texts of a row, left to right and without blanks, number the columns? Either 栏次 or ** stands beside a number, or they run 1, 2, 3 …,
 * at least `fewest` of them, with nothing beside them but what `mayStandBeside` allows.
 */
export function areColumnNumbers(
  texts: readonly string[],
  fewest: number,
  mayStandBeside: (text: string) => boolean = () => false,
): boolean {
  const numbers = texts.filter((text) => SMALL_NUMBER.test(text)).map(Number);
  if (texts.includes(COLUMN_NUMBERS)) return numbers.length > 0;
  // Names are masked by ** too. Where nothing else stands below the heads, no column bears its number.
  if (texts.some(isBeforeColumnNumbers)) {
    return texts.length > 1 && repeatsColumnNumbers(texts.filter((text) => isBeforeColumnNumbers(text) || !mayStandBeside(text)));
  }
  const isRun = numbers.length >= fewest && numbers.every((number, i) => number === i + 1);
  return isRun && texts.every((text) => SMALL_NUMBER.test(text) || mayStandBeside(text));
}

/** A sign that makes the figure behind it negative; accounts also print △. Longer dashes say that there is nothing: they are none of these. */
export const MINUS_SIGN = '[-−–－﹣△]';

/** An amount with decimals, negative by a sign or by brackets: 1,234.50, -3.2, - 3.2, （12.30）. Its commas may stand anywhere. */
export const DECIMAL_AMOUNT = `(?:${MINUS_SIGN}\\s*|[(（])?\\d[\\d,，]*\\.\\d+[)）]?`;

/** A row that sums others up, by the end of its name. */
export const TOTAL = /合计$|^总计$/u;

/** The ordinals of lines, from the sums down to their parts. */
const RANKS = [new RegExp(`^${HAN_NUMBER}[、.．]`, 'u'), new RegExp(`^[（(]${HAN_NUMBER}[）)]`, 'u'), /^\d+[、.．]/u, /^[（(]\d+[）)]/u];

/** 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 for a name without ordinal. */
export const ordinalRank = (name: string | null): number => RANKS.findIndex((rank) => rank.test(name ?? '')) + 1;

/** 注：, （备注：, 附注1.: what begins the notes below a table, without blanks. */
export const NOTE = /^[（(]?(?:注|说明|备注|附注)(?:[:：]|\d[:：.、])/u;
