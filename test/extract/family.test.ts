import { expect, test } from 'vitest';
import { budgets } from '../../extractors/budgets/family.js';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { gridsToTables } from '../../src/extract/extract.js';
import { chooseFamily } from '../../src/extract/family.js';
import { grid, lines } from './builders.js';

const FAMILIES = [finalAccounts, budgets];
const titled = (...titles: string[]) => titles.map((title) => grid('项目 | 合计\n甲 | 1.00', { above: lines(title) }));

test('the family whose forms most titles name', () => {
  expect(chooseFamily(titled('收入决算表', '支出决算表', '收入总表'), FAMILIES)).toBe(finalAccounts);
  expect(chooseFamily(titled('收支总表', '收入总表', '收入决算表'), FAMILIES)).toBe(budgets);
});

test('a title inside the grid counts as well as one above it', () => {
  expect(chooseFamily([grid('收入总表 | <\n项目 | 合计\n甲 | 1.00')], FAMILIES)).toBe(budgets);
});

test('where no title is known, the first', () => {
  expect(chooseFamily(titled('某某情况'), FAMILIES)).toBe(finalAccounts);
});

test('one table that bears the words of another family is no second family', () => {
  const grids = titled('收入决算表', '支出决算表', '政府采购情况表');
  const family = chooseFamily(grids, FAMILIES);
  expect(family).toBe(finalAccounts);
  expect(gridsToTables(grids, family).map(({ form }) => form)).toEqual(['income', 'expenditure', 'other']);
});

test('a document that holds several forms of both is read by both, and the same pair is made once', () => {
  const grids = titled('收入决算表', '支出决算表', '收入支出决算总表', '财政拨款收入支出决算总表', '收支总表', '收入总表', '支出总表');
  const family = chooseFamily(grids, FAMILIES);
  expect(family.id).toBe('final-accounts');
  expect(gridsToTables(grids, family).map(({ form }) => form)).toEqual([
    'income',
    'expenditure',
    'income-expenditure-summary',
    'fiscal-appropriation-summary',
    'budget-summary',
    'budget-income',
    'budget-expenditure',
  ]);
  expect(chooseFamily(grids, FAMILIES)).toBe(family);
});
