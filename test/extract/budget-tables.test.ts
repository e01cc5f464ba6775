import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { chooseFamily } from '../../src/extract/family.js';
import { budgetTable, figures, grid, headers, line, remarked } from './builders.js';

const FUNCTION = '一般公共预算支出表';

describe('keys', () => {
  const NEARER = { total: '3.00', '部门预算/合计': '2.00', basic: '1.00' };

  test('of two columns of one meaning the one nearer to the top bears the key, and no remark blames the other', () => {
    const found = budgetTable(
      FUNCTION,
      '科目编码 | 科目名称 | 总计 | 部门预算 | <\n^ | ^ | ^ | 合计 | 基本支出\n208 | 甲 | 3.00 | 2.00 | 1.00',
    );
    expect(figures(found)).toEqual([['208', '甲', NEARER]]);
    expect(remarked(found)).toEqual([]);
  });

  test('so it does where it stands behind the other', () => {
    const found = budgetTable(
      FUNCTION,
      '科目编码 | 科目名称 | 部门预算 | < | 总计\n^ | ^ | 合计 | 基本支出 | ^\n208 | 甲 | 2.00 | 1.00 | 3.00',
    );
    expect(figures(found)).toEqual([['208', '甲', NEARER]]);
    expect(remarked(found)).toEqual([]);
  });

  test('the second and third side of expenditure, headed like the first, bear keys of their own', () => {
    const found = budgetTable(
      '收支总表',
      `收入 | < | 支出 | < | 支出 | < | 支出 | <
       项目 | 预算数 | 项目 | 预算数 | 项目 | 预算数 | 项目 | 预算数
       甲 | 1.00 | 乙 | 2.00 | 丙 | 3.00 | 丁 | 4.00`,
    );
    expect(figures(found)).toEqual([
      ['甲', { income: '1.00' }],
      ['乙', { expenditure: '2.00' }],
      ['丙', { 'expenditure-economic': '3.00' }],
      ['丁', { 'expenditure-government': '4.00' }],
    ]);
    expect(remarked(found)).toEqual([]);
  });

  test('a fourth side has no key left, and a remark says so', () => {
    const sides = ['收入', '支出', '支出', '支出', '支出'];
    const found = budgetTable(
      '收支总表',
      [
        sides.map((side) => `${side} | <`).join(' | '),
        sides.map(() => '项目 | 预算数').join(' | '),
        sides.map((_, i) => `${'甲乙丙丁戊'[i]} | ${i}.00`).join(' | '),
      ].join('\n'),
    );
    expect(figures(found).at(-1)).toEqual(['戊', { '支出/预算数': '4.00' }]);
    expect(remarked(found)).toEqual(['COLUMN-DUPLICATE warning']);
  });

  test('columns beside the money and those no key names keep their path without a remark', () => {
    const found = budgetTable('收入总表', '单位名称 | 合计 | 其他专户收入拨款 | 备注\n某局 | 3.00 | 1.00 | 无');
    expect(headers(found)).toEqual({ total: '合计', 其他专户收入拨款: '其他专户收入拨款', 备注: '备注' });
    expect(remarked(found)).toEqual([]);
    expect(remarked(budgetTable('收入总表', '单位名称 | 合计 | 福利彩票 | 备注\n某局 | 3.00 | 1.00 | 无'))).toEqual([
      'COLUMN-UNKNOWN warning',
    ]);
  });

  test('last year’s columns are told by the newer year of the header; 其中 before a head is no part of it', () => {
    const found = budgetTable(
      FUNCTION,
      `科目编码 | 科目名称 | 2025年执行数 | 2026年预算数 | <                 | 2026年预算数比2025年执行数 | <
       ^        | ^        | ^            | 小计         | 其中：基本支出    | 增减额                     | 增减（%）
       208      | 甲       | 3.00         | 4.00         | 4.00              | 1.00                       | 33.33%`,
    );
    const [row] = figures(found);
    expect(row?.at(-1)).toEqual({ 'last-year.total': '3.00', total: '4.00', basic: '4.00', change: '1.00', 'change-rate': '33.33%' });
    expect(remarked(found)).toEqual([]);
  });

  test('2026年 alone over a block is this year’s, 2025年 last year’s', () => {
    const found = budgetTable(
      '“三公”经费支出表',
      `单位名称 | 2025年 | < | 2026年 | <
       ^ | 合计 | 公务接待费 | 合计 | 公务接待费
       某局 | 1.00 | 1.00 | 2.00 | 2.00`,
    );
    expect(Object.keys(headers(found))).toEqual(['last-year.total', 'last-year.reception', 'total', 'reception']);
  });
});

