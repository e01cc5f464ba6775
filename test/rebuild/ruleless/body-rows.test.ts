import { describe, expect, test } from 'vitest';
import { glyphsToLines } from '../../../src/rebuild/lines.js';
import { segmentsToRows } from '../../../src/rebuild/ruleless/body-rows.js';
import { lineToSegments } from '../../../src/rebuild/ruleless/segments.js';
import { write } from '../../builders.js';

type Line = [baseline: number, ...words: (number | string)[]];

/** Codes from 0, names from 50, figures from 200 and from 300. */
const XS = [0, 50, 200, 300, 400];

/** The texts of the rows' segments; each line is `[baseline, x, text, x, text …]`. */
const rows = (...lines: Line[]) => ruledRows([], ...lines);

function ruledRows(rules: readonly number[], ...lines: Line[]): string[][] {
  const glyphs = lines.flatMap(([baseline, ...words]) =>
    words.flatMap((x, i) => (typeof x === 'number' ? write(String(words[i + 1]), x, baseline) : [])),
  );
  const segments = glyphsToLines(glyphs, 1).flatMap(lineToSegments);
  return segmentsToRows(segments, { xs: XS, labels: new Set([0, 1]), rules }).map((row) => row.map(({ text }) => text).toSorted());
}

describe('names', () => {
  test('wrapped above and below its figure, a name is one', () => {
    expect(rows([100, 50, '一般公共服'], [106, 200, '12.30'], [112, 50, '务支出'])).toEqual([['12.30', '一般公共服', '务支出']]);
  });

  test('wrapped over three lines with the figure beside the middle one', () => {
    expect(rows([100, 50, '对民间非营'], [112, 50, '利组织的补', 200, '12.30'], [124, 50, '贴'])).toEqual([
      ['12.30', '利组织的补', '对民间非营', '贴'].toSorted(),
    ]);
  });

  test('a full stop alone on its line is the end of words, no figure', () => {
    expect(rows([100, 50, '完成年度任务，提高水平'], [106, 200, '14.00'], [112, 50, '。'])).toEqual([
      ['14.00', '。', '完成年度任务，提高水平'],
    ]);
  });

  test('the bracket that closes a negative amount too wide for its column stands in its row', () => {
    expect(
      rows([100, 50, '教育', 200, '1.00'], [126, 200, '（1234.50'], [132, 50, '科技'], [138, 240, '）'], [160, 50, '卫生', 200, '3.00']),
    ).toEqual([
      ['1.00', '教育'],
      ['科技', '（1234.50）'],
      ['3.00', '卫生'],
    ]);
  });

  test('heads of codes beside the first line of an amount of three lines are no row above its others', () => {
    expect(rows([100, 0, '类', 200, '5,566,'], [112, 50, '合计', 200, '362.9'], [124, 240, '2'], [150, 50, '教育', 200, '1.00'])).toEqual([
      ['5,566,362.92', '合计', '类'].toSorted(),
      ['1.00', '教育'],
    ]);
  });

  test('in rows as close as the lines of a name, each line stands in the row of its figure', () => {
    expect(rows([100, 50, '教育', 200, '1.00'], [112, 50, '科技', 200, '2.00'], [124, 50, '卫生', 200, '3.00'])).toHaveLength(3);
  });

  test('a name without any figure is a row of its own', () => {
    expect(rows([100, 50, '按功能分类'], [130, 50, '教育', 200, '1.0'], [160, 50, '按经济分类'])).toEqual([
      ['按功能分类'],
      ['1.0', '教育'],
      ['按经济分类'],
    ]);
  });

  test.each(['一、教育', '（二）教育', '(二)教育', '1.教育', '本年收入合计', '总计'])('%s begins a name', (text) => {
    expect(rows([100, 50, '甲'], [112, 50, text])).toHaveLength(2);
  });

  test('names of one height in several columns are one row', () => {
    expect(rows([100, 50, '甲', 200, '丙'], [130, 50, '乙', 200, '丁'])).toEqual([
      ['丙', '甲'],
      ['丁', '乙'],
    ]);
  });
});

describe('figures and codes', () => {
  test.each(['201', '20101', '12.30', '-1,234.5', '（3.2）', '0', '—', '─', '/'])('%s stands in a row of its own height', (text) => {
    expect(rows([100, 200, text], [112, 200, text])).toHaveLength(2);
  });

  test('an amount too wide for its column goes on in the next line; its row is as high as its middle', () => {
    expect(rows([100, 200, '38,717,'], [106, 50, '合计', 300, '0.00'], [112, 200, '927.26'])).toEqual([['0.00', '38,717,927.26', '合计']]);
    expect(rows([100, 200, '38292'], [112, 50, '合计', 200, '200.8', 300, '—'], [124, 200, '3'])).toHaveLength(1);
  });

  test('two lines of digits, half-way between which the rest of the row stands, are one amount: its signs may be lost', () => {
    expect(rows([100, 200, '28148'], [106, 50, '合计', 300, '0'], [112, 200, '18'])).toEqual([['0', '2814818', '合计']]);
    expect(rows([100, 50, '甲', 200, '28148'], [112, 50, '乙', 200, '18'])).toHaveLength(2);
    expect(rows([100, 200, '28148'], [112, 50, '乙', 200, '18'])).toHaveLength(2);
  });

  test('line numbers below each other are no amount', () => {
    expect(rows([100, 200, '10', 300, '1.00'], [112, 200, '11', 300, '2.00'])).toHaveLength(2);
  });

  test('a code too wide for its column goes on in the next line', () => {
    expect(rows([100, 0, '229600'], [106, 50, '彩票', 200, '1.00'], [112, 0, '2'])).toEqual([['1.00', '2', '229600', '彩票']]);
  });
});

test('horizontal rules part the rows where they stand between most of them', () => {
  const lines: Line[] = [
    [100, 50, '一般公共', 200, '1.0'],
    [130, 50, '教育支出'],
    [160, 50, '其中', 200, '2.0'],
  ];
  expect(rows(...lines)).toHaveLength(3);
  expect(ruledRows([90, 145, 180], ...lines)).toEqual([
    ['1.0', '一般公共', '教育支出'],
    ['2.0', '其中'],
  ]);
  expect(ruledRows([90, 180], ...lines)).toEqual(rows(...lines));
});
