import fc from 'fast-check';
import { expect, test } from 'vitest';
import { glyphsToLines } from '../../../../src/rebuild/lines.js';
import { mergedRows, rowsAround } from '../../../../src/rebuild/ruleless/blocks/merged-rows.js';
import { lineToSegments } from '../../../../src/rebuild/ruleless/segments.js';
import { write } from '../../../builders.js';

/** Texts of 10 pt below each other: `[middle, text]`. */
const segments = (...texts: [middle: number, text: string][]) =>
  glyphsToLines(
    texts.flatMap(([middle, text]) => write(text, 0, middle + 3.5)),
    1,
  ).flatMap(lineToSegments);

const spans = (ys: readonly number[], goesOn: boolean, ...texts: [middle: number, text: string][]) =>
  mergedRows(segments(...texts), ys, goesOn).map(({ from, to, segments: own }) => `${from}-${to} ${own.map(({ text }) => text).join('')}`);

/** Six rows of 20 pt. */
const ROWS = [0, 20, 40, 60, 80, 100, 120];

test('a text stands in the middle of its rows: between two rows, or in the middle one of three', () => {
  expect(spans(ROWS, false, [20, '产出'], [70, '效益'], [110, '满意度'])).toEqual(['0-1 产出', '2-4 效益', '5-5 满意度']);
});

test('a wrapped text is one; lines of figures and of texts as far apart as rows are several', () => {
  expect(spans(ROWS, false, [34, '预算和财'], [46, '务管理'], [100, '绩效'])).toEqual(['0-3 预算和财务管理', '4-5 绩效']);
  expect(spans([0, 12, 24], false, [6, '30'], [18, '20'])).toEqual(['0-0 30', '1-1 20']);
  expect(spans([0, 20, 40], false, [10, '数量'], [30, '质量'])).toEqual(['0-0 数量', '1-1 质量']);
});

test('on a further page the first rows may belong to a text of the page before', () => {
  expect(spans(ROWS, true, [90, '效益'], [110, '满意度'])).toEqual(['4-4 效益', '5-5 满意度']);
  expect(spans(ROWS, true, [60, '效益'])).toEqual(['0-5 效益']);
});

test('any cells below each other, each with its text in its middle, are found again', () => {
  const heights = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 16, max: 30 })), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(heights, (cells) => {
      const ys = [0];
      const texts: [number, string][] = [];
      const expected: string[] = [];
      cells.forEach(([rows, height], i) => {
        const top = ys.length - 1;
        for (let row = 0; row < rows; row++) ys.push((ys.at(-1) ?? 0) + height);
        texts.push([((ys[top] ?? 0) + (ys.at(-1) ?? 0)) / 2, `${i}号`]);
        expected.push(`${top}-${ys.length - 2} ${i}号`);
      });
      expect(spans(ys, false, ...texts)).toEqual(expected);
    }),
  );
});

test('a figure between the rows of its column covers as many above as below, up to what else stands there', () => {
  expect(rowsAround(40, ROWS.slice(0, 5), new Set())).toEqual({ from: 0, to: 3 });
  expect(rowsAround(60, ROWS, new Set([0]))).toEqual({ from: 1, to: 4 });
  expect(rowsAround(60, ROWS, new Set([2, 3]))).toBeNull();
});
