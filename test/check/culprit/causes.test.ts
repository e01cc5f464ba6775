import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import type { DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { checkTables } from '../../../src/check/check.js';
import { culpritOf, raised, table } from '../builders.js';

const expenditure = (sketch: string, rest = {}) => table('expenditure', 'total basic project', sketch, { page: 9, ...rest });
const general = (sketch: string) => table('general-public-expenditure', 'total basic project', sketch, { page: 14 });

/** The findings of a table as culprit, expected value and verdict. */
const blame = (...tables: DisclosureTable[]) => raised(...tables).map((f) => [culpritOf(f, tables), f.expected ?? null, f.verdict]);

describe('one figure', () => {
  test('the cell in which the broken sums meet', () => {
    const tables = [expenditure('合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00\n2080501 乙 40.00 36.00 10.00')];
    expect(blame(...tables)).toEqual([['2080501 basic', '30.00', 'publisher']]);
  });

  test('a total that neither its row nor its column nor another table agrees with', () => {
    const tables = [expenditure('合计 100.00 79.00 30.00\n2010101 甲 60.00 40.00 20.00\n2080501 乙 40.00 30.00 10.00')];
    expect(blame(...tables)).toEqual([['合计 basic', '70.00', 'publisher']]);
  });

  test('two wrong figures are two findings', () => {
    const tables = [expenditure('合计 100.00 70.00 30.00\n2010101 甲 60.00 44.00 20.00\n2080501 乙 40.00 30.00 19.00')];
    expect(blame(...tables)).toEqual([
      ['2010101 basic', '40.00', 'publisher'],
      ['2080501 project', '10.00', 'publisher'],
    ]);
  });

  test('of two amounts that were copied from elsewhere, neither makes the other doubtful', () => {
    const tables = [expenditure('合计 100.00 70.00 30.00\n2010101 甲 61.50 28.50 20.00\n2080501 乙 38.50 28.50 61.50')];
    expect(blame(...tables)).toEqual([
      ['2010101 basic', '41.50', 'publisher'],
      ['2080501 project', '10.00', 'publisher'],
    ]);
    expect(raised(...tables).every(({ message }) => !message.includes('尚不能判定'))).toBe(true);
  });

  test('no dash is blamed where it would have to be a negative amount', () => {
    const income = '一、一般公共预算财政拨款收入 3200.30 _\n本年收入合计 3200.30 _\n使用非财政拨款结余 — _\n年初结转和结余 3200.30 _';
    const spent = '一、教育支出 _ 3289.40\n本年支出合计 _ 3289.40';
    const tables = [table('income-expenditure-summary', 'income expenditure', `${income}\n${spent}\n总计 3289.40 3289.40`)];
    const [finding] = raised(...tables);
    expect(culpritOf(finding, tables)).toBe('年初结转和结余 income');
    expect(finding?.expected).toBe('89.10');
  });

  test('of figures that only one sum speaks of, the one whose digits changed places', () => {
    const tables = [
      table(
        'general-public-basic-expenditure',
        'amount',
        '302 商品和服务支出 100.00\n30201 办公费 51.00\n30202 印刷费 72.25\n30205 水费 21.75',
      ),
    ];
    expect(blame(...tables)).toEqual([['30202 amount', '27.25', 'publisher']]);
  });

  test('swapped digits are found behind the roundings of a long sum', () => {
    const parts = '30201 办公费 11.11\n30202 印刷费 8.49\n30205 水费 30.03\n30206 电费 20.02\n30207 邮电费 13.27';
    const tables = [table('general-public-basic-expenditure', 'amount', `302 商品和服务支出 82.04\n${parts}`)];
    expect(blame(...tables)).toEqual([['30207 amount', '12.37', 'publisher']]);
  });

  test('a sum that lacks what none of its lines says: no dash is blamed, a line may be missing', () => {
    const lines = '一、教育支出 60.00\n二、科学技术支出 —\n三、文化旅游体育与传媒支出 —\n四、住房保障支出 20.00';
    const tables = [
      table('income-expenditure-summary', 'expenditure', `${lines}\n本年支出合计 100.00\n总计 100.00`),
      expenditure(
        '合计 100.00 70.00 30.00\n205 教育支出 60.00 40.00 20.00\n212 城乡社区支出 20.00 15.00 5.00\n221 住房保障支出 20.00 15.00 5.00',
      ),
    ];
    const findings = raised(...tables).filter(({ rule }) => rule === 'EXPENDITURE-TOTAL');
    expect(findings.map((f) => culpritOf(f, tables))).toEqual(['本年支出合计 expenditure']);
    expect(findings[0]?.message).toMatch(/各项之和为80\.00万元，相差20\.00万元，可能缺少一行。$/u);
  });

  test('where nothing tells the figures apart, the total comes first and nobody is blamed', () => {
    const tables = [
      table(
        'general-public-basic-expenditure',
        'amount',
        '302 商品和服务支出 100.00\n30201 办公费 51.13\n30202 印刷费 27.25\n30205 水费 17.58',
      ),
    ];
    const [finding] = raised(...tables);
    expect([culpritOf(finding, tables), finding?.verdict, finding?.cells.length]).toEqual(['302 amount', 'unknown', 4]);
    expect(finding?.message).toContain('尚不能判定何处有误');
  });

  test('a lost sign and lost digits are ours', () => {
    const lost = (print: string) => [
      table('government-fund', 'opening income total basic project closing', `2120804 建设 ${print} 50.00 45.00 _ 45.00 -7.30`),
    ];
    expect(blame(...lost('12.30'))).toEqual([['2120804 opening', '-12.30', 'reading']]);
    const cut = [expenditure('合计 1234.56 1200.00 34.56\n2010101 甲 234.56 1200.00 34.56')];
    expect(blame(...cut)).toEqual([['2010101 total', '1234.56', 'reading']]);
  });

  test('a digit that OCR took for another is a misreading, other differences are unknown', () => {
    const scan = (print: string) => [expenditure(`合计 100.00 70.00 30.00\n2010101 甲 100.00 ${print} 30.00`, { method: 'ocr' })];
    expect(blame(...scan('10.00')).map(([, , verdict]) => verdict)).toEqual(['reading']);
    expect(blame(...scan('23.45')).map(([, , verdict]) => verdict)).toEqual(['unknown']);
  });

  test('a blank cell that must have held an amount', () => {
    const tables = [expenditure('合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00\n2080501 乙 40.00 _ 10.00')];
    const [finding] = raised(...tables);
    expect([culpritOf(finding, tables), finding?.found, finding?.expected, finding?.cells[0]?.box]).toEqual([
      '2080501 basic',
      null,
      '30.00',
      null,
    ]);
  });

  test('an unreadable cell makes its identities undecidable', () => {
    expect(raised(expenditure('合计 100.00 xx 30.00\n2010101 甲 100.00 50.00 30.00', { unreadable: 'xx' })).map((f) => f.rule)).toEqual([
      'ROW-SUM',
    ]);
    expect(raised(expenditure('2010101 甲 100.00 xx 30.00', { unreadable: 'xx' }))).toEqual([]);
  });
});

describe('more than one figure', () => {
  test('an amount in the wrong column of 合计 is one finding, as in the document this began with', () => {
    const tables = [expenditure('合计 395.87 395.87 _\n2060302 甲 88.00 _ 88.00\n2150501 乙 307.87 307.87 _')];
    const [finding, ...more] = raised(...tables);
    expect([culpritOf(finding, tables), finding?.expected, finding?.difference, more.length]).toEqual(['合计 basic', '307.87', '88.00', 0]);
    expect(finding?.message).toContain('同行项目支出为空白，应为88.00万元');
  });

  test('a row missing from its sum', () => {
    const tables = [expenditure('合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00')];
    const [finding, ...more] = raised(...tables);
    expect([finding?.rule, finding?.verdict, more.length]).toEqual(['COLUMN-SUM', 'unknown', 0]);
    expect(finding?.message).toContain('可能缺少一行');
  });

  test('two columns exchanged', () => {
    const rows = '2010101 甲 60.00 40.00 20.00\n2080501 乙 40.00 30.00 10.00';
    const exchanged = '2010101 甲 60.00 20.00 40.00\n2080501 乙 40.00 10.00 30.00';
    const basic = table('general-public-basic-expenditure', 'amount', '人员经费合计 50.00\n公用经费合计 20.00');
    const [finding, ...more] = raised(
      expenditure(`合计 100.00 70.00 30.00\n${rows}`),
      general(`合计 100.00 30.00 70.00\n${exchanged}`),
      basic,
    );
    expect([finding?.verdict, finding?.cells[0]?.table, more.length]).toEqual(['reading', 1, 0]);
    expect(finding?.message).toContain('基本支出、项目支出各栏疑似错位');
  });

  test('three columns shifted over a blank one', () => {
    const six = (sketch: string) => table('expenditure', 'total basic project superior', sketch);
    const shifted = six('合计 100.00 _ 70.00 30.00\n2010101 甲 60.00 _ 40.00 20.00\n2080501 乙 40.00 _ 30.00 10.00');
    const right = general('合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00\n2080501 乙 40.00 30.00 10.00');
    const basic = table('general-public-basic-expenditure', 'amount', '人员经费合计 50.00\n公用经费合计 20.00');
    const [finding, ...more] = raised(shifted, right, basic);
    expect([finding?.cells[0]?.table, more.length]).toEqual([0, 0]);
    expect(finding?.message).toContain('基本支出、项目支出、上缴上级支出各栏疑似错位');
  });

  test('a table under the wrong unit is one finding about the table', () => {
    const tables = [
      general('合计 307.87 307.87 _\n2080501 甲 307.87 307.87 _'),
      table(
        'general-public-basic-expenditure',
        'amount',
        '301 工资福利支出 2985100.00\n302 商品和服务支出 93600.00\n人员经费合计 2985100.00\n公用经费合计 93600.00',
      ),
    ];
    const [finding, ...more] = raised(...tables);
    expect([finding?.rule, finding?.cells[0], more.length]).toEqual([
      'UNIT-PLAUSIBLE',
      { table: 1, row: null, column: null, page: 10, box: null },
      0,
    ]);
    expect(finding?.message).toContain('按元计则相符');
  });

  test('a table in 百元 under 万元 is found too', () => {
    const tables = [
      general('合计 307.87 307.87 _\n2080501 甲 307.87 307.87 _'),
      table(
        'general-public-basic-expenditure',
        'amount',
        '301 工资福利支出 29851.00\n302 商品和服务支出 936.00\n人员经费合计 29851.00\n公用经费合计 936.00',
      ),
    ];
    expect(raised(...tables).map((f) => f.message)).toEqual([expect.stringContaining('按百元计则相符')]);
  });

  test('a table that breaks everywhere is named as a whole', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `20101${String(i + 10)} 甲 ${10 + 3 * i}.11 ${7 * i + 5}.27 ${i * i + 2}.43`);
    const findings = raised(expenditure(`合计 997.00 555.00 111.00\n${rows.join('\n')}`));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(/有\d+处勾稽关系不符，不能归于个别数字/);
  });
});

