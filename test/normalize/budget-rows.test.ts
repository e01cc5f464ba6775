import { describe, expect, test } from 'vitest';
import { budgets } from '../../extractors/budgets/family.js';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { DisclosureRow } from '../../schemas/disclosure.js';
import { normalizeTable } from '../../src/normalize/table.js';
import { budgetTable, table as finalTable, line, lines } from '../extract/builders.js';

/** A table as it leaves the house. */
const read = (title: string, sketch: string, notes: readonly string[] = []) =>
  normalizeTable(
    budgetTable(title, sketch, { above: lines(title, '单位：万元'), below: notes.map((note) => line(note, { y: 700 })) }),
    budgets,
  );
const rowsOf = (title: string, sketch: string) => read(title, sketch).table.rows;

const unitName = ({ unit }: DisclosureRow) => (unit ? [unit.code, unit.name] : null);
/** Code, name, concept and unit of each row. */
const told = (title: string, sketch: string) =>
  rowsOf(title, sketch).map((row) => [
    row.code,
    row.name,
    row.concept,
    row.unit ? `${row.unit.code ?? ''} ${row.unit.name ?? ''}`.trim() : null,
  ]);

const FUNCTION = '一般公共预算支出表';

describe('units', () => {
  test('a row whose unit column alone is filled is the unit’s, and those below are under it', () => {
    const sketch = `预算单位 | 科目编码 | 科目名称 | 合计
                    某某市教育局 | | | 9.00
                     | 205 | 教育支出 | 9.00
                    某某市第一中学 | | | 1.00
                     | 205 | 教育支出 | 1.00`;
    expect(told('支出总表', sketch)).toEqual([
      [null, '某某市教育局', 'unit', '某某市教育局'],
      ['205', '教育支出', 'function/205', '某某市教育局'],
      [null, '某某市第一中学', 'unit', '某某市第一中学'],
      ['205', '教育支出', 'function/205', '某某市第一中学'],
    ]);
  });

  test('a unit beside a code governs that row and those below it, and is no row of its own', () => {
    const sketch = '单位名称 | 科目编码 | 科目名称 | 合计\n某某市教育局 | 205 | 教育支出 | 9.00\n | 20502 | 普通教育 | 9.00';
    expect(told('支出总表', sketch)).toEqual([
      ['205', '教育支出', 'function/205', '某某市教育局'],
      ['20502', '普通教育', 'function/20502', '某某市教育局'],
    ]);
  });

  test('code and name of a unit stand in columns of their own', () => {
    expect(rowsOf('收入总表', '单位编码 | 单位名称 | 合计\n101001 | 某某市教育局 | 9.00').map(unitName)).toEqual([
      ['101001', '某某市教育局'],
    ]);
  });

  test.each(['101001', '101001001', '101001001001'])('a unit’s code in the code column: %s', (code) => {
    const sketch = `科目编码 | 科目名称 | 合计\n${code} | 某某市第一中学 | 9.00\n205 | 教育支出 | 9.00`;
    const rows = rowsOf('支出总表', sketch);
    expect(rows.map((row) => [row.code, row.concept])).toEqual([
      [null, 'unit'],
      ['205', 'function/205'],
    ]);
    expect(rows.map(unitName)).toEqual([
      [code, '某某市第一中学'],
      [code, '某某市第一中学'],
    ]);
    expect(read('支出总表', sketch).remarks).toEqual([]);
  });

  test('five and seven digits are codes of the classification', () => {
    expect(
      rowsOf('支出总表', '科目编码 | 科目名称 | 合计\n20502 | 普通教育 | 9.00\n2050201 | 学前教育 | 9.00').map(({ concept }) => concept),
    ).toEqual(['function/20502', 'function/2050201']);
  });

  test.each(['某某市教育局', '某某市第一中学', '某某市教育局（本级）', '某某市交通运输局本级'])('a unit by its name alone: %s', (name) => {
    const sketch = `科目编码 | 科目名称 | 合计\n | ${name} | 9.00\n | 教育支出 | 9.00`;
    expect(told('支出总表', sketch)).toEqual([
      [null, name, 'unit', name],
      [null, '教育支出', 'function/205', name],
    ]);
  });

  test('a name that the book knows is none, whatever it ends with', () => {
    expect(told('支出总表', '科目编码 | 科目名称 | 合计\n | 教育支出 | 9.00')).toEqual([[null, '教育支出', 'function/205', null]]);
  });

  test('the publisher’s name is its unit’s, though it ends as no office does', () => {
    const sketch = '科目名称 | 合计\n某某联络点 | 9.00\n教育支出 | 9.00';
    const above = lines('支出总表', '部门：某某联络点', '单位：万元');
    const { rows } = normalizeTable(budgetTable('支出总表', sketch, { above }), budgets).table;
    expect(rows.map(({ concept }) => concept)).toEqual(['unit', 'function/205']);
    expect(told('支出总表', sketch).map(([, , concept]) => concept)).toEqual([null, 'function/205']);
  });

  test('a row labelled left of its unit ends it', () => {
    const sketch = '类别 | 单位名称 | 项目名称 | 合计\n | 某某市教育局 | 甲 | 1.00\n | | 乙 | 1.00\n其他 | | 丙 | 1.00\n | | 丁 | 1.00';
    expect(rowsOf('项目支出总表', sketch).map(unitName)).toEqual([[null, '某某市教育局'], [null, '某某市教育局'], null, null]);
  });

  test('rows labelled right of a unit stand below it; the next labelled in its own column begins something else', () => {
    const sketch = '类别 | 项目名称 | 合计\n某某市教育局 | | 2.00\n | 甲 | 1.00\n | 乙 | 1.00\n其他 | | 1.00\n | 丙 | 1.00';
    expect(rowsOf('项目支出总表', sketch).map(unitName)).toEqual([
      [null, '某某市教育局'],
      [null, '某某市教育局'],
      [null, '某某市教育局'],
      null,
      null,
    ]);
  });

  test('a thing called as bodies are is no unit: words stand beside it, or the document names its units in columns', () => {
    const things = '采购内容 | 采购方式 | 合计\n图形工作站 | 公开招标 | 3.00\n某某县文化站 | | 3.00';
    expect(told('政府采购预算表', things).map(([, name, concept]) => [name, concept])).toEqual([
      ['图形工作站', null],
      ['某某县文化站', 'unit'],
    ]);
    const printed = budgetTable('政府采购预算表', '采购内容 | 合计\n图形工作站 | 3.00\n某某县文化站 | 3.00', {
      above: lines('政府采购预算表', '单位：万元'),
    });
    const { rows } = normalizeTable(printed, budgets, new Set(['某某县文化站'])).table;
    expect(rows.map(({ concept }) => concept)).toEqual([null, 'unit']);
  });

  test('a number in the unit column that is no unit’s code names none', () => {
    const sketch = '单位编码 | 项目名称 | 合计\n1 | 甲 | 3.00\n101001 | 乙 | 3.00';
    expect(rowsOf('项目支出总表', sketch).map(unitName)).toEqual([null, ['101001', null]]);
  });

  test('单位（项目）名称 names a unit beside its code, else a thing', () => {
    const sketch =
      '单位代码 | 单位（项目）名称 | 合计\n101001 | 某某市教育局 | 3.00\n | 专用项目 | 3.00\n- | 专用项目 | 2.00\n | 校舍修缮 | 1.00';
    const school = ['101001', '某某市教育局'];
    expect(rowsOf('项目支出总表', sketch).map((row) => [row.name, unitName(row)])).toEqual([
      ['某某市教育局', school],
      ['专用项目', school],
      ['专用项目', school],
      ['校舍修缮', school],
    ]);
  });

  test('a code of six digits beside the name of a 科目 lost one: it is no unit’s', () => {
    expect(told(FUNCTION, '科目编码 | 科目名称 | 合计\n208050 | 行政单位离退休 | 3.00')).toEqual([
      ['208050', '行政单位离退休', null, null],
    ]);
  });

  test('a masked row keeps its amounts, and its number is no 栏次', () => {
    const sketch = '项目名称 | 合计 | 基本支出 | 项目支出\n** | 5 | 2 | 3\n乙 | 3.00 | 1.00 | 2.00';
    expect(rowsOf('项目支出总表', sketch).map(({ name, cells }) => [name, cells['total']?.value])).toEqual([
      ['**', '5'],
      ['乙', '3.00'],
    ]);
  });

  test('合计 in the unit column is a total, of no unit', () => {
    const sketch = '预算单位 | 科目编码 | 科目名称 | 合计\n合计 | | | 9.00\n某某市教育局 | | | 9.00\n | 205 | 教育支出 | 9.00';
    const [total, unit, code] = rowsOf('支出总表', sketch);
    expect(total).toMatchObject({ kind: 'total', name: '合计', concept: 'total' });
    expect(total?.unit).toBeUndefined();
    expect([unit?.kind, code?.kind]).toEqual(['subtotal', 'item']);
  });

  test('a total below a unit is none of its rows', () => {
    const [, , total] = rowsOf('支出总表', '科目编码 | 科目名称 | 合计\n101001 | 某某局 | 9.00\n205 | 教育支出 | 9.00\n | 合计 | 9.00');
    expect([total?.concept, total?.unit]).toEqual(['total', undefined]);
  });

  test('final accounts know none: such a code is odd there', () => {
    const sketch = '科目编码 | 科目名称 | 合计 | 基本支出\n101001 | 某某局 | 9.00 | 9.00';
    const { table, remarks } = normalizeTable(finalTable('支出决算表', sketch), finalAccounts);
    expect(table.rows).toMatchObject([{ code: '101001', name: '某某局', concept: null }]);
    expect(table.rows[0]?.unit).toBeUndefined();
    expect(remarks.map(({ rule }) => rule.id)).toContain('CODE-SHAPE');
  });
});

