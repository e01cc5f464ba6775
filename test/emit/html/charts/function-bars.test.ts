import { expect, test } from 'vitest';
import type { FunctionBars } from '../../../../extractors/charts.js';
import { families } from '../../../../extractors/families.js';
import type { DisclosureRow, DisclosureTable } from '../../../../schemas/disclosure.js';
import { must } from '../../../../src/base/invariant.js';
import { functionBars } from '../../../../src/emit/html/charts/function-bars.js';
import { row, table } from '../../fixture.js';
import { cells } from './cells.js';

const DECLARATION: FunctionBars = {
  kind: 'function-bars',
  title: '支出',
  forms: ['budget-expenditure', 'budget-general-public-expenditure'],
  columns: [
    { name: '基本支出', key: 'basic', parts: ['personnel', 'public'] },
    { name: '项目支出', key: 'project' },
  ],
  total: 'total',
};

const columnsOf = (keys: readonly string[]) => keys.map((key) => ({ key, path: [key], ordinal: null }));

/** Lines of the chart's table. */
const lines = (...tables: readonly DisclosureTable[]) =>
  functionBars(DECLARATION, tables, must(families[1], 'a second family'))?.table.lines;

const spending = (rows: readonly DisclosureRow[], columns = ['basic', 'project'], form = 'budget-expenditure') =>
  table({ form, columns: columnsOf(columns), rows: [...rows] });

const item = (code: string | null, more: Partial<DisclosureRow>, values: Readonly<Record<string, string>>) =>
  row('教育支出', cells(values), { code, ...more });

test('a name without a code has its place by its concept', () => {
  const named = item(null, { concept: 'function/205' }, { basic: '5.00', project: '1.00' });
  expect(lines(spending([named, item(null, { concept: 'function/20502' }, { basic: '5.00' })]))).toEqual([
    ['教育支出', '5.00', '1.00', '6.00*'],
  ]);
});

test('the same code below several units, or beside several economic codes, is added up', () => {
  const unit = (name: string) => ({ unit: { code: null, name } });
  const below = (name: string) => [item('205', unit(name), { basic: '5.00' }), item('20502', unit(name), { basic: '5.00' })];
  expect(lines(spending([...below('甲局'), ...below('乙中心')]))).toEqual([['教育支出', '10.00', '', '10.00*']]);
  const pair = (economic: string) => item('2050201', { codes: { economic } }, { basic: '2.00' });
  expect(lines(spending([pair('30101'), pair('30102')]))).toEqual([['教育支出', '4.00', '', '4.00*']]);
});

test('a 类 of the whole department holds those of its units', () => {
  const rows = [item('205', {}, { basic: '9.00' }), item('205', { unit: { code: null, name: '甲局' } }, { basic: '5.00' })];
  expect(lines(spending(rows))).toEqual([['教育支出', '9.00', '', '9.00*']]);
});

test('基本支出 that is no column is 人员支出 and 日常公用支出', () => {
  const rows = [item('205', {}, { personnel: '5.00', public: '2.00', project: '1.00' })];
  expect(lines(spending(rows, ['personnel', 'public', 'project']))).toEqual([['教育支出', '7.00', '1.00', '8.00*']]);
});

test('a form that goes by units leaves the chart to the next', () => {
  const units = spending([row('甲局', cells({ basic: '9.00' }), { concept: 'unit' })]);
  expect(lines(units, spending([item('205', {}, { basic: '5.00' })], undefined, 'budget-general-public-expenditure'))).toEqual([
    ['教育支出', '5.00', '', '5.00*'],
  ]);
});

test('what a 类 and all of them come to is what is printed; what is added up is marked', () => {
  const printedRow = item('205', {}, { basic: '5.00', project: '1.01', total: '6.00' });
  const rows = [
    printedRow,
    item('20802', {}, { basic: '1.00' }),
    item('20805', {}, { basic: '2.00' }),
    row('合计', cells({ basic: '8.01' }), { concept: 'total' }),
  ];
  const chart = functionBars(DECLARATION, [spending(rows, ['total', 'basic', 'project'])], must(families[1], 'a second family'));
  expect(chart?.table.lines.map((line) => line.at(-1))).toEqual(['6.00', '3.00*']);
  expect(chart?.description).toContain('合计行：基本支出 8.01。带*的没有印出，是所列各项之和。');
});

test('what a 类 comes to is taken from the table that prints it, marked, where this one prints 项 alone; not in another unit', () => {
  const elsewhere = { 'budget-expenditure': { form: 'budget-summary', column: 'expenditure' } };
  const detailed = spending([item('20802', {}, { basic: '1.00' }), item('20805', {}, { basic: '2.00' })], ['basic']);
  const summary = (unit: '万元' | '元') =>
    table({
      form: 'budget-summary',
      title: '收支总表',
      unit,
      rows: [row('社会保障', cells({ expenditure: '3.01' }), { concept: 'function/208' })],
    });
  const chart = (unit: '万元' | '元') =>
    functionBars({ ...DECLARATION, elsewhere }, [detailed, summary(unit)], must(families[1], 'a second family'));
  expect(chart('万元')?.table.lines.map((line) => line.at(-1))).toEqual(['3.01†']);
  expect(chart('万元')?.description).toContain('带†的本表没有印出，取自《收支总表》。');
  expect(chart('元')?.table.lines.map((line) => line.at(-1))).toEqual(['3.00*']);
});
