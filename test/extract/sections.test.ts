import { expect, test } from 'vitest';
import { linesToSections } from '../../src/extract/sections.js';
import { line } from './builders.js';

/** Lines so far apart that each is a paragraph. */
const lines = (...texts: string[]) => texts.map((text, i) => line(text, { y: 50 + 40 * i }));

/** Heading, level and text of each section. */
const told = (...texts: string[]) => linesToSections(lines(...texts)).map(({ heading, level, text }) => [heading, level, text]);

test('第三部分 is level 0, 二、 level 1, （二） level 2', () => {
  expect(told('第三部分 2024年度部门决算情况说明', '二、收入决算情况说明', '（二）财政拨款收入', '本年度收入395.87万元。')).toEqual([
    ['第三部分 2024年度部门决算情况说明', 0, ''],
    ['二、收入决算情况说明', 1, ''],
    ['（二）财政拨款收入', 2, '本年度收入395.87万元。'],
  ]);
});

test('half-width brackets do too', () => {
  expect(told('(二)财政拨款收入')).toEqual([['(二)财政拨款收入', 2, '']]);
});

test('what stands before the first heading has none', () => {
  expect(told('某某局2024年度部门决算', '2025年9月', '一、收入')).toEqual([
    [null, 0, '某某局2024年度部门决算\n2025年9月'],
    ['一、收入', 1, ''],
  ]);
});

test('a numbered sentence is no heading, nor is a long one', () => {
  const sentence = '一、负责全县水利工作。';
  const long = `二、${'负责全县水利规划和水资源保护工作'.repeat(3)}`;
  expect(told('一、职责', sentence, long)).toEqual([['一、职责', 1, `${sentence}\n${long}`]]);
});

test('a heading at the margin is one, though the line before it runs to the margin', () => {
  const full = '本部门本年度收入总计三百九十五点八七万元。';
  const text = [full, '二、支出情况说明', full].map((words, i) => line(words, { y: 50 + 16 * i }));
  expect(linesToSections(text).map((s) => s.heading)).toEqual([null, '二、支出情况说明']);
});

test('each paragraph is a line of the text', () => {
  expect(told('一、收入', '收入增加。', '支出减少。')).toEqual([['一、收入', 1, '收入增加。\n支出减少。']]);
});

test('a section stands on the pages of its heading and its prose, each once', () => {
  const text = [line('一、收入', { page: 3 }), line('收入增加。', { page: 3, y: 90 }), line('支出减少。', { page: 5, y: 50 })];
  expect(linesToSections(text).map((s) => s.pages)).toEqual([[3, 5]]);
});

test('every line is in exactly one section', () => {
  const all = lines('封面', '第一部分 概况', '一、职责', '负责水利。', '（一）机构', '二、收入', '收入增加。');
  expect(linesToSections(all).flatMap((s) => s.paragraphs.flatMap((p) => p.lines))).toEqual(all);
});

test('no lines, no sections', () => {
  expect(linesToSections([])).toEqual([]);
});
