import { describe, expect, test } from 'vitest';
import { budgets } from '../../../extractors/budgets/family.js';
import { checkTables } from '../../../src/check/check.js';
import { raised, table } from '../builders.js';

const COLUMNS = 'budget-initial budget-full executed rate';
const found = (...lines: string[]) =>
  raised(table('department-performance', COLUMNS, lines.join('\n'), { page: 20 })).map(({ rule, severity, found: printed, expected }) =>
    [rule, severity, printed, expected].join(' '),
  );

describe('执行率 of 绩效自评', () => {
  test('what was spent over what was budgeted, rounded or cut off', () => {
    expect(found('年度资金总额 100.00 120.00 80.00 66.67%')).toEqual([]);
    expect(found('年度资金总额 100.00 120.00 80.00 66.66%')).toEqual([]);
    expect(found('年度资金总额 100.00 120.00 80.00 67%')).toEqual([]);
  });

  test('without % it may be a share of one', () => {
    expect(found('年度资金总额 100.00 120.00 60.00 0.50')).toEqual([]);
    expect(found('年度资金总额 100.00 120.00 60.00 50')).toEqual([]);
    expect(found('年度资金总额 100.00 120.00 60.00 0.50%')).toEqual(['PERFORMANCE-RATE error 0.50 50.00']);
  });

  test('by the budget of the beginning of the year, as some templates have it', () => {
    expect(found('年度资金总额 100.00 120.00 80.00 80.00%')).toEqual([]);
  });

  test('a point more or less is a warning, more is an error', () => {
    expect(found('年度资金总额 240.00 240.00 240.00 99.40%')).toEqual(['PERFORMANCE-RATE warning 99.40 100.00']);
    expect(found('年度资金总额 240.00 240.00 240.00 1000.00%')).toEqual(['PERFORMANCE-RATE error 1000.00 100.00']);
  });

  test('nothing of nothing has no rate', () => {
    expect(found('年度资金总额 0.00 0.00 0.00 100.00%')).toEqual([]);
    expect(found('年度资金总额 _ 120.00 _ 0.00%')).toEqual([]);
  });

  test('nothing spent of a budget is 0 %', () => {
    expect(found('年度资金总额 100.00 120.00 0.00 0.00%')).toEqual([]);
    expect(found('年度资金总额 100.00 120.00 0.00 100.00%')).toEqual(['PERFORMANCE-RATE error 100.00 0.00']);
  });

  test('read by OCR it may be our mistake', () => {
    const given = table('department-performance', COLUMNS, '年度资金总额 240.00 240.00 240.00 100%', { method: 'ocr' });
    expect(raised(given)).toEqual([]);
    const wrong = table('department-performance', COLUMNS, '年度资金总额 240.00 240.00 240.00 10%', { method: 'ocr' });
    expect(raised(wrong).map(({ severity, verdict }) => [severity, verdict])).toEqual([['warning', 'unknown']]);
  });

  test('a rate that is a value is contradicted, its amounts are not', () => {
    const budget = (rate: string) =>
      table('budget-general-public-expenditure', 'last-year.total total change change-rate', `2010801 行政运行 90.00 85.50 -4.50 ${rate}`);
    const statuses = (rate: string) =>
      Object.values(checkTables([budget(rate)], budgets).tables[0]?.rows[0]?.cells ?? {}).map(({ status }) => status);
    expect(statuses('-5.00')).toEqual(['proved', 'proved', 'proved', 'uncontradicted']);
    expect(statuses('-5.50')).toEqual(['proved', 'proved', 'proved', 'contradicted']);
  });

  test('rows that all stand at zero are one finding, with all their places', () => {
    const [finding, ...others] = raised(
      table(
        'department-performance',
        COLUMNS,
        '年度资金总额 3.00 3.00 3.00 100%\n其中：财政拨款 2.00 2.00 2.00 0.0%\n其他资金 1.00 1.00 1.00 0.0%',
      ),
    );
    expect(others).toEqual([]);
    expect(finding?.message).toContain('；本表另有1行也是这样。');
    expect(finding?.cells.map(({ row }) => row)).toEqual([1, 1, 1, 2, 2, 2]);
  });
});
