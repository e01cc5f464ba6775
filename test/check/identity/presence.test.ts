import { expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { checkPresence } from '../../../src/check/identity/presence.js';
import { tablesToSheets } from '../../../src/check/table/sheet.js';
import { table } from '../builders.js';

const expenditure = (lines: string) => table('expenditure', 'total basic', lines, { page: 9 });
const found = (...tables: Parameters<typeof tablesToSheets>[0]) =>
  checkPresence(tablesToSheets(tables, finalAccounts)).map(({ rule, message }) => `${rule} ${message}`);

test('a lost 款 is named once, by the first code below it', () => {
  const lines =
    '合计 9.00 9.00\n205 类 4.00 4.00\n20501 款 4.00 4.00\n2050101 项 4.00 4.00\n208 类 5.00 5.00\n2080501 项 2.00 2.00\n2080505 项 3.00 3.00';
  expect(found(expenditure(lines))).toEqual(['CODE-PARENT 第9页《支出决算表》印有2080501，却没有其上级20805（款）一行，可能漏印或漏读。']);
});

test('a document that prints 项 alone, or 类 and 项, does so on purpose', () => {
  expect(found(expenditure('合计 9.00 9.00\n2050101 项 4.00 4.00\n2080501 项 5.00 5.00'))).toEqual([]);
  expect(found(expenditure('合计 9.00 9.00\n208 类 9.00 9.00\n2080501 项 9.00 9.00'))).toEqual([]);
});

test('the other tables tell which levels are printed; the economic classification has its own', () => {
  const all = expenditure('合计 9.00 9.00\n208 类 9.00 9.00\n20805 款 9.00 9.00\n2080501 项 9.00 9.00');
  const fund = (lines: string) => table('government-fund', 'income total project', lines, { page: 17 });
  expect(found(all, fund('合计 8.00 8.00 8.00\n22960 款 8.00 8.00 8.00\n2296002 项 8.00 8.00 8.00'))).toEqual([
    'CODE-PARENT 第17页《政府性基金预算财政拨款收入支出决算表》印有22960，却没有其上级229（类）一行，可能漏印或漏读。',
  ]);
  expect(found(all, fund('合计 8.00 8.00 8.00\n229 类 8.00 8.00 8.00\n22960 款 8.00 8.00 8.00'))).toEqual([
    'CODE-CHILD 第17页《政府性基金预算财政拨款收入支出决算表》印有22960，却没有其下级（项）一行，可能漏印或漏读。',
  ]);
  const basic = table('general-public-basic-expenditure', 'amount', '301 类 9.00\n30101 款 9.00\n人员经费合计 9.00\n公用经费合计 _');
  expect(found(all, basic)).toEqual([]);
});

test('总计 on one side does not stand for the other', () => {
  const summary = (lines: string) => table('income-expenditure-summary', 'income expenditure', lines, { page: 7 });
  const both = '本年收入合计 9.00 _\n年初结转和结余 1.00 _\n总计 10.00 _\n本年支出合计 _ 8.00\n年末结转和结余 _ 2.00\n';
  expect(found(summary(`${both}总计 _ 10.00`))).toEqual([]);
  expect(found(summary(both))).toEqual([expect.stringContaining('没有“支出总计”一行')]);
  expect(found(summary(`${both}总计 _ 10.00`.replace('年初结转和结余 1.00 _\n', '')))).toEqual([
    expect.stringContaining('没有“年初结转和结余”一行'),
  ]);
});

test('personnel and public totals, or one 合计 with a column for each', () => {
  const basic = (lines: string) => table('general-public-basic-expenditure', 'amount', lines);
  expect(found(basic('301 类 9.00\n人员经费合计 9.00'))).toEqual([expect.stringContaining('没有“公用经费合计”一行')]);
  expect(found(table('general-public-basic-expenditure', 'total personnel public', '合计 9.00 9.00 _\n301 类 9.00 9.00 _'))).toEqual([]);
});

test('an empty table lacks nothing', () => {
  expect(found({ ...expenditure('208 类 _ _'), empty: { statement: null } })).toEqual([]);
});
