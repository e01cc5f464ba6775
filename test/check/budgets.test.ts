import { describe, expect, test } from 'vitest';
import { budgets } from '../../extractors/budgets/family.js';
import type { DisclosureTable } from '../../schemas/disclosure.js';
import { checkTables } from '../../src/check/check.js';
import { budgetCases } from './budget-cases.js';
import { culpritOf, raised, statusOf, table } from './builders.js';

test('every rule of the tables of budgets has its two cases', () => {
  expect(Object.keys(budgetCases).toSorted()).toEqual(budgets.rules.map(({ id }) => id).toSorted());
});

describe.each(budgets.rules.map((rule) => [rule.id, rule.formula] as const))('%s %s', (id) => {
  test('holds', () => {
    expect(raised(...(budgetCases[id]?.holds ?? [])).map((f) => f.message)).toEqual([]);
  });

  test('breaks', () => {
    expect(raised(...(budgetCases[id]?.breaks ?? [])).map((f) => f.rule)).toContain(id);
  });
});

/** The rows named so are about units, and govern those below them until the next. */
function withUnits(sketched: DisclosureTable, units: Readonly<Record<string, string | null>>): DisclosureTable {
  let unit: { code: string | null; name: string } | undefined;
  const rows = sketched.rows.map((row) => {
    const code = row.name === null ? undefined : units[row.name];
    if (row.name !== null && code !== undefined) {
      unit = { code, name: row.name };
      return { ...row, concept: 'unit', unit };
    }
    return unit ? { ...row, unit } : row;
  });
  return { ...sketched, rows };
}

const spent = (lines: string) => table('budget-expenditure', 'total basic project', lines);
const rules = (...tables: DisclosureTable[]) => raised(...tables).map((f) => f.rule);

describe('units', () => {
  const lines = (amount: string) => `合计 60.00 60.00 _
    局机关 ${amount} ${amount} _
    208 类 10.00 10.00 _
    221 类 15.50 15.50 _
    中心 34.50 34.50 _
    208 类 34.50 34.50 _`;
  const units = { 局机关: null, 中心: null };

  test('合计 is the sum of the units, a unit that of its own 类, and a code that comes again is that of another unit', () => {
    const tables = [withUnits(spent(lines('25.50')), units)];
    expect(rules(...tables)).toEqual([]);
    expect(statusOf(tables, 0, '局机关', 'total')).toBe('proved');
  });

  test('a wrong digit of a unit is found', () => {
    const tables = [withUnits(spent(lines('26.50')), units)];
    const findings = raised(...tables);
    expect(culpritOf(findings[0], tables)).toMatch(/^局机关 (?:total|basic)$/u);
    expect(findings[0]?.message).toContain('25.50');
  });

  test('a unit stands below the one whose code its own begins with', () => {
    const nested = withUnits(spent('合计 60.00 60.00 _\n局 60.00 60.00 _\n局机关 25.50 25.50 _\n中心 34.50 34.50 _'), {
      局: '117',
      局机关: '117001',
      中心: '117002',
    });
    expect(rules(nested)).toEqual([]);
  });

  test('a department printed above its units without codes is told by its amount', () => {
    const nested = withUnits(spent('合计 60.00 60.00 _\n局（部门） 60.00 60.00 _\n局机关 25.50 25.50 _\n中心 34.50 34.50 _'), {
      '局（部门）': null,
      局机关: null,
      中心: null,
    });
    expect(rules(nested)).toEqual([]);
  });
});

describe('lists', () => {
  const list = (amount: string) =>
    table(
      'budget-procurement',
      'total general-public own-funds',
      `合计 30.00 20.00 10.00
      货物 12.50 12.50 _
      局机关 12.50 12.50 _
      复印机 5.00 5.00 _
      空调机 ${amount} 7.50 _
      服务 17.50 7.50 10.00
      局机关 17.50 7.50 10.00
      会议服务 17.50 7.50 10.00`,
    );

  test('kinds above units above things: only the amounts tell, and all of them close', () => {
    const tables = [list('7.50')];
    expect(rules(...tables)).toEqual([]);
    expect(statusOf(tables, 0, '空调机', 'total')).toBe('proved');
  });

  test('where no way closes nothing of the list is proved by its sums', () => {
    expect(statusOf([list('7.30')], 0, '空调机', 'total')).not.toBe('proved');
  });
});