describe('severity', () => {
  const equal = (a: string, b: string): Finding[] =>
    raised(
      table('income-expenditure-summary', 'income expenditure', `八、社会保障和就业支出 _ ${a}`),
      expenditure(`208 类 ${b} ${b} _\n20805 款 ${b} ${b} _\n2080501 项 ${b} ${b} _`),
    );

  test('one quantity in two places: equal, a unit of the last place apart, more', () => {
    expect([equal('326.72', '326.72'), equal('326.71', '326.72'), equal('326.62', '326.72')].map((f) => f.map((x) => x.severity))).toEqual([
      [],
      [],
      ['error'],
    ]);
  });

  test('a unit of the last place between tables is told as the rounding it is, as within one', () => {
    const tables = [
      table('income-expenditure-summary', 'income expenditure', '八、社会保障和就业支出 _ 326.71'),
      expenditure('208 类 326.72 326.72 _\n20805 款 326.72 326.72 _\n2080501 项 326.72 326.72 _'),
    ];
    expect(checkTables(tables, finalAccounts).findings.map(({ severity, verdict }) => [severity, verdict])).toEqual([['info', 'rounding']]);
  });

  test('the shorter precision decides', () => {
    expect([equal('326.7', '326.72'), equal('327', '326.72'), equal('326', '326.72')].map((f) => f.map((x) => x.severity))).toEqual([
      [],
      [],
      ['warning'],
    ]);
  });

  test('amounts to the 分 were never rounded', () => {
    const yuan = (total: string) => raised(expenditure(`2010101 甲 ${total} 40000.10 20000.20`, { unit: '元' })).map((f) => f.severity);
    expect([yuan('60000.30'), yuan('60000.31')]).toEqual([[], ['warning']]);
  });
});
