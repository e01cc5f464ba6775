import { describe, expect, test } from 'vitest';
import { budgets } from '../../../extractors/budgets/family.js';
import { budgetsProse } from '../../../extractors/budgets/prose/prose.js';
import type { Disclosure, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { checkProse } from '../../../src/check/prose/check-prose.js';
import { withAnnouncedEmptiness } from '../../../src/check/prose/tables/announced.js';
import { brief, DOCUMENT, prose, sheet } from '../../check/prose/builders.js';

const BUDGET: Disclosure['document'] = { ...DOCUMENT, kind: '部门预算', year: 2025 };

/** The budget of a small department; every figure agrees with every other. */
const budget = (): DisclosureTable[] => [
  sheet(
    'budget-summary',
    ['income', 'expenditure'],
    [
      ['general-public-appropriation', '一、一般公共预算拨款收入', { income: '900.00' }],
      ['other-income', '九、其他收入', { income: '100.00' }],
      ['function/213', '十二、农林水支出', { expenditure: '1000.00' }],
      ['total-income', '收入总计', { income: '1000.00' }],
      ['total-expenditure', '支出总计', { expenditure: '1000.00' }],
    ],
  ),
  sheet(
    'budget-general-public-expenditure',
    ['last-year.total', 'total', 'basic', 'project'],
    [
      ['total', '合计', { 'last-year.total': '800.00', total: '900.00', basic: '600.00', project: '300.00' }],
      ['function/2130301', '行政运行', { 'last-year.total': '500.00', total: '600.00', basic: '600.00' }],
      ['function/2130305', '水利工程建设', { 'last-year.total': '300.00', total: '300.00', project: '300.00' }],
    ],
  ),
  sheet(
    'budget-three-public',
    ['total', 'abroad', 'vehicles', 'reception'],
    [['', null, { total: '5.00', vehicles: '4.00', reception: '1.00' }]],
  ),
];

const found = (paragraphs: readonly string[], tables = budget()): Finding[] =>
  checkProse({
    sections: prose('第三部分2025年部门预算情况说明', ...paragraphs),
    tables,
    document: BUDGET,
    prose: budgetsProse,
    forms: budgets.forms,
  });

const GENERAL = '三、一般公共预算支出情况说明';

describe('amounts of budgets', () => {
  test('income and spending are the summary’s, with 预算 behind their names or before them', () => {
    expect(found(['一、收支预算总体情况', '2025年收入预算1,000万元，其中：其他收入100万元。预算支出1000万元。'])).toEqual([]);
    expect(brief(found(['一、收支预算总体情况', '2025年收入预算1,100万元。']))).toEqual(['PROSE-AMOUNT error 1100 1000.00']);
  });

  test.each([
    ['non-appropriation-balance-used', '使用非财政拨款结余'],
    ['account-balance', '上年实户资金余额'],
  ])('what was carried over may hold a line beside it: %s', (concept, name) => {
    const [, ...others] = budget();
    const carried = sheet(
      'budget-summary',
      ['income', 'expenditure'],
      [
        [concept, name, { income: '71.63' }],
        ['carryover', '上年结转', { income: '73.19' }],
      ],
    );
    const said = (amount: string) => brief(found(['一、收支预算总体情况', `上年结转结余${amount}万元。`], [carried, ...others]));
    expect([said('73.19'), said('144.82')]).toEqual([[], []]);
    expect(said('71.63')).toEqual(['PROSE-AMOUNT error 71.63 73.19']);
  });

  test('what was carried over may hold what stands on accounts, in a column of its own too', () => {
    const columns = ['total', 'general-public', 'carryover', 'account-balance'];
    const cells = { total: '1000.00', 'general-public': '820.14', carryover: '179.34', 'account-balance': '0.52' };
    const income = sheet('budget-income', columns, [['total', '合计', cells]]);
    const said = (amount: string) => brief(found(['二、收入预算情况说明', `上年结转结余${amount}万元。`], [income]));
    expect([said('179.34'), said('179.86')]).toEqual([[], []]);
    expect(said('178.82')).toEqual(['PROSE-AMOUNT error 178.82 179.34']);
  });

  test('财政拨款 may be told with what was carried over from it, which the summary has on a line of its own', () => {
    const summary = sheet(
      'budget-summary',
      ['income'],
      [
        ['carryover', '上年结转', { income: '500.00' }],
        ['carryover/fiscal', '其中：财政拨款结转', { income: '467.21' }],
      ],
    );
    const income = sheet('budget-income', ['total', 'fiscal'], [['total', '合计', { total: '3267.45', fiscal: '2767.45' }]]);
    const said = (amount: string) => brief(found(['四、财政拨款收支预算情况说明', `财政拨款收入总计${amount}万元。`], [summary, income]));
    expect([said('2767.45'), said('3234.66')]).toEqual([[], []]);
    expect(said('3244.66')).toEqual(['PROSE-AMOUNT error 3244.66 2767.45']);
  });

  test('a table of one budget confirms 财政拨款 and never contradicts it', () => {
    expect(found(['二、财政拨款收支预算情况', '2025年财政拨款支出950.00万元。'])).toEqual([]);
  });

  test('an item below a heading of its 类 names 款 and 项 only', () => {
    const item = (amount: string) => [GENERAL, `1.水利（款）水利工程建设（项）支出${amount}万元，其中：基本支出20.00万元。`];
    expect(found(item('300.00'))).toEqual([]);
    expect(brief(found(item('310.00')))).toEqual(['PROSE-AMOUNT error 310.00 300.00']);
  });

  test('a code may stand before the name of its item', () => {
    expect(brief(found([GENERAL, '（一）2130301-行政运行650.00万元。主要用于人员经费。']))).toEqual(['PROSE-AMOUNT error 650.00 600.00']);
  });

  test('a title alone says what the amounts below it are of', () => {
    const titled = (amount: string) => ['四、“三公”经费预算情况', '3.公务接待费。', `2025年预算数${amount}万元。`];
    expect(found(titled('1.00'))).toEqual([]);
    expect(brief(found(titled('2.00')))).toEqual(['PROSE-AMOUNT error 2.00 1.00']);
  });

  test('a heading that begins the sentence is part of it', () => {
    expect(brief(found(['一、收支预算情况', '（一）收入预算：2025年收入预算1200.00万元']))).toEqual(['PROSE-AMOUNT error 1200.00 1000.00']);
  });
});

describe('last year’s figures', () => {
  test('a change, its rate and its word hold against the columns of both years', () => {
    const change = (words: string) => found([GENERAL, `2025年一般公共预算支出900.00万元，${words}。`]);
    expect(change('比上年增加100.00万元，增长12.5%')).toEqual([]);
    expect(brief(change('比上年增加120.00万元')).map((line) => line.slice(0, 18))).toEqual(['PROSE-CHANGE error']);
    expect(brief(change('比上年减少100.00万元')).map((line) => line.slice(0, 21))).toEqual(['PROSE-DIRECTION error']);
    expect(brief(change('与上年持平'))).toEqual(['PROSE-DIRECTION error']);
  });

  test('what was spent last year is not what was planned', () => {
    expect(found([GENERAL, '2025年一般公共预算支出900.00万元，比上年执行数增加20.00万元。'])).toEqual([]);
  });

  test('what gives a reason is held against no table', () => {
    expect(found([GENERAL, '2025年一般公共预算支出900.00万元，比上年增加100.00万元，主要原因是基本支出增加30.00万元。'])).toEqual([]);
  });
});

describe('tables that the text counts', () => {
  const target = (name: string) => sheet('budget-project-performance', ['target'], [['', '数量', {}]], { fields: { 项目名称: name } });
  const counted = (names: readonly string[]) =>
    brief(found(['五、绩效目标设置情况', '2025年本部门公开绩效目标的项目2个。'], [...budget(), ...names.map(target)]));

  test('as many projects are published as it says', () => {
    expect(counted(['河道整治', '水库加固'])).toEqual([]);
    expect(counted(['河道整治', '水库加固', '灌区改造'])).toEqual(['PROSE-COUNT warning 2 3']);
  });

  test('nothing is said where a table bears no name: two may have been read as one', () => {
    expect(counted(['河道整治', '', '灌区改造'])).toEqual([]);
  });
});

const BOX: [number, number, number, number] = [0, 0, 10, 10];

describe('a 目录 that says which tables are empty', () => {
  const cell = (row: number, column: number, text: string) => ({ row, column, rowSpan: 1, columnSpan: 1, text, page: 2, box: BOX });
  const contents = (said: string) =>
    sheet('other', [], [], {
      title: null,
      grid: {
        rows: 2,
        columns: 4,
        cells: [
          ...['编号', '表名', '是否空表', '公开空表理由'].map((text, column) => cell(0, column, text)),
          ...['表9', '2025年政府性基金预算支出表', said, said === '是' ? '不涉及' : ''].map((text, column) => cell(1, column, text)),
        ],
      },
    });
  const fund = (total: string | null) =>
    sheet('budget-government-fund', ['total'], total === null ? [] : [['total', '合计', { total }]], {
      title: '政府性基金预算支出表',
      empty: total === null ? { statement: null } : null,
    });
  const checked = (said: string, total: string | null) => {
    const tables = withAnnouncedEmptiness([contents(said), ...budget(), fund(total)], budgetsProse.announced);
    return { tables, findings: brief(found([GENERAL, '职责。'], tables)) };
  };

  test('是 declares the table empty, in the words of its row', () => {
    const { tables, findings } = checked('是', null);
    expect(tables.at(-1)?.empty).toEqual({ statement: '表9 2025年政府性基金预算支出表 是 不涉及' });
    expect(findings).toEqual([]);
  });

  test('是 above a table with amounts, and 否 above one without, are contradictions', () => {
    expect(checked('是', '5.00').findings).toEqual(['CONTENTS-EMPTY warning']);
    expect(checked('否', null).findings).toEqual(['CONTENTS-EMPTY warning', 'EMPTY-UNDECLARED warning']);
    expect(checked('否', '5.00').findings).toEqual([]);
  });
});
