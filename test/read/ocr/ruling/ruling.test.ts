import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster, type Raster } from '../../../../src/read/ocr/picture/raster.js';
import { floodCells } from '../../../../src/read/ocr/ruling/cells.js';
import { courseAt } from '../../../../src/read/ocr/ruling/ruled-line.js';
import { findRuling } from '../../../../src/read/ocr/ruling/ruling.js';
import { DPI, post, stroke, table } from '../drawn-table.js';

test('a ruled table gives its rules and its cells', () => {
  const raster = table();
  const lines = findRuling(toInk(raster, DPI), DPI);
  expect(lines.map((l) => l.axis).toSorted()).toEqual([...Array(3).fill('horizontal'), ...Array(3).fill('vertical')]);
  expect(floodCells(lines, 900, 500, DPI).cells).toHaveLength(4);
});

test('rules that sag are followed, not straightened', () => {
  const lines = findRuling(toInk(table(6), DPI), DPI).filter((l) => l.axis === 'horizontal');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(courseAt(line, 450) - courseAt(line, line.from)).toBeGreaterThan(4);
});

test('a stroke of a character that touches the end of a rule is cut off', () => {
  const raster = table();
  post(raster, 450, 310, 360);
  const middle = findRuling(toInk(raster, DPI), DPI).find((l) => l.axis === 'vertical' && Math.abs(courseAt(l, 200) - 450) < 3);
  expect(middle?.to).toBeLessThan(310);
});

/** Strokes of a large letter: two across and two down, `size` px wide, that cross each other. */
function letter(raster: Raster, x: number, y: number, size: number, height: number): void {
  for (const across of [y, y + height]) stroke(raster, x, x + size, 2, () => across);
  for (const down of [x, x + size - 2]) post(raster, down, y, y + height + 2);
}

test('the strokes of a large letter above a table are no rules', () => {
  const raster = table();
  letter(raster, 400, 30, 80, 40);
  const lines = findRuling(toInk(raster, DPI), DPI);
  expect(lines).toHaveLength(6);
  expect(floodCells(lines, 900, 500, DPI).cells).toHaveLength(4);
});

test('a rule alone across the page is one, however little it crosses', () => {
  const raster = blankRaster(900, 500);
  stroke(raster, 100, 802, 2, () => 100);
  expect(findRuling(toInk(raster, DPI), DPI)).toHaveLength(1);
});

test('strokes of letters in a cell that touch its side bound no cell', () => {
  const raster = table();
  letter(raster, 102, 130, 90, 26);
  const lines = findRuling(toInk(raster, DPI), DPI);
  expect(lines.filter((line) => line.axis === 'vertical')).toHaveLength(3);
  expect(floodCells(lines, 900, 500, DPI).cells).toHaveLength(4);
});
