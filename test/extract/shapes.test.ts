/** Tables of more than one run of rows, and 三公 in its five arrangements: through the whole of stage 3. */
import { describe, expect, test } from 'vitest';
import { figures, headers, table } from './builders.js';

describe('the two sides of 01 and 04', () => {
  const SUMMARY = `
    收入 | <    | <      | 支出 | <    | <
    项目 | 行次 | 决算数 | 项目 | 行次 | 决算数
    栏次 |      | 1      | 栏次 |      | 2
    一、一般公共预算财政拨款收入 | 1 | 395.87 | 一、一般公共服务支出 | 26 |
                                 |   |        | 二、外交支出         | 27 | 88.00
    本年收入合计 | 24 | 395.87 | 本年支出合计 | 49 | 395.87`;

  test('rows have cells of their own side only, paths begin with it', () => {
    const found = table('收入支出决算总表', SUMMARY);
    expect(headers(found)).toEqual({ income: '收入/决算数', expenditure: '支出/决算数' });
    expect(found.columns.map((c) => c.ordinal)).toEqual(['1', '2']);
    expect(figures(found)).toEqual([
      ['一、一般公共预算财政拨款收入', { income: '395.87' }],
      ['一、一般公共服务支出', {}],
      ['二、外交支出', { expenditure: '88.00' }],
      ['本年收入合计', { income: '395.87' }],
      ['本年支出合计', { expenditure: '395.87' }],
    ]);
    expect(found.rows.map((row) => row.side)).toEqual(['收入', '支出', '支出', '收入', '支出']);
    expect(found.rows.map((row) => row.line)).toEqual(['1', '26', '27', '24', '49']);
  });

  test('the sides may be spelt 收    入 and 支    出', () => {
    const found = table('收入支出决算总表', SUMMARY.replace('收入 |', '收    入 |').replace('支出 |', '支　出 |'));
    expect(headers(found)).toEqual({ income: '收入/决算数', expenditure: '支出/决算数' });
  });

  test('04 has its expenditure by budget', () => {
    const found = table(
      '财政拨款收入支出决算总表',
      `收入 | < | 支出 | < | < | < | <
       项目 | 金额 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
       一、一般公共预算财政拨款 | 3.00 | 八、社会保障和就业支出 | 2.00 | 1.00 | 1.00 |`,
    );
    expect(found.form).toBe('fiscal-appropriation-summary');
    expect(figures(found)).toEqual([
      ['一、一般公共预算财政拨款', { income: '3.00' }],
      ['八、社会保障和就业支出', { total: '2.00', 'general-public': '1.00', 'government-fund': '1.00' }],
    ]);
  });
});

describe('the panels of 06', () => {
  const TITLE = '一般公共预算财政拨款基本支出决算明细表';
  const THREE = `
    人员经费 | <        | <      | 公用经费 | <        | <      | <        | <        | <
    科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
    301      | 工资福利 | 150.00 | 302      | 商品服务 | 20.00  | 307      | 利息     |
    30101    | 基本工资 | 90.00  | 30201    | 办公费   | 12.00  | 310      | 资本     | 2.00
    人员经费合计 | <    | 150.00 | 公用经费合计 | <    | <      | <        | <        | 22.00`;

  test('three of them: 人员经费 over one block, 公用经费 over two; runs of rows one after the other', () => {
    const found = table(TITLE, THREE);
    expect(headers(found)).toEqual({ amount: '决算数' });
    expect(found.rows.map(({ panel, code, name, cells }) => [panel, code.join(''), name, cells.get('amount')?.text ?? null])).toEqual([
      ['人员经费', '301', '工资福利', '150.00'],
      ['人员经费', '30101', '基本工资', '90.00'],
      ['人员经费', '', '人员经费合计', '150.00'],
      ['公用经费', '302', '商品服务', '20.00'],
      ['公用经费', '30201', '办公费', '12.00'],
      ['公用经费', '307', '利息', null],
      ['公用经费', '310', '资本', '2.00'],
      ['公用经费', '', '公用经费合计', '22.00'],
    ]);
    expect(found.remarks).toEqual([]);
  });

  test('two panels without a heading have none', () => {
    const found = table(
      TITLE,
      `科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额
       301 | 甲 | 1.00 | 302 | 乙 | 2.00`,
    );
    expect(found.rows.map(({ panel, code, cells }) => [panel, code.join(''), cells.get('amount')?.text])).toEqual([
      [null, '301', '1.00'],
      [null, '302', '2.00'],
    ]);
  });

  test('the column that panels share is listed once, as in the first', () => {
    const found = table(
      TITLE,
      `科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额
       栏次 | < | 1 | 栏次 | < | 2
       301 | 甲 | 1.00 | 302 | 乙 | 2.00`,
    );
    expect(found.columns).toHaveLength(1);
    expect(found.columns[0]).toMatchObject({ key: 'amount', path: ['金额'], ordinal: '1' });
  });

  test('three columns for each code are no panels', () => {
    const found = table(
      TITLE,
      `科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
       合计 | < | 3.00 | 1.00 | 2.00
       301 | 甲 | 1.00 | 1.00 |`,
    );
    expect(headers(found)).toEqual({ total: '合计', personnel: '人员经费', public: '公用经费' });
    expect(found.rows.map(({ panel }) => panel)).toEqual([null, null]);
  });
});

