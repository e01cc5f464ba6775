import { expect, test } from 'vitest';
import { account, check, sheet } from '../builders.js';

const CHAPTER = '五、一般公共预算财政拨款支出决算情况说明';
const stale = (paragraphs: string[], year: number | null = 2024, tables = account()) =>
  check([CHAPTER, ...paragraphs], tables, { year })
    .filter(({ rule }) => rule === 'NAME-STALE')
    .map(({ message }) => message);

test('a name that a 款 has given up is told once, with the number of its other places', () => {
  const item = (name: string) => `社会保障和就业支出（类）行政事业单位离退休（款）${name}（项）。`;
  expect(stale([item('行政单位离退休'), item('事业单位离退休')])).toEqual([
    '文中的“行政事业单位离退休”是20805的旧名，至迟自2020年起改称“行政事业单位养老支出”；另有1处也是这样。',
  ]);
});

test('beside a table that prints the new name', () => {
  const tables = [...account(), sheet('expenditure', ['total'], [['function/210', '九、卫生健康支出', { total: '1.00' }]])];
  expect(stale(['医疗卫生与计划生育（类）支出主要用于医保。'], 2024, tables)).toEqual([
    '文中的“医疗卫生与计划生育支出”是210的旧名，至迟自2019年起改称“卫生健康支出”，表中印的也是新名。',
  ]);
});

test('in the glossary too', () => {
  expect(stale(['第四部分名词解释', '一、文化体育与传媒支出（类）：指文化方面的支出。'])).toHaveLength(1);
});

test('not while it held, nor where the year is unknown', () => {
  expect(stale(['社会保障和就业支出（类）行政事业单位离退休（款）。'], 2019)).toEqual([]);
  expect(stale(['社会保障和就业支出（类）行政事业单位离退休（款）。'], null)).toEqual([]);
});

test.each([
  '用于行政事业单位离退休人员。',
  '文化旅游体育与传媒支出（类）文化和旅游（款）。',
  '社区文化（款）。',
  '医疗卫生支出5万元。',
  // A name that another code bears now.
  '住房公积金（项）。',
])('%s is none', (text) => {
  expect(stale([text])).toEqual([]);
});