describe('codes', () => {
  test('the two digits of a 款 alone stand below the 类 above, and a remark says so', () => {
    const sketch = '科目编码 | 科目名称 | 合计\n205 | 教育支出 | 3.00\n02 | 普通教育 | 2.00\n03 | 职业教育 | 1.00';
    const { table, remarks } = read(FUNCTION, sketch);
    expect(table.rows.map(({ code, kind }) => [code, kind])).toEqual([
      ['205', 'subtotal'],
      ['20502', 'item'],
      ['20503', 'item'],
    ]);
    expect(remarks.map(({ rule, row }) => [rule.id, row])).toEqual([
      ['CODE-INHERITED', 1],
      ['CODE-INHERITED', 2],
    ]);
  });

  test('below a 款 they are those of the 项 where the book calls that so, of no code where it calls neither so', () => {
    const sketch =
      '科目编码 | 科目名称 | 合计\n20805 | 行政事业单位养老支出 | 3.00\n05 | 机关事业单位基本养老保险缴费支出 | 2.00\n07 | 抚恤 | 1.00\n06 | 某某 | 1.00';
    const { table, remarks } = read(FUNCTION, sketch.replace('07 | 抚恤', '08 | 抚恤'));
    expect(table.rows.map(({ code }) => code)).toEqual(['20805', '2080505', '20808', '06']);
    expect(remarks.map(({ rule, row }) => [rule.id, row])).toEqual([
      ['CODE-INHERITED', 1],
      ['CODE-INHERITED', 2],
      ['CODE-SHAPE', 3],
    ]);
  });

  test('without a row above they are no code', () => {
    const { table, remarks } = read(FUNCTION, '科目编码 | 科目名称 | 合计\n02 | 普通教育 | 2.00');
    expect(table.rows.map(({ code, level }) => [code, level])).toEqual([['02', null]]);
    expect(remarks.map(({ rule }) => rule.id)).toEqual(['CODE-SHAPE']);
  });

  test('of classifications beside the own one the digits alone are told', () => {
    const sketch = `功能科目编码 | 功能科目名称 | 政府经济科目编码 | 部门经济科目编码 | 部门经济科目名称 | 合计
                    2080501 | 行政单位离退休 | 50101-工资奖金津补贴 | [30101]基本工资 | | 3.00
                    2080502 | 事业单位离退休 | 不详 | | | 3.00`;
    const [first, second] = rowsOf('支出总表', sketch);
    expect(first).toMatchObject({ code: '2080501', codes: { government: '50101', economic: '30101' } });
    expect(second?.codes).toBeUndefined();
  });

  test('the catalogue’s letter and the name of a thing stand in one cell', () => {
    const sketch =
      '采购品目 | 科目编码 | 合计\nA货物 | | 3.00\nB工程 | 2080501 | 3.00\nC99其他服务 | | 1.00\nAI平台 | | 1.00\nD其他 | | 1.00\nA4黑白打印机 | | 1.00\nA02010105台式计算机 | | 1.00';
    expect(rowsOf('政府采购预算表', sketch).map(({ code, name, codes }) => [code, name, codes])).toEqual([
      ['A', '货物', undefined],
      ['B', '工程', { function: '2080501' }],
      ['C99', '其他服务', undefined],
      [null, 'AI平台', undefined],
      [null, 'D其他', undefined],
      [null, 'A4黑白打印机', undefined],
      ['A02010105', '台式计算机', undefined],
    ]);
  });

  test('or in columns of their own', () => {
    const sketch = '品目编码 | 品目名称 | 采购品目名称 | 合计\nA0201 | | 计算机 | 3.00';
    expect(rowsOf('政府采购预算表', sketch).map(({ code, name, concept }) => [code, name, concept])).toEqual([['A0201', '计算机', null]]);
  });

  test('things sorted by the function they serve bear its code as their concept', () => {
    expect(rowsOf('政府采购预算表', '科目编码 | 科目名称 | 合计\n2080501 | 行政单位离退休 | 3.00')).toMatchObject([
      { code: '2080501', concept: 'function/2080501' },
    ]);
  });
});