describe('where the body begins', () => {
  test('below a row of nothing but **, which numbers no column', () => {
    const found = budgetTable(FUNCTION, '科目编码 | 科目名称 | 合计 | 基本支出\n** | ** | ** | **\n208 | 甲 | 3.00 | 3.00');
    expect(figures(found)).toEqual([['208', '甲', { total: '3.00', basic: '3.00' }]]);
    expect(found.columns.map(({ ordinal }) => ordinal)).toEqual([null, null]);
  });

  test('below ** and its numbers, which are the ordinals', () => {
    const found = budgetTable(FUNCTION, '科目编码 | 科目名称 | 合计 | 基本支出\n** | ** | 1 | 2\n208 | 甲 | 3.00 | 3.00');
    expect(figures(found)).toEqual([['208', '甲', { total: '3.00', basic: '3.00' }]]);
    expect(found.columns.map(({ ordinal }) => ordinal)).toEqual(['1', '2']);
  });

  test('a row of ** that a continuation repeats holds no values', () => {
    const found = budgetTable(
      FUNCTION,
      '科目编码 | 科目名称 | 合计 | 基本支出\n** | ** | 1 | 2\n208 | 甲 | 3.00 | 3.00\n** | ** | 1 | 2\n210 | 乙 | 4.00 | 4.00',
    );
    expect(figures(found).map(([code]) => code)).toEqual(['208', '210']);
  });

  test('whole numbers without decimals end the header, whatever name stands beside them below its label', () => {
    expect(figures(budgetTable(FUNCTION, '科目编码 | 科目名称 | 合计 | 基本支出\n | 甲 | 300 | 300'))).toEqual([
      ['甲', { total: '300', basic: '300' }],
    ]);
    expect(figures(budgetTable('收入总表', '合计 | 财政拨款 | 事业收入\n300 | 200 | -'))).toEqual([
      [null, { total: '300', fiscal: '200', operations: '-' }],
    ]);
  });

  test('a word below a head that is no label keeps the header going', () => {
    const found = budgetTable(FUNCTION, '科目名称 | 预算数 | 执行\n^ | 合计 | 2026\n甲 | 3.00 | 3.00');
    expect(found.columns.map(({ path }) => path.length)).toEqual([2, 2]);
  });

  test('at the name of a unit below its head, though no amount stands beside it', () => {
    const found = budgetTable('项目支出总表', '单位名称 | 项目名称 | 合计\n某某市教育局 | |\n | 甲 | 1.00');
    expect(found.rows.map(({ unit, name }) => [unit?.name, name])).toEqual([
      ['某某市教育局', null],
      [undefined, '甲'],
    ]);
    const two = budgetTable('收入总表', '单位 | < | 收入 | <\n编码 | 名称 | 合计 | 财政拨款\n101001 | 某某局 | 1.00 | 1.00');
    expect(two.columns.map(({ path }) => path.join('/'))).toEqual(['收入/合计', '收入/财政拨款']);
  });

  test('at the code of a unit below its head', () => {
    expect(figures(budgetTable('收入总表', '单位编码 | 单位名称 | 合计 | 财政拨款\n101001 | 某局 | |')).length).toBe(1);
  });
});

