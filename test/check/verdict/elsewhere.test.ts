import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import type { Form } from '../../../schemas/disclosure.js';
import { Exact } from '../../../src/base/money.js';
import { checkTables } from '../../../src/check/check.js';
import { printedElsewhere } from '../../../src/check/verdict/elsewhere.js';
import { table } from '../builders.js';

const income = table('income', 'total fiscal other', '合计 5377.64 5377.64 _\n2010101 行政运行 5377.64 5377.64 _', { page: 8 });

describe('where a wrong amount was copied from', () => {
  test('the row of totals first, with page, title and labels', () => {
    expect(printedElsewhere([income], new Exact('53776400'))).toMatch(/^；此数恰是第8页《.*》合计行本年收入合计$/u);
  });

  test('before it the row that the message is about', () => {
    const own = [{ table: 0, row: 1, column: 'other', page: 8, box: null }];
    expect(printedElsewhere([income], new Exact('53776400'), own)).toBe('；此数恰是第8页《收入决算表》2010101行政运行行本年收入合计');
  });

  test('nowhere, or by chance', () => {
    expect(printedElsewhere([income], new Exact('53776401'))).toBe('');
    expect(printedElsewhere([table('income', 'total', '合计 120.00')], new Exact('1200000'))).toBe('');
  });

  test('the cells that a finding is about are not elsewhere', () => {
    const cells = [0, 1].flatMap((row) => ['total', 'fiscal'].map((column) => ({ table: 0, row, column, page: 8, box: null })));
    expect(printedElsewhere([income], new Exact('53776400'), cells)).toBe('');
  });
});

test('a finding that blames a figure says where else it is printed', () => {
  const rows = '合计 5111.11 4000.00 1111.11\n2010101 甲 5377.64 3000.00 1000.00\n2010102 乙 1111.11 1000.00 111.11';
  const { findings } = checkTables([table('expenditure', 'total basic project', rows), income], finalAccounts);
  const [found] = findings.filter(({ cells }) => cells[0]?.table === 0);
  expect(found?.message).toContain('印为5377.64万元');
  expect(found?.message).toContain('；此数恰是第8页');
});

test('a sum that may lack a row says which row of another table prints just what it lacks', () => {
  const lines = '一、教育支出 60.00\n二、科学技术支出 —\n三、文化旅游体育与传媒支出 —\n本年支出合计 80.41\n总计 80.41';
  const summary = table('income-expenditure-summary', 'expenditure', lines);
  const byCode = (form: Form) =>
    table(form, 'total', '合计 80.41\n205 教育支出 60.00\n212 城乡社区支出 20.41\n21201 城乡社区管理事务 20.41', { page: 9 });
  const { findings } = checkTables([summary, byCode('income'), byCode('expenditure')], finalAccounts);
  expect(findings.find(({ rule }) => rule === 'EXPENDITURE-TOTAL')?.message).toMatch(
    /相差20\.41万元，可能缺少一行；第9页《支出决算表》212城乡社区支出行本年支出合计恰为此数。$/u,
  );
});

test.each([
  ['402.00', '420.00', '疑为数字颠倒'],
  ['4200.00', '420.00', '疑为小数点错位'],
  ['-420.00', '420.00', '疑漏印负号'],
])('%s for %s: %s', (printed, right, said) => {
  const rows = `合计 1120.00 620.00 500.00\n2010101 甲 ${printed} 320.00 100.00\n2010102 乙 700.00 300.00 400.00`;
  const { findings } = checkTables([table('expenditure', 'total basic project', rows)], finalAccounts);
  expect(findings.map(({ message }) => message).join()).toContain(said);
  expect(findings[0]?.expected).toBe(right);
});
