import { expect, test } from 'vitest';
import { glyphsToLines } from '../../../src/rebuild/lines.js';
import { linesToRows } from '../../../src/rebuild/ruleless/body-rows.js';
import { write } from '../../builders.js';

type Line = [baseline: number, ...words: (number | string)[]];

/** The texts of the rows' lines; each line is `[baseline, x, text, x, text …]`. */
const rows = (...lines: Line[]) => ruledRows([], ...lines);

function ruledRows(rules: readonly number[], ...lines: Line[]): string[][] {
  const glyphs = lines.flatMap(([baseline, ...words]) =>
    words.flatMap((x, i) => (typeof x === 'number' ? write(String(words[i + 1]), x, baseline) : [])),
  );
  return linesToRows(glyphsToLines(glyphs, 1), rules).map((row) => row.map((l) => l.text));
}

test.each([
  '201',
  '20101',
  '2010101',
  '12.30',
  '-1,234.5',
  '（3.2）',
  '0',
  '—',
  '─',
  '/',
  '一、教育',
  '（二）教育',
  '(二)教育',
  '1.教育',
  '本年收入合计',
  '总计',
])('a line with %s begins a row', (text) => {
  expect(rows([100, 50, '甲'], [112, 50, text], [124, 50, '乙'])).toHaveLength(1);
  expect(rows([100, 50, text], [112, 50, text])).toHaveLength(2);
});

test('a name wrapped above and below its number line is one row', () => {
  expect(rows([100, 50, '一般公共服'], [106, 200, '12.30'], [112, 50, '务支出'])).toEqual([['一般公共服', '12.30', '务支出']]);
});

test('lines of a wrapped name join the nearest row', () => {
  expect(rows([100, 50, '教育', 200, '1.0'], [111, 50, '支出'], [130, 50, '科技', 200, '2.0'], [141, 50, '支出'])).toEqual([
    ['教育1.0', '支出'],
    ['科技2.0', '支出'],
  ]);
});

test('a line that stands far from all others is a row of its own: a heading', () => {
  expect(rows([100, 50, '按功能分类'], [130, 50, '教育', 200, '1.0'], [160, 50, '按经济分类'])).toEqual([
    ['按功能分类'],
    ['教育1.0'],
    ['按经济分类'],
  ]);
});

test('without any number each line is a row', () => {
  expect(rows([100, 50, '甲'], [110, 50, '乙'])).toEqual([['甲'], ['乙']]);
});

test('horizontal rules part the rows where they stand between most of them', () => {
  const lines: Line[] = [
    [100, 50, '一般公共', 200, '1.0'],
    [111, 50, '服务'],
    [122, 50, '教育支出'],
    [133, 50, '其中', 200, '2.0'],
  ];
  expect(rows(...lines)).toEqual([
    ['一般公共1.0', '服务'],
    ['教育支出', '其中2.0'],
  ]);
  expect(ruledRows([90, 113, 140], ...lines)).toEqual([
    ['一般公共1.0', '服务'],
    ['教育支出', '其中2.0'],
  ]);
  expect(ruledRows([90, 102, 140], ...lines)).toEqual([['一般公共1.0'], ['服务', '教育支出', '其中2.0']]);
  expect(ruledRows([90, 140], ...lines)).toEqual(rows(...lines));
});