describe('sides', () => {
  const keys = (top: string) => {
    const { rows, columns } = budgetTable('财政拨款收支总表', `${top}项目 | 预算数 | 项目 | 预算数\n一、甲 | 3.00 | 一、乙 | 3.00`);
    return [columns.map(({ key }) => key), columns.map(({ path }) => path.join('/')), rows.map(({ side }) => side)];
  };
  const READ = [
    ['income', 'expenditure'],
    ['收入/预算数', '支出/预算数'],
    ['收入', '支出'],
  ];

  test.each(['收入 | < | 支出 | <', '本年收入 | < | 本年支出 | <', '财政拨款收入 | < | 财政拨款支出 | <', '收 入 | < | 支 出 | <'])(
    '%s over the columns',
    (heads) => {
      expect(keys(`${heads}\n`)).toEqual(READ);
    },
  );

  test('no heads at all', () => {
    expect(keys('')).toEqual(READ);
  });
});

describe('classifications beside the own one', () => {
  const others = (title: string, sketch: string) =>
    budgetTable(title, sketch).rows.map(({ code, name, others: beside }) => [code.join('|'), name, Object.fromEntries(beside ?? [])]);

  test('economic codes, of the government and of departments, beside those of functions', () => {
    expect(
      others(
        '支出总表',
        `功能科目编码 | 功能科目名称 | 政府经济科目编码 | 政府经济科目名称 | 部门经济科目编码 | 部门经济科目名称 | 合计
         2080501 | 行政单位离退休 | 50101 | 工资奖金津补贴 | 30101 | 基本工资 | 3.00`,
      ),
    ).toEqual([['2080501', '行政单位离退休', { government: '50101工资奖金津补贴', economic: '30101基本工资' }]]);
  });

  test('functions beside economic codes', () => {
    expect(
      others(
        '一般公共预算基本支出表',
        '功能科目编码 | 功能科目名称 | 部门经济科目编码 | 部门经济科目名称 | 合计\n2080501 | 甲 | 30101 | 乙 | 3.00',
      ),
    ).toEqual([['30101', '乙', { function: '2080501甲' }]]);
  });

  test('the only codes are the table’s own, though their head says 功能 and the table is economic', () => {
    expect(others('一般公共预算基本支出表', '功能科目编码 | 功能科目名称 | 合计\n30101 | 基本工资 | 3.00')).toEqual([
      ['30101', '基本工资', {}],
    ]);
  });

  test('科目编码 beside a thing bought is the function it serves; before a 科目名称 it is that of the thing', () => {
    expect(others('政府采购预算表', '采购品目 | 科目编码 | 合计\n台式机 | 2080501 | 3.00')).toEqual([
      ['', '台式机', { function: '2080501' }],
    ]);
    expect(others('政府采购预算表', '科目编码 | 科目名称 | 合计\n2080501 | 行政单位离退休 | 3.00')).toEqual([
      ['2080501', '行政单位离退休', {}],
    ]);
  });

  test('where it is blank the row has none', () => {
    expect(others('政府采购预算表', '采购品目 | 科目编码 | 合计\n台式机 | | 3.00')).toEqual([['', '台式机', {}]]);
  });
});

describe('the family of a document', () => {
  const idOf = (...grids: ReturnType<typeof grid>[]) => chooseFamily(grids, families).id;

  test('is told by the titles of its tables', () => {
    expect(idOf(grid('甲 | 乙', { above: [line('收支总表')] }))).toBe('budgets');
    expect(idOf(grid('甲 | 乙', { above: [line('收入决算表')] }))).toBe('final-accounts');
  });

  test('or by a title that fills a row of the grid', () => {
    expect(idOf(grid('收支总表 | <\n单位：万元 | <\n项目 | 预算数\n甲 | 1.00'))).toBe('budgets');
  });

  test('is that of most tables, of equals the first', () => {
    const [account, budget] = ['收入决算表', '收支总表'].map((title) => grid('甲 | 乙', { above: [line(title)] }));
    if (!account || !budget) throw new Error('two grids');
    expect(idOf(budget, account)).toBe('final-accounts');
    expect(idOf(account, budget, budget)).toBe('budgets');
    expect(idOf(grid('甲 | 乙'))).toBe('final-accounts');
  });
});
