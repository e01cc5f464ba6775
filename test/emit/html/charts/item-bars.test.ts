import { expect, test } from 'vitest';
import type { ItemBars } from '../../../../extractors/charts.js';
import { families } from '../../../../extractors/families.js';
import type { DisclosureRow } from '../../../../schemas/disclosure.js';
import { must } from '../../../../src/base/invariant.js';
import { itemBars } from '../../../../src/emit/html/charts/item-bars.js';
import { row, table } from '../../fixture.js';
import { cells } from './cells.js';

const DECLARATION: ItemBars = {
  kind: 'item-bars',
  title: '三公',
  form: 'budget-three-public',
  phases: [
    { name: '上年', key: 'last-year' },
    { name: '本年', key: 'budget', plain: true },
  ],
  part: 'general-public',
  items: [
    { name: '合计', key: 'total', concepts: ['three-public/total', 'total'] },
    { name: '接待', key: 'reception', concepts: ['three-public/reception'] },
  ],
  summed: true,
};

const lines = (...rows: readonly DisclosureRow[]) =>
  itemBars(DECLARATION, [table({ form: 'budget-three-public', rows: [...rows] })], must(families[1], 'a second family'))?.table.lines;

const both = [
  ['合计', '9.00', '8.00'],
  ['接待', '3.00', '2.00'],
];

test('this year’s columns without a head beside last year’s with one', () => {
  expect(lines(row(null, cells({ 'last-year.total': '9.00', 'last-year.reception': '3.00', total: '8.00', reception: '2.00' })))).toEqual(
    both,
  );
});

test('years as rows, items divided by budget: 一般公共预算 is shown', () => {
  const year = (concept: string, total: string, reception: string) =>
    row(concept, cells({ 'total.general-public': total, 'total.government-fund': '1.00', 'reception.general-public': reception }), {
      concept,
    });
  expect(lines(year('last-year', '9.00', '3.00'), year('budget', '8.00', '2.00'), year('change', '-1.00', '-1.00'))).toEqual([
    both[0],
    both[1],
  ]);
});

test('items as rows, their amounts in a column 预算数 or 合计', () => {
  const item = (concept: string, column: string, value: string) => row(concept, cells({ [column]: value }), { concept });
  for (const column of ['budget', 'total'])
    expect(lines(item('total', column, '8.00'), item('three-public/reception', column, '2.00'))).toEqual([
      ['合计', '8.00'],
      ['接待', '2.00'],
    ]);
});

test('units have bars only through their sum', () => {
  const unit = (name: string, total: string) => row(name, cells({ total }), { concept: 'unit', unit: { code: null, name } });
  const sum = row('合计', cells({ total: '8.00' }), { concept: 'total', kind: 'total' });
  expect(lines(unit('甲局', '5.00'), unit('乙中心', '3.00'), sum)).toEqual([['合计', '8.00']]);
  expect(lines(unit('甲局', '5.00'), unit('乙中心', '3.00'))).toBeUndefined();
});

test('of items as rows, the total is its own row, whatever stands above it', () => {
  const item = (concept: string, value: string) => row(concept, cells({ total: value }), { concept });
  expect(
    lines(item('three-public/administration', '9.00'), item('three-public/total', '8.00'), item('three-public/reception', '2.00')),
  ).toEqual([
    ['合计', '8.00'],
    ['接待', '2.00'],
  ]);
});