describe('三公 as printed, never transposed', () => {
  const TITLE = '一般公共预算财政拨款“三公”经费支出决算表';
  const ITEMS = ['total', 'abroad', 'vehicles', 'vehicle-purchase', 'vehicle-operation', 'reception'];
  const numbered = (prefix: string, from: number) => Object.fromEntries(ITEMS.map((item, i) => [`${prefix}.${item}`, `${from + i}.00`]));

  test('six 预算数 and six 决算数', () => {
    const half = (phase: string) => `${phase} | < | < | < | < | <`;
    const found = table(
      TITLE,
      `${half('预算数')} | ${half('决算数')}
       合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
       ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^
       1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
       1.00 | 2.00 | 3.00 | 4.00 | 5.00 | 6.00 | 7.00 | 8.00 | 9.00 | 10.00 | 11.00 | 12.00`,
    );
    expect(figures(found)).toEqual([[null, { ...numbered('budget', 1), ...numbered('final', 7) }]]);
    expect(found.columns.map((c) => c.ordinal)).toEqual(Array.from({ length: 12 }, (_, i) => `${i + 1}`));
    expect(found.remarks).toEqual([]);
  });

  test('预算数 and 决算数 in pairs under each head', () => {
    const pair = '预算数 | 决算数';
    const found = table(
      TITLE,
      `合计 | < | 因公出国（境）费 | < | 公务用车购置及运行费 | < | < | < | < | < | 公务接待费 | <
       ^ | ^ | ^ | ^ | 小计 | < | 公务用车购置费 | < | 公务用车运行费 | < | ^ | ^
       ${[pair, pair, pair, pair, pair, pair].join(' | ')}
       1.00 | 7.00 | 2.00 | 8.00 | 3.00 | 9.00 | 4.00 | 10.00 | 5.00 | 11.00 | 6.00 | 12.00`,
    );
    expect(figures(found)).toEqual([[null, { ...numbered('budget', 1), ...numbered('final', 7) }]]);
    expect(found.remarks).toEqual([]);
  });

  test('two rows 预算数 and 决算数, with 会议费 and 培训费', () => {
    const found = table(
      TITLE,
      `项目 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行维护费 | < | < | 会议费 | 培训费
       ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^
       预算数 | 1.00 | 2.00 | 3.00 | 4.00 | 5.00 | 6.00 | 7.00 | 8.00
       决算数 | 9.00 | | 3.00 | | | | 7.50 | 8.50`,
    );
    expect(figures(found)).toEqual([
      [
        '预算数',
        {
          total: '1.00',
          abroad: '2.00',
          reception: '3.00',
          vehicles: '4.00',
          'vehicle-purchase': '5.00',
          'vehicle-operation': '6.00',
          conference: '7.00',
          training: '8.00',
        },
      ],
      ['决算数', { total: '9.00', reception: '3.00', conference: '7.50', training: '8.50' }],
    ]);
  });

  test('the items as rows under 预算数 and 决算数', () => {
    const found = table(
      TITLE,
      `项目 | 预算数 | 决算数
       合计 | 9.00 | 8.00
       1.因公出国（境）费 | | 
       2.公务接待费 | 3.00 | 2.00`,
    );
    expect(figures(found)).toEqual([
      ['合计', { budget: '9.00', final: '8.00' }],
      ['1.因公出国（境）费', {}],
      ['2.公务接待费', { budget: '3.00', final: '2.00' }],
    ]);
  });

  test('six columns only are 决算数', () => {
    const found = table(
      TITLE,
      `合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
       ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^
       1.00 | 2.00 | 3.00 | 4.00 | 5.00 | 6.00`,
    );
    expect(figures(found)).toEqual([[null, numbered('final', 1)]]);
  });
});
