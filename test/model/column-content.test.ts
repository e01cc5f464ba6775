import { expect, test } from 'vitest';
import { budgets } from '../../extractors/budgets/family.js';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { Form } from '../../schemas/disclosure.js';
import { contentOf, isBeside } from '../../src/model/column-content.js';

const formOf = (id: Form) => [...budgets.forms, ...finalAccounts.forms].find((form) => form.id === id) ?? null;
const content = (id: Form, key: string, path: readonly string[] = [key]) => contentOf(formOf(id), { key, path });

test('a column is money unless its form says otherwise', () => {
  expect(content('budget-general-public-expenditure', 'total', ['合计'])).toBe('money');
  expect(content('budget-general-public-expenditure', '其他专户收入拨款')).toBe('money');
});

test('增减率 holds percentages, 增减额 beside it money', () => {
  expect(content('budget-general-public-expenditure', 'change-rate', ['增减率'])).toBe('rate');
  expect(content('budget-general-public-expenditure', 'change', ['增减额'])).toBe('money');
});

test('what stands beside the money is none, under any head', () => {
  expect(content('budget-procurement', '数量')).toBe('other');
  expect(content('budget-procurement', '采购/采购目录', ['采购', '采 购 目 录'])).toBe('other');
  expect(content('budget-procurement', 'amount', ['金额'])).toBe('money');
});

test('备注 is beside the money of any account', () => {
  expect(content('expenditure', '备注')).toBe('other');
});

test('a 绩效 table names its money: all else holds words and scores', () => {
  expect(content('budget-project-performance', 'amount', ['总额'])).toBe('money');
  expect(content('budget-project-performance', 'target', ['指标值'])).toBe('other');
});

test('a table of no known form says nothing of its columns', () => {
  expect(contentOf(null, { key: '数量', path: ['数量'] })).toBe('money');
});

test('a word within a head is not the head', () => {
  expect(isBeside(['数量'], { besides: ['数量'] })).toBe(true);
  expect(isBeside(['数量合计'], { besides: ['数量'] })).toBe(false);
});
