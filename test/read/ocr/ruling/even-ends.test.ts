import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster, type Raster } from '../../../../src/read/ocr/picture/raster.js';
import { courseAt } from '../../../../src/read/ocr/ruling/ruled-line.js';
import { findRuling } from '../../../../src/read/ocr/ruling/ruling.js';
import { DPI, post, stroke } from '../drawn-table.js';

/** Five rules across from 100 to 800, and two down within them: a table open at both sides. */
function open(): Raster {
  const raster = blankRaster(900, 500);
  for (const y of [100, 150, 200, 250, 300]) stroke(raster, 100, 800, 2, () => y);
  for (const x of [300, 600]) post(raster, x, 100, 302);
  return raster;
}

const ends = (raster: Raster) =>
  findRuling(toInk(raster, DPI), DPI)
    .filter(({ axis }) => axis === 'horizontal')
    .map((line) => [Math.round(courseAt(line, 450) / 50), line.from, line.to]);

const EVEN = [2, 3, 4, 5, 6].map((row) => [row, 100, 799]);

test('dirt that prolongs one rule of an open table is cut off', () => {
  const raster = open();
  stroke(raster, 803, 812, 2, () => 200);
  stroke(raster, 86, 97, 2, () => 150);
  stroke(raster, 803, 812, 2, () => 100);
  expect(ends(raster)).toEqual(EVEN);
});

test('a rule that goes on where a line down stands is left', () => {
  const raster = open();
  for (const y of [250, 300]) stroke(raster, 800, 822, 2, () => y);
  post(raster, 820, 250, 302);
  expect(ends(raster).map(([, , to]) => to)).toEqual([799, 799, 799, 821, 821]);
});

test('rules that end below each other with none between are left as they are', () => {
  const raster = open();
  stroke(raster, 800, 840, 2, () => 100);
  stroke(raster, 800, 840, 2, () => 150);
  stroke(raster, 800, 840, 2, () => 200);
  expect(ends(raster).map(([, , to]) => to)).toEqual([839, 839, 839, 799, 799]);
});
