import { expect, test } from 'vitest';
import { onThePage, setCloser } from '../../../../src/read/ocr/numbers/wide-numbers.js';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster, type Raster } from '../../../../src/read/ocr/picture/raster.js';
import type { PrintLine } from '../../../../src/read/ocr/print/line.js';
import { DPI, stroke } from '../drawn-table.js';

/** Digits 10 px wide and 18 high from y 40, their left edges at `xs`; a point 4 px square after the digit at each of `points`. */
function print(xs: readonly number[], points: readonly number[] = []): Raster {
  const raster = blankRaster(600, 100);
  for (const x of xs) stroke(raster, x, x + 10, 18, () => 40);
  for (const x of points) stroke(raster, x + 17, x + 21, 4, () => 54);
  return raster;
}

const lineOf = (x0: number, x1: number): PrintLine => ({
  ink: { x0, x1, y0: 40, y1: 58 },
  crop: { x0: x0 - 6, x1: x1 + 6, y0: 34, y1: 64 },
  cell: 1,
});

const closedIn = (raster: Raster, line: PrintLine) => setCloser(raster, [line], toInk(raster, DPI)).closed;

test('digits as far apart as Han letters are set closer, with their point between them', () => {
  const raster = print([100, 125, 175, 200], [125]);
  const { picture, closed } = setCloser(raster, [lineOf(100, 210)], toInk(raster, DPI));
  expect(closed).toHaveLength(1);
  const { crop, pieces } = closed[0] ?? { crop: lineOf(0, 0).crop, pieces: [] };
  expect(pieces.map(({ x0, x1 }) => x1 - x0)).toEqual([10, 10, 4, 10, 10]);
  expect(crop.x1 - crop.x0).toBeLessThan(80);
  const dark = picture.data.filter((grey) => grey === 0).length;
  expect(dark).toBe(4 * 10 * 18 + 16);
});

test('numbers of two columns on one line are two; what was read of each stands where it is printed', () => {
  const raster = print([100, 125, 150, 200, 225, 250]);
  const closed = closedIn(raster, lineOf(100, 260));
  expect(closed.map(({ pieces }) => pieces.length)).toEqual([3, 3]);
  const second = closed[1];
  if (!second) throw new Error('one number');
  const { ink, crop, letters } = onThePage(second, [{ text: '7', p: 1, at: 0.5, others: [] }]);
  expect([ink.x0, ink.x1]).toEqual([200, 260]);
  const x = crop.x0 + (letters[0]?.at ?? 0) * (crop.x1 - crop.x0);
  expect(x).toBeGreaterThan(224);
  expect(x).toBeLessThan(236);
});

test.each([
  ['usual digits', [100, 112, 124, 136]],
  ['two digits', [100, 125]],
])('%s are left', (_, xs) => {
  expect(closedIn(print(xs), lineOf(100, (xs.at(-1) ?? 0) + 10))).toEqual([]);
});
