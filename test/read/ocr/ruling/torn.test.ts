import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster, type Raster } from '../../../../src/read/ocr/picture/raster.js';
import { floodCells } from '../../../../src/read/ocr/ruling/cells.js';
import { findRuling } from '../../../../src/read/ocr/ruling/ruling.js';
import { DPI, post, stroke } from '../drawn-table.js';

/** Seven rows and three columns. */
function ruled(): Raster {
  const raster = blankRaster(900, 500);
  for (const y of [50, 100, 150, 200, 250, 300, 350, 400]) stroke(raster, 100, 802, 2, () => y);
  for (const x of [100, 350, 600, 800]) post(raster, x, 50, 402);
  return raster;
}

function wipe(raster: Raster, [x0, y0, x1, y1]: readonly [number, number, number, number]): void {
  for (let y = y0; y < y1; y++) raster.data.fill(255, y * raster.width + x0, y * raster.width + x1);
}

const cellsOf = (raster: Raster) => floodCells(findRuling(toInk(raster, DPI), DPI), 900, 500, DPI).cells.length;

test('rules that a seal tore within the cells are whole', () => {
  const raster = ruled();
  wipe(raster, [520, 180, 700, 280]);
  expect(cellsOf(raster)).toBe(21);
});

test('a rule that ends where a merged cell begins is left as it is', () => {
  const raster = ruled();
  wipe(raster, [354, 196, 598, 206]);
  wipe(raster, [346, 254, 356, 298]);
  expect(cellsOf(raster)).toBe(19);
});

test('pieces of rules that no line crosses are left apart', () => {
  const raster = blankRaster(1100, 500);
  for (const y of [100, 150, 200]) {
    stroke(raster, 50, 460, 2, () => y);
    stroke(raster, 560, 1000, 2, () => y);
  }
  expect(findRuling(toInk(raster, DPI), DPI)).toHaveLength(6);
});

test('strokes of letters on one height, each at the side of its cell, are no rule', () => {
  const raster = ruled();
  for (const x of [100, 350, 600]) stroke(raster, x, x + 80, 2, () => 128);
  expect(cellsOf(raster)).toBe(21);
});

test('strokes of letters below each other in two rows are no rule', () => {
  const raster = ruled();
  for (const y of [104, 168]) {
    for (const x of [420, 470]) post(raster, x, y, y + 28);
    for (const across of [y + 12, y + 14]) stroke(raster, 410, 482, 2, () => across);
  }
  expect(findRuling(toInk(raster, DPI), DPI).filter(({ axis }) => axis === 'vertical')).toHaveLength(4);
});
