import { middleX, middleY } from '../model/box.js';
import type { Box, Glyph } from '../model/glyph.js';
import { type Lattice, latticeBox } from './lattice.js';

/** pt. Smaller letters are those of titles at most; most pages have none larger, and cost no more than this question. */
const LARGE = 36;
/** Times the size of most letters of a page: no title and no cell is set so. */
const OVER = 4;

/**
 * Letters many times as large as the text of their page, of which one is painted over that text or over a table: an upright watermark, which
 * belongs to no cell and no line. A title, on a cover for one, lies over nothing. Digits are left: an amount is never taken for one.
 */
export function largeLetters(glyphs: readonly Glyph[], lattices: readonly Lattice[]): readonly Glyph[] {
  const large = glyphs.filter(({ size, text }) => size > LARGE && !/\d/u.test(text));
  if (large.length === 0) return large;
  const sizes = glyphs.map(({ size }) => size).toSorted((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const marks = large.filter(({ size }) => size > OVER * usual);
  const text = glyphs.filter(({ size }) => size <= OVER * usual);
  const tables = lattices.map(latticeBox);
  const isOver = (mark: Glyph) => tables.some((box) => hasMiddle(box, mark)) || text.some((glyph) => hasMiddle(mark.box, glyph));
  return marks.some(isOver) ? marks : [];
}

const hasMiddle = ([x0, y0, x1, y1]: Box, glyph: Glyph): boolean => {
  const [x, y] = [middleX(glyph), middleY(glyph)];
  return x > x0 && x < x1 && y > y0 && y < y1;
};
