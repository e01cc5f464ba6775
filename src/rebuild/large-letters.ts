import type { Glyph } from '../model/glyph.js';

/** pt. Smaller letters are those of titles at most; most pages have none larger, and cost no more than this question. */
const LARGE = 36;
/** Times the size of most letters of a page: no title and no cell is set so. */
const OVER = 4;

/**
 * Letters many times as large as the text of their page: an upright watermark, which lies over tables and belongs to none of their cells.
 * Digits are left: an amount is never taken for one.
 */
export function largeLetters(glyphs: readonly Glyph[]): readonly Glyph[] {
  const large = glyphs.filter(({ size, text }) => size > LARGE && !/\d/u.test(text));
  if (large.length === 0) return large;
  const sizes = glyphs.map(({ size }) => size).toSorted((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  return large.filter(({ size }) => size > OVER * usual);
}