describe('lines', () => {
  const summary = (lines: string) => table('budget-fiscal-summary', 'income expenditure', lines);

  test('其中 is a part and no addend, and neither is the line below it that goes on', () => {
    const lines = '上年结转 8.00 _\n其中：财政拨款资金结转 5.00 _\n非财政拨款资金结余 3.00 _\n本年收入合计 92.00 _\n收入总计 92.00 _';
    expect(rules(table('budget-summary', 'income expenditure', lines)).length).toBeGreaterThan(0);
    const right = '本年收入合计 92.00 _\n上年结转 8.00 _\n其中：财政拨款资金结转 5.00 _\n非财政拨款资金结余 3.00 _\n收入总计 100.00 _';
    expect(rules(table('budget-summary', 'income expenditure', right))).toEqual([]);
  });

  test('a total first of all is the sum of what stands below it', () => {
    expect(rules(summary('合计 100.00 _\n一、一般公共预算拨款 90.10 _\n二、政府性基金预算拨款 9.90 _'))).toEqual([]);
    expect(rules(summary('合计 101.00 _\n一、一般公共预算拨款 90.10 _\n二、政府性基金预算拨款 9.90 _'))).toEqual(
      ['LINE-TOTAL'].map(() => 'LINE-LEVELS'),
    );
  });

  test('ordinals that begin anew below 一、本年支出 are its own', () => {
    const lines = '一、本年支出 _ 100.00\n一、教育支出 _ 90.10\n二、住房保障支出 _ 9.90\n二、结转下年 _ 8.00\n支出总计 _ 108.00';
    expect(rules(summary(lines))).toEqual([]);
  });

  test('类 above 款 and 项 by name alone', () => {
    const lines = (n: string) => `一、教育支出 _ 46.05\n进修及培训 _ 46.05\n培训支出 _ ${n}\n支出总计 _ 46.05`;
    expect(rules(summary(lines('46.05')))).toEqual([]);
    expect(rules(summary(lines('46.50')))).toContain('LINE-LEVELS');
  });
});

test('what was carried over may be counted inside a source or not, and then a break accuses nobody', () => {
  const summary = table('budget-summary', 'income expenditure', '一、一般公共预算拨款收入 736.81 _\n上年结转 0.11 _');
  const income = (n: string) => table('budget-income', 'general-public own-funds', `合计 ${n} _`);
  expect(rules(summary, income('736.81'))).toEqual([]);
  expect(rules(summary, income('736.92'))).toEqual([]);
  expect(statusOf([summary, income('736.92')], 1, '合计', 'general-public')).toBe('uncontradicted');
});

test('结转下年 in the column of its budget is no expenditure: the income is both', () => {
  const fiscal = (left: string) =>
    table(
      'budget-fiscal-summary',
      'income total general-public',
      `一、一般公共预算收入 100.00 _ _\n一、教育支出 _ 90.10 90.10\n本年支出合计 _ 90.10 90.10\n结转下年 _ ${left} ${left}\n收入总计 100.00 _ _\n支出总计 _ 100.00 100.00`,
    );
  const spending = table('budget-general-public-expenditure', 'total basic project', '合计 90.10 90.10 _\n205 教育支出 90.10 90.10 _');
  expect(rules(fiscal('9.90'), spending)).toEqual([]);
  expect(rules(fiscal('9.80'), spending)).toEqual(['LINE-TOTAL']);
});

test('expenditure by source is no sum of its kinds', () => {
  const bySource = table('budget-expenditure', 'total general-public business carryover', '合计 100.00 90.10 5.90 4.00');
  expect(rules(bySource)).toEqual([]);
});

