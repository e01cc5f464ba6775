import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster } from '../../../../src/read/ocr/picture/raster.js';
import { type Cut, cutLine } from '../../../../src/read/ocr/print/cut-lines.js';
import { type ReadLine, textOf } from '../../../../src/read/ocr/print/line.js';
import { DPI, stroke } from '../drawn-table.js';

/** A line of 20 px from x 100: each sign 14 px wide and 4 px after the one before, `|` 16 px of white more. */
function cut(text: string, at: Cut): string[] {
  const raster = blankRaster(900, 100);
  const placed: { text: string; x: number }[] = [];
  let x = 100;
  for (const sign of text) {
    if (sign === '|') {
      x += 16;
      continue;
    }
    stroke(raster, x, x + 14, 20, () => 40);
    placed.push({ text: sign, x: x + 7 });
    x += 18;
  }
  const crop = { x0: 90, x1: x + 6, y0: 34, y1: 66 };
  const line: ReadLine = {
    ink: { x0: 100, x1: x - 4, y0: 40, y1: 60 },
    crop,
    cell: 0,
    letters: placed.map(({ text: sign, x: middle }) => ({ text: sign, p: 1, at: (middle - crop.x0) / (crop.x1 - crop.x0), others: [] })),
    steps: [],
  };
  const parts = cutLine(line, at, toInk(raster, DPI));
  for (const { crop: own, letters } of parts) {
    for (const letter of letters) expect(placed.some((p) => Math.abs(p.x - own.x0 - letter.at * (own.x1 - own.x0)) < 1)).toBe(true);
  }
  return parts.map(({ letters }) => textOf(letters));
}

test('a line over two columns is cut between the number of one and the name of the other', () => {
  expect(cut('0|二外交支出|33', 'words and numbers')).toEqual(['0', '二外交支出', '33']);
  expect(cut('1967.65|30206电费', 'words and numbers')).toEqual(['1967.6530206电费']);
});

test('and between two numbers', () => {
  expect(cut('1967.65|30206', 'numbers')).toEqual(['1967.65', '30206']);
  expect(cut('合|计', 'numbers')).toEqual(['合计']);
});

test('words set wide, and a number right beside a word, are one part', () => {
  expect(cut('合|计', 'words and numbers')).toEqual(['合计']);
  expect(cut('2020年度', 'words and numbers')).toEqual(['2020年度']);
});

test('a page number stays with its dashes', () => {
  expect(cut('—|4|—', 'numbers')).toEqual(['—4—']);
  expect(cut('—|4|—', 'words and numbers')).toEqual(['—4—']);
});

test('a name behind an amount with both decimals is cut off, close as it stands; its unit is not', () => {
  expect(cut('0.00二外交支出', 'words and numbers')).toEqual(['0.00', '二外交支出']);
  expect(cut('2,283.87—、一般公共服务', 'words and numbers')).toEqual(['2,283.87', '—、一般公共服务']);
  expect(cut('支出1.50万元', 'words and numbers')).toEqual(['支出1.50万元']);
  expect(cut('1.5二外交支出', 'words and numbers')).toEqual(['1.5二外交支出']);
});
