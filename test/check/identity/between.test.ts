import { describe, expect, test } from 'vitest';
import { betweenRules } from '../../../extractors/final-accounts/between.js';
import { type Rest, raised, statusOf, table } from '../builders.js';

const summary = (lines: string, rest: Rest = {}) => table('income-expenditure-summary', 'income expenditure', lines, rest);
const expenditure = (lines: string, rest: Rest = {}) => table('expenditure', 'total basic project', lines, rest);

describe('tables that belong together', () => {
  const accounts = (total: string, department: string | null) => [
    summary(`本年支出合计 _ ${total}`, { department }),
    expenditure(`合计 ${total} ${total} _`, { department }),
  ];

  test('accounts of several units stand apart by their names', () => {
    const [mine, yours] = [accounts('100.00', '局本级'), accounts('70.00', '服务中心')];
    const inOrderOfForms = [mine[0], yours[0], mine[1], yours[1]].flatMap((t) => t ?? []);
    expect(raised(...inOrderOfForms)).toEqual([]);
    expect(
      raised(
        ...accounts('100.00', '局本级'),
        summary('本年支出合计 _ 70.00', { department: '服务中心' }),
        expenditure('合计 71.00 71.00 _', { department: '服务中心' }),
      ),
    ).toHaveLength(1);
  });

  test('without names nobody is accused, and what agrees is proved', () => {
    const tables = [
      summary('本年支出合计 _ 100.00'),
      summary('本年支出合计 _ 70.00'),
      expenditure('合计 100.00 100.00 _'),
      expenditure('合计 70.00 70.00 _'),
    ];
    expect(raised(...tables)).toEqual([]);
  });

  test('a table that comes once is one of the set', () => {
    const tables = accounts('100.00', null);
    expect(statusOf(tables, 0, '本年支出合计', 'expenditure')).toBe('proved');
  });
});

describe('units', () => {
  test('元 beside 万元 agree to the shorter precision', () => {
    const yuan = (total: string) => [summary('本年支出合计 _ 395.87'), expenditure(`合计 ${total} ${total} _`, { unit: '元' })];
    expect(raised(...yuan('3958712.34'))).toEqual([]);
    expect(statusOf(yuan('3958712.34'), 0, '本年支出合计', 'expenditure')).toBe('proved');
    expect(raised(...yuan('3959712.34')).map((f) => f.rule)).toEqual(['TABLE-01-03']);
  });

  test('amounts of no known unit are not compared with amounts in 元', () => {
    expect(raised(summary('本年支出合计 _ 395.87'), expenditure('合计 400.00 400.00 _', { unit: null }))).toEqual([]);
    expect(raised(summary('本年支出合计 _ 395.87', { unit: null }), expenditure('合计 400.00 400.00 _', { unit: null }))).toHaveLength(1);
  });
});

describe('what the tables print', () => {
  test('收入 under one head with its parts below: the head counts, not the parts', () => {
    const lines = '一、财政拨款收入 243.38 _\n其中：政府性基金预算财政拨款 1.50 _\n二、事业收入 136.24 _\n本年收入合计 379.62 _';
    const income = table('income', 'total fiscal operations', '合计 379.62 243.38 136.24');
    expect(raised(summary(lines), income)).toEqual([]);
  });

  test('项 only: a 类 is the sum of their codes', () => {
    expect(raised(summary('八、社会保障和就业支出 _ 51.31'), expenditure('2080501 甲 28.87 28.87 _\n2080505 乙 22.45 22.45 _'))).toEqual(
      [],
    );
  });

  test('a 类 without any code below it', () => {
    expect(
      raised(summary('八、社会保障和就业支出 _ 51.31\n五、教育支出 _ 9.00'), expenditure('2050101 甲 9.00 9.00 _')).map((f) => f.rule),
    ).toEqual(['TABLE-01-03-CATEGORY']);
  });

  test('a blank table against figures elsewhere', () => {
    const fiscal = table('fiscal-appropriation-summary', 'income total government-fund', '本年支出合计 _ 20.00 20.00');
    const fund = table('government-fund', 'opening income total basic project closing', '', { empty: { statement: '本表无数据。' } });
    const [finding] = raised(fiscal, fund);
    expect(finding?.cells[0]).toEqual({ table: 1, row: null, column: 'total', page: 10, box: null });
    expect(finding?.message).toBe(
      '第10页《政府性基金预算财政拨款收入支出决算表》本年支出·小计为空白，而第10页《财政拨款收入支出决算总表》本年支出合计行政府性基金预算财政拨款印为20.00万元，相差20.00万元。',
    );
  });

  test('06 in three columns against 05', () => {
    const general = table('general-public-expenditure', 'total basic project', '合计 100.00 90.00 10.00');
    const basic = (total: string) =>
      table(
        'general-public-basic-expenditure',
        'total personnel public',
        `合计 ${total} 80.00 10.00\n30101 工资 80.00 80.00 _\n30201 办公费 10.00 _ 10.00`,
      );
    expect(raised(general, basic('90.00'))).toEqual([]);
    expect(raised(general, basic('99.00')).map((f) => f.expected)).toEqual(['90.00']);
  });

  test('personnel cost in the column of public cost', () => {
    const basic = table(
      'general-public-basic-expenditure',
      'total personnel public',
      '合计 90.00 80.00 10.00\n30101 工资 80.00 80.00 _\n30201 办公费 10.00 10.00 _',
    );
    expect(raised(basic).map((f) => f.severity)).toContain('error');
  });

  test('三公 with the items as rows, and with 预算数 and 决算数 as rows', () => {
    const basic = table('general-public-basic-expenditure', 'amount', '30217 公务接待费 2.00');
    const asRows = (reception: string) =>
      table(
        'three-public',
        'budget final',
        `合计 3.00 ${reception}\n1.因公出国（境）费 _ _\n2.公务用车购置及运行费 _ _\n3.公务接待费 3.00 ${reception}`,
      );
    const asPhases = (reception: string) =>
      table('three-public', 'total abroad vehicles reception', `预算数 3.00 _ _ 3.00\n决算数 ${reception} _ _ ${reception}`);
    expect([raised(basic, asRows('2.00')), raised(basic, asPhases('2.00'))]).toEqual([[], []]);
    expect([raised(basic, asRows('1.00')), raised(basic, asPhases('1.00'))].map((f) => f.map((x) => x.rule))).toEqual([
      ['TABLE-06-09'],
      ['TABLE-06-09'],
    ]);
  });
});

test('every rule has its own id', () => {
  const ids = betweenRules.map(({ rule }) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
});