describe('names without codes', () => {
  test('a printed code above says below what they stand, and they are its children', () => {
    const rows = rowsOf(FUNCTION, '科目编码 | 科目名称 | 合计\n20106 | 财政事务 | 3.00\n | 行政运行 | 3.00');
    expect(rows.map(({ code, concept, kind }) => [code, concept, kind])).toEqual([
      ['20106', 'function/20106', 'subtotal'],
      [null, 'function/2010601', 'item'],
    ]);
  });

  test('a numbered line of the expenditure side is a 类 though it drops 支出', () => {
    const concepts = (name: string) =>
      rowsOf('收支总表', `项目 | 预算数 | 项目 | 预算数\n一、甲 | 3.00 | ${name} | 3.00`).map(({ concept }) => concept);
    expect(concepts('1、社会保障和就业')).toEqual([null, 'function/208']);
    expect(concepts('八、社会保障和就业支出')).toEqual([null, 'function/208']);
    expect(concepts('社会保障和就业')).toEqual([null, null]);
  });

  test('on the income side they name nothing', () => {
    expect(rowsOf('收支总表', '项目 | 预算数 | 项目 | 预算数\n1、社会保障和就业 | 3.00 | 乙 | 3.00')[0]?.concept).toBe(null);
  });

  test('what of 上年结转 is of 财政拨款 is known where the line says that it is a part', () => {
    const concepts = (name: string) => {
      const sketch = `项目 | 预算数 | 项目 | 预算数\n上年结转 | 3.00 | |\n${name} | 2.00 | |`;
      return rowsOf('收支总表', sketch).map(({ concept }) => concept);
    };
    expect(concepts('其中：财政拨款资金结转')).toEqual(['carryover', 'carryover/fiscal']);
    expect(concepts('财政拨款资金结转')).toEqual(['carryover', null]);
  });

  test('below 上年结转 the words for a source are what was carried over from it', () => {
    const sketch = '项目 | 预算数 | 项目 | 预算数\n一、一般公共预算拨款 | 3.00 | |\n上年结转 | 3.00 | |\n(一)一般公共预算拨款 | 3.00 | |';
    expect(rowsOf('收支总表', sketch).map(({ concept }) => concept)).toEqual([
      'general-public-appropriation',
      'carryover',
      'carryover/general-public',
    ]);
  });
});

