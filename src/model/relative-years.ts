import { YEAR_DIGITS } from '../base/patterns.js';

const YEAR = new RegExp(`(${YEAR_DIGITS})年度?`, 'gu');
const mayBeDated = (text: string): boolean => text.includes('年');
const THIS_YEAR = '本年';
const LAST_YEAR = '上年';

/** The words of a header or of row labels with their years told by the newest of them. */
export type RelativeYears = (text: string) => string;

/**
 * 2026年预算数 beside 2025年执行数 → 预算数 and 上年执行数; 2026年 alone → 本年. Of a year that is neither the newest nor the one before
 * the digits stay.
 * @param texts all words that belong together: of one header, or the labels of one table
 */
export function relativeYears(texts: readonly string[]): RelativeYears {
  const years = texts.filter(mayBeDated).flatMap((text) => [...text.matchAll(YEAR)].map(([, year]) => Number(year)));
  if (years.length === 0) return (text) => text;
  const newest = Math.max(...years);
  return (text) => {
    if (!mayBeDated(text)) return text;
    const relative = text.replace(YEAR, (printed, year: string) =>
      Number(year) === newest ? '' : Number(year) === newest - 1 ? LAST_YEAR : printed,
    );
    return relative === '' && text !== '' ? THIS_YEAR : relative;
  };
}
