import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { linesInCell } from '../../../../src/read/ocr/print/print-lines.js';
import { floodCells } from '../../../../src/read/ocr/ruling/cells.js';
import { findRuling } from '../../../../src/read/ocr/ruling/ruling.js';
import { DPI, post, table } from '../drawn-table.js';

test('a cell with two lines of print gives two lines, an empty one none', () => {
  const raster = table();
  for (const y of [115, 150]) for (let x = 120; x < 200; x += 8) post(raster, x, y, y + 20);
  const ink = toInk(raster, DPI);
  const cells = floodCells(findRuling(ink, DPI), 900, 500, DPI);
  expect(cells.cells.map((_, i) => linesInCell(ink, cells, i + 1, DPI).length)).toEqual([2, 0, 0, 0]);
});

test('a speck far from the print is no part of its line, a sign beside it is', () => {
  const raster = table();
  post(raster, 130, 150, 152);
  post(raster, 132, 150, 152);
  post(raster, 134, 150, 152);
  for (let x = 300; x < 330; x += 8) post(raster, x, 140, 160);
  post(raster, 336, 156, 160);
  const ink = toInk(raster, DPI);
  const cells = floodCells(findRuling(ink, DPI), 900, 500, DPI);
  expect(linesInCell(ink, cells, 1, DPI).map((line) => [line.ink.x0, line.ink.x1])).toEqual([[300, 338]]);
});