test('三公 of two years as rows: the newer is the budget', () => {
  const sketch = '年度 | 合计 | 公务接待费\n2025年 | 3.00 | 3.00\n2026年 | 4.00 | 4.00\n增减变化 | 1.00 | 1.00';
  expect(rowsOf('“三公”经费支出表', sketch).map(({ concept }) => concept)).toEqual(['last-year', 'budget', 'change']);
});

describe('percentages', () => {
  const SKETCH = '科目编码 | 科目名称 | 2025年执行数 | 2026年预算数 | 增减率\n208 | 甲 | 3.00 | 4.00 | ';
  const rate = (text: string) => {
    const { table, remarks } = read(FUNCTION, SKETCH + text);
    const { value, yuan, percent, text: printed } = table.rows[0]?.cells['change-rate'] ?? {};
    return [printed, value, yuan, percent, remarks.length];
  };

  test.each([
    ['33.33%', '33.33'],
    ['-60.86', '-60.86'],
    ['12.5％', '12.5'],
  ])('%s is a number without 元', (text, value) => {
    expect(rate(text)).toEqual([text, value, null, true, 0]);
  });

  test.each([
    ['—', 0],
    ['不适用', 1],
  ])('%s is none; a word is remarked', (text, remarks) => {
    expect(rate(text)).toEqual([text, null, null, undefined, remarks]);
  });
});