test('a column under 其中 is a part of those beside it', () => {
  const sketched = table('budget-expenditure', 'total basic project business', '合计 40.00 8.20 31.80 23.00');
  const columns = sketched.columns.map((column) =>
    column.key === 'business' ? { ...column, path: ['其中', '事业单位经营支出'] } : column,
  );
  expect(rules({ ...sketched, columns })).toEqual([]);
  expect(rules(sketched)).toEqual(['ROW-SUM']);
});

test('目 below an economic 款 are printed where they are, and asked for nowhere', () => {
  const basic = table(
    'budget-general-public-basic',
    'total personnel public',
    '301 类 90.00 90.00 _\n30101 甲 40.00 40.00 _\n30102 乙 50.00 50.00 _\n3010201 丙 50.00 50.00 _',
  );
  expect(rules(basic)).toEqual([]);
});

test('percentages are added up by nothing', () => {
  const compared = table(
    'budget-general-public-expenditure',
    'last-year.total total change change-rate',
    '合计 90.00 100.00 10.00 11.11\n2010801 甲 40.00 50.00 10.00 25.00\n2080501 乙 50.00 50.00 0.00 0.00',
  );
  expect(checkTables([compared], budgets).findings.filter((f) => f.severity !== 'info')).toEqual([]);
});

test('what was carried over may stand apart in one of two tables: a column is compared with both', () => {
  const whole = (carried: string) =>
    table(
      'budget-expenditure',
      'total current basic project carryover carryover.basic carryover.project',
      `229 其他支出 233.00 184.90 _ 184.90 ${carried} _ ${carried}`,
    );
  const fund = table('budget-government-fund', 'total basic project', '229 其他支出 233.00 _ 233.00');
  expect(raised(whole('48.10'), fund)).toEqual([]);
  expect(raised(whole('47.10'), fund).length).toBeGreaterThan(0);
});

describe('a summary split into 人员 and 公用', () => {
  const basic = table('budget-general-public-basic', 'total personnel public', '合计 8.20 6.10 2.10');
  const columns = (personnel: string, running: string) =>
    table(
      'budget-summary',
      'income expenditure personnel public',
      `支出总计 _ ${(Number(personnel) + Number(running)).toFixed(2)} ${personnel} ${running}`,
    );
  const lines = (personnel: string, running: string) =>
    table('budget-summary', 'income expenditure', `（一）人员经费 _ ${personnel}\n（二）公用经费 _ ${running}`);

  test.each([
    ['as columns', columns],
    ['as lines', lines],
  ])('%s: the same money is split in the same way', (_, summary) => {
    expect(rules(summary('6.10', '2.10'), basic)).toEqual([]);
    expect(rules(summary('6.01', '2.19'), basic)).toEqual(['BUDGET-SUMMARY-PARTS']);
    // All money, of which the general public budget is a part.
    expect(rules(summary('7.30', '2.50'), basic)).toEqual([]);
  });

  test('what agrees is not proved: it was chosen for its sum', () => {
    expect(statusOf([lines('6.10', '2.10'), basic], 0, '（一）人员经费', 'expenditure')).toBe('uncontradicted');
  });
});

test('a 类 is not held against what 支出总表 carries over within it: 收支总表 has that on a line of its own', () => {
  const accounts = (total: string, category: string) => [
    table('budget-summary', 'income expenditure', '四、农林水支出 _ 1.00\n五、住房保障支出 _ 6.68\n结转下年 _ 2.32\n支出总计 _ 10.00'),
    table('budget-expenditure', 'total project closing', `合计 ${total}\n213 农林水支出 ${category}\n221 住房保障支出 6.68 6.68 _`),
  ];
  expect(raised(...accounts('10.00 7.68 2.32', '3.32 1.00 2.32'))).toEqual([]);
  expect(raised(...accounts('10.00 10.00 _', '3.32 3.32 _'))).toHaveLength(1);
});
