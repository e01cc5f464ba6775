import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster, type Raster } from '../../../../src/read/ocr/picture/raster.js';
import { floodCells } from '../../../../src/read/ocr/ruling/cells.js';
import { openSides } from '../../../../src/read/ocr/ruling/open-sides.js';
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

test('strokes of letters that stand below each other in every row are no rule', () => {
  const raster = blankRaster(900, 500);
  for (const y of [100, 148, 196, 244, 292]) stroke(raster, 100, 802, 2, () => y);
  for (const x of [100, 450, 800]) post(raster, x, 100, 294);
  for (const y of [112, 160, 208, 256]) post(raster, 250, y, y + 26);
  const lines = findRuling(toInk(raster, DPI), DPI);
  expect(lines.filter((line) => line.axis === 'vertical')).toHaveLength(3);
});

test('strokes of letters above each other in a cell that reach neither the rule above nor the one below are no rule', () => {
  const raster = table();
  for (const y of [109, 150]) post(raster, 250, y, y + 41);
  const lines = findRuling(toInk(raster, DPI), DPI);
  expect(lines.filter((line) => line.axis === 'vertical')).toHaveLength(3);
});

test('letters of a line below a table that all of its rules down run into are cut off', () => {
  const raster = table();
  for (const x of [100, 450, 800]) post(raster, x, 310, 345);
  const down = findRuling(toInk(raster, DPI), DPI).filter((line) => line.axis === 'vertical');
  expect(down.map(({ to }) => to < 310)).toEqual([true, true, true]);
});

/** As `table`, without its sides. */
function openTable(): Raster {
  const raster = blankRaster(900, 500);
  for (const y of [100, 200, 300]) stroke(raster, 100, 802, 2, () => y);
  for (const x of [300, 450]) post(raster, x, 100, 302);
  return raster;
}

test('a letter that a rule of an open table runs into is cut off, however far it is to the open side', () => {
  const raster = openTable();
  stroke(raster, 100, 520, 2, () => 150);
  const rule = findRuling(toInk(raster, DPI), DPI).find((l) => l.axis === 'horizontal' && Math.abs(courseAt(l, 200) - 150) < 3);
  expect(rule?.to).toBeLessThan(460);
});

test('so are the letters of a whole word', () => {
  const raster = table();
  stroke(raster, 100, 580, 2, () => 150);
  const rule = findRuling(toInk(raster, DPI), DPI).find((l) => l.axis === 'horizontal' && Math.abs(courseAt(l, 200) - 150) < 3);
  expect(rule?.to).toBeLessThan(460);
});

test('the open sides of a table close its cells, and are none of its rules', () => {
  const lines = findRuling(toInk(openTable(), DPI), DPI);
  const sides = openSides(lines, DPI);
  expect(lines).toHaveLength(5);
  expect(sides.map((side) => Math.round(courseAt(side, 200) / 100))).toEqual([1, 8]);
  expect(floodCells(lines, 900, 500, DPI).cells).toHaveLength(2);
  expect(floodCells([...lines, ...sides], 900, 500, DPI).cells).toHaveLength(6);
});

test('a table with its sides drawn has none open, nor has one that no rule parts into columns', () => {
  expect(openSides(findRuling(toInk(table(), DPI), DPI), DPI)).toEqual([]);
  const raster = blankRaster(900, 500);
  for (const y of [100, 200, 300]) stroke(raster, 100, 802, 2, () => y);
  expect(openSides(findRuling(toInk(raster, DPI), DPI), DPI)).toEqual([]);
});

test('a letter whose strokes meet the rule above it makes no cell', () => {
  const raster = table();
  for (const x of [250, 276]) post(raster, x, 100, 130);
  stroke(raster, 222, 304, 2, () => 128);
  const lines = findRuling(toInk(raster, DPI), DPI);
  expect(floodCells(lines, 900, 500, DPI).cells).toHaveLength(4);
});