describe('a table that declares itself empty', () => {
  const TITLE = '政府性基金预算支出表';
  const emptyOf = (amount: string, ...notes: string[]) =>
    read(TITLE, `科目编码 | 科目名称 | 合计 | 基本支出\n | 合计 | ${amount} | ${amount}`, notes).table.empty;

  test('本表本年无发生额 over zeros', () => {
    expect(emptyOf('0.00', '注：本表本年无发生额。')).toEqual({ statement: '注：本表本年无发生额。' });
    expect(emptyOf('0.00', '注：本表无发生额。')).toEqual({ statement: '注：本表无发生额。' });
  });

  test('but not over amounts', () => {
    expect(emptyOf('1.00', '注：本表本年无发生额。')).toBe(null);
  });

  test('that nothing was spent, below zeros, does not', () => {
    expect(emptyOf('0.00', '备注：本部门没有使用政府性基金预算拨款安排的支出。')).toBe(null);
    expect(emptyOf('', '备注：本部门没有使用政府性基金预算拨款安排的支出。')).toEqual({
      statement: '备注：本部门没有使用政府性基金预算拨款安排的支出。',
    });
  });

  test('under a condition, only where it holds no figure', () => {
    const note = '注：此表如无数字，则表示本单位无该项支出。';
    expect(emptyOf('1.00', note)).toBe(null);
    expect(emptyOf('', note)).toEqual({ statement: note });
  });
});

describe('kind', () => {
  const kinds = (title: string, sketch: string) => rowsOf(title, sketch).map(({ kind }) => kind);
  const income = (...names: string[]) =>
    kinds('收支总表', ['项目 | 预算数 | 项目 | 预算数', ...names.map((name) => `${name} | 3.00 | |`)].join('\n'));

  test('a line of a summary above one whose ordinal is lower is a subtotal', () => {
    expect(income('一、财政拨款', '（一）一般公共预算拨款', '1. 经费拨款', '（二）政府性基金预算拨款', '二、单位资金')).toEqual([
      'subtotal',
      'subtotal',
      'item',
      'item',
      'item',
    ]);
  });

  test('one without an ordinal is above nothing', () => {
    expect(income('上年结转', '（一）一般公共预算拨款')).toEqual(['item', 'item']);
  });

  test('what stands on the other side between them is none of it', () => {
    const sketch = '项目 | 预算数 | 项目 | 预算数\n一、甲 | 3.00 | （一）乙 | 3.00\n二、丙 | 3.00 | 二、丁 | 3.00';
    expect(kinds('收支总表', sketch)).toEqual(['item', 'item', 'item', 'item']);
  });

  test('a unit without amounts of its own is a group of what stands below it', () => {
    const sketch = '单位名称 | 项目名称 | 合计\n某某市教育局 | |\n | 甲 | 1.00\n某某市财政局 | | ';
    expect(kinds('项目支出总表', sketch)).toEqual(['group', 'item', 'item']);
  });
});

describe('rows that bear the code of the row above', () => {
  const basic = (...amounts: readonly string[]) =>
    rowsOf(
      '一般公共预算基本支出表',
      `类 | 款 | 科目名称 | 合计\n301 | 02 | 津贴补贴 | ${amounts[0]}\n301 | 02 | 规范性津补贴 | ${amounts[1]}\n301 | 02 | 其他津补贴 | ${amounts[2]}`,
    ).map(({ kind, code, level, concept }) => [kind, code, level, concept]);

  test('are parts of it where they add up to it: no second row of its concept', () => {
    expect(basic('3.00', '2.00', '1.00')).toEqual([
      ['subtotal', '30102', '款', 'economic/30102'],
      ['item', '30102', null, null],
      ['item', '30102', null, null],
    ]);
  });

  test('are rows of that code where they do not', () => {
    const each = ['item', '30102', '款', 'economic/30102'];
    expect(basic('3.00', '2.00', '1.50')).toEqual([each, each, each]);
  });
});
