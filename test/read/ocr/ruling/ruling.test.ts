import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { floodCells } from '../../../../src/read/ocr/ruling/cells.js';
import { courseAt } from '../../../../src/read/ocr/ruling/ruled-line.js';
import { findRuling } from '../../../../src/read/ocr/ruling/ruling.js';
import { DPI, post, table } from '../drawn-table.js';

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
