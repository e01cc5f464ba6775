import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { toYuan, UNITS } from '../../src/base/money.js';
import type { PrintedTable } from '../../src/model/printed.js';
import { COLUMN_UNKNOWN } from '../../src/model/reading-rules.js';
import { remark } from '../../src/model/remark.js';
import { normalizeTable as normalize } from '../../src/normalize/table.js';
import { toValue } from '../../src/normalize/value.js';
import { cell, grid, table as printedTable } from '../extract/builders.js';
import { printed } from './builders.js';

const normalizeTable = (table: PrintedTable) => normalize(table, finalAccounts);
const rowsOf = (table: PrintedTable) => normalizeTable(table).table.rows;
const rulesOf = (table: PrintedTable) =>
  normalizeTable(table).remarks.map(({ rule, severity, row, column }) => ({ rule: rule.id, severity, row, column }));

describe('values', () => {
  test('a value is exact, as printed, and in 元', () => {
    expect(toValue(cell('1,234.50', { row: 1, column: 2 }), '万元')).toEqual({
      text: '1,234.50',
      value: '1234.50',
      yuan: '12345000.00',
      page: 1,
      box: [293, 422, 357, 430],
      method: 'text',
      status: 'unchecked',
    });
  });

  test('blank is absent, — 0 and 0.00 stay apart', () => {
    const [row] = rowsOf(printed('income', { rows: [{ name: '合计', cells: { total: '0.00', fiscal: '0', other: '—' } }] }));
    expect(Object.entries(row?.cells ?? {}).map(([key, { text, value, yuan, status }]) => [key, text, value, yuan, status])).toEqual([
      ['total', '0.00', '0.00', '0.00', 'unchecked'],
      ['fiscal', '0', '0', '0.00', 'unchecked'],
      ['other', '—', null, null, null],
    ]);
  });

  test('without a unit there is a value but no 元, and a remark where there are figures', () => {
    const figures = printed('income', { unit: null, rows: [{ name: '合计', cells: { total: '12.30' } }] });
    expect(rowsOf(figures)[0]?.cells['total']).toMatchObject({ value: '12.30', yuan: null, status: 'unchecked' });
    expect(rulesOf(figures)).toEqual([{ rule: 'UNIT-UNKNOWN', severity: 'warning', row: null, column: null }]);
    expect(rulesOf(printed('income', { unit: null, rows: [{ name: '合计' }] }))).toEqual([]);
  });

  test('12 345.60 in a money column is text, with a remark on its cell', () => {
    const table = printed('income', { rows: [{ name: '合计', cells: { total: '12 345.60' } }] });
    expect(rowsOf(table)[0]?.cells['total']).toMatchObject({ text: '12 345.60', value: null, yuan: null, status: null });
    expect(rulesOf(table)).toEqual([{ rule: 'NUMBER-MALFORMED', severity: 'warning', row: 0, column: 'total' }]);
  });

  test('an illegible cell is unreadable: no value, no 元, none of the letters its font makes up', () => {
    const table = printed('income', { rows: [{ name: '合计', cells: { total: '395.87' }, illegible: 'total' }] });
    const value = rowsOf(table)[0]?.cells['total'];
    expect(value).toMatchObject({ text: '\ufffd'.repeat(6), value: null, yuan: null, status: 'unreadable' });
    expect(rulesOf(table)).toEqual([{ rule: 'CELL-UNREADABLE', severity: 'error', row: 0, column: 'total' }]);
  });

  test('an illegible cell of the grid shows none of them either', () => {
    const table = printed('other', { grid: grid('甲 | 395.87', { illegible: '395.87' }) });
    expect(normalizeTable(table).table.grid.cells.map((c) => c.text)).toEqual(['甲', '\ufffd'.repeat(6)]);
  });

  test('letters nobody can read name nothing: no code, no concept, no column of the form', () => {
    const sketch = '科目编码 | 科目名称 | 合计 | 基本支出\n2080505 | 养老保险 | 22.45 | 22.45';
    const read = (illegible: string) => normalizeTable(printedTable('支出决算表', sketch, { illegible })).table;
    expect(read('2080505').rows).toMatchObject([{ code: null, level: null, name: '养老保险', concept: null }]);
    expect(read('养老保险').rows).toMatchObject([{ code: '2080505', name: '\ufffd'.repeat(4), concept: 'function/2080505' }]);
    expect(read('基本支出').columns.map((column) => column.key)).toEqual(['total', '\ufffd'.repeat(4)]);
  });

  test('绩效: only the money columns are money; scores, rates and words have no 元 and need no remark', () => {
    const table = printed('project-performance', {
      rows: [{ name: '资金总额', cells: { executed: '12.30', score: '10', rate: '98.5%', actual: '按时完成' } }],
    });
    const { executed, score, rate, actual } = rowsOf(table)[0]?.cells ?? {};
    expect(executed).toMatchObject({ value: '12.30', yuan: '123000.00' });
    expect(score).toMatchObject({ value: '10', yuan: null });
    expect(rate).toMatchObject({ value: null, status: null });
    expect(actual).toMatchObject({ text: '按时完成', value: null });
    expect(rulesOf(table)).toEqual([]);
    // Scores alone need no unit.
    expect(rulesOf(printed('project-performance', { unit: null, rows: [{ name: '数量', cells: { score: '10', actual: '4' } }] }))).toEqual(
      [],
    );
  });

  test.each(UNITS)('绩效: the unit %s stands in a label', (unit) => {
    const table = printed('project-performance', {
      unit: null,
      grid: grid(`项目资金（${unit}） | 年初预算数`),
      rows: [{ name: '资金总额', cells: { executed: '12.30' } }],
    });
    expect(normalizeTable(table).table.unit).toBe(unit);
    expect(rowsOf(table)[0]?.cells['executed']?.yuan).toBe(toYuan('12.30', unit));
  });
});

describe('codes and names', () => {
  test('208|05|05 is one code, and its level', () => {
    const rows = rowsOf(
      printed('expenditure', {
        rows: [
          { code: ['208', '', ''], name: '社会保障和就业支出' },
          { code: ['208', '05', ''], name: '行政事业单位养老支出' },
          { code: ['208', '05', '05'], name: '机关事业单位基本养老保险缴费支出' },
        ],
      }),
    );
    expect(rows.map(({ code, level, concept }) => [code, level, concept])).toEqual([
      ['208', '类', 'function/208'],
      ['20805', '款', 'function/20805'],
      ['2080505', '项', 'function/2080505'],
    ]);
  });

  test('blank parents come from the row above, and a remark says so', () => {
    const table = printed('expenditure', {
      rows: [
        { code: ['208', '05', '01'], name: '行政单位离退休' },
        { code: ['', '', '05'], name: '养老' },
        { code: ['', '', '06'], name: '职业年金' },
      ],
    });
    expect(rowsOf(table).map((row) => row.code)).toEqual(['2080501', '2080505', '2080506']);
    expect(rulesOf(table)).toEqual([
      { rule: 'CODE-INHERITED', severity: 'info', row: 1, column: null },
      { rule: 'CODE-INHERITED', severity: 'info', row: 2, column: null },
    ]);
  });

  test('a row without a code between them breaks no inheritance', () => {
    const table = printed('expenditure', {
      rows: [
        { code: ['208', '05', '01'], name: '甲' },
        { code: ['', '', ''], name: '合计' },
        { code: ['', '', '05'], name: '乙' },
      ],
    });
    expect(rowsOf(table).map((row) => row.code)).toEqual(['2080501', null, '2080505']);
  });

  test('an odd code is nobody’s parent: the row below takes those of the last sound one', () => {
    const table = printed('expenditure', {
      rows: [
        { code: ['208', '05', '01'], name: '甲' },
        { code: ['20Z', '', ''], name: '乙' },
        { code: ['', '', '05'], name: '丙' },
      ],
    });
    expect(rowsOf(table).map((row) => row.code)).toEqual(['2080501', '20Z', '2080505']);
  });

  test.each([
    ['2040201-行政运行', ''],
    ['', '2040201-行政运行'],
    ['', '[2040201]行政运行'],
  ])('code and name in one cell: %s%s', (code, name) => {
    expect(rowsOf(printed('expenditure', { rows: [{ code, name: name === '' ? null : name }] }))).toMatchObject([
      { code: '2040201', level: '项', name: '行政运行', concept: 'function/2040201' },
    ]);
  });

  test('an odd shape keeps its print and is flagged', () => {
    const table = printed('expenditure', { rows: [{ code: '2010', name: '某事务' }] });
    expect(rowsOf(table)).toMatchObject([{ code: '2010', level: null, name: '某事务' }]);
    expect(rulesOf(table)).toEqual([{ rule: 'CODE-SHAPE', severity: 'warning', row: 0, column: null }]);
  });

  test('a code with a stray letter keeps its print too', () => {
    const table = printed('expenditure', { rows: [{ code: '2080505X', name: '某事务' }] });
    expect(rulesOf(table)).toEqual([{ rule: 'CODE-SHAPE', severity: 'warning', row: 0, column: null }]);
    expect(rowsOf(table)).toMatchObject([{ code: '2080505X', level: null, name: '某事务' }]);
  });

  test('a form read by words has no codes: a number in the label stays a word', () => {
    const table = printed('income-expenditure-summary', { rows: [{ code: '208', name: '八、社会保障和就业支出', side: '支出' }] });
    expect(rowsOf(table)).toMatchObject([{ code: null, level: null, name: '八、社会保障和就业支出', concept: 'function/208' }]);
  });

  test('line and panel go through as printed', () => {
    const table = printed('general-public-basic-expenditure', {
      rows: [{ code: '30101', name: '基本工资', line: '12', panel: '人员经费' }],
    });
    expect(rowsOf(table)).toMatchObject([{ line: '12', panel: '人员经费' }]);
  });
});

describe('kind', () => {
  const kinds = (table: PrintedTable) => rowsOf(table).map((row) => row.kind);

  test.each(['合计', '总    计', '本年收入合计', '本年支出合计', '人员经费合计', '公用经费合计', '日常公用经费合计', '总分'])(
    '%s is a total',
    (name) => {
      expect(kinds(printed('income', { rows: [{ name, cells: { total: '1.00' } }] }))).toEqual(['total']);
    },
  );

  test('a code with codes below it is a subtotal, without amounts of its own a group', () => {
    const table = printed('expenditure', {
      rows: [
        { code: '208', name: '甲', cells: { total: '3.00' } },
        { code: '20805', name: '乙' },
        { code: '2080505', name: '丙', cells: { total: '3.00' } },
        { code: '210', name: '丁', cells: { total: '1.00' } },
      ],
    });
    expect(kinds(table)).toEqual(['subtotal', 'group', 'item', 'item']);
  });

  test('the children of a code may stand far below it, or above', () => {
    const table = printed('expenditure', {
      rows: [
        { code: '2080505', cells: { total: '3.00' } },
        { code: '210', cells: { total: '1.00' } },
        { code: '208', cells: { total: '3.00' } },
      ],
    });
    expect(kinds(table)).toEqual(['item', 'item', 'subtotal']);
  });

  test('a code printed twice is no child of itself', () => {
    const table = printed('expenditure', {
      rows: [
        { code: '208', cells: { total: '3.00' } },
        { code: '208', cells: { total: '3.00' } },
      ],
    });
    expect(kinds(table)).toEqual(['item', 'item']);
  });

  test('so is a heading in words; a dash is no amount', () => {
    const part = { name: '其中：教育收费', side: '收入' as const, cells: { income: '1.00' } };
    const heading = { name: '事业收入', side: '收入' as const };
    expect(kinds(printed('income-expenditure-summary', { rows: [heading, part] }))).toEqual(['group', 'item']);
    const dashed = { ...heading, cells: { income: '—' } };
    expect(kinds(printed('income-expenditure-summary', { rows: [dashed, part] }))).toEqual(['group', 'item']);
  });

  test('an opening balance is a subtotal where its parts are printed', () => {
    const side = '收入' as const;
    const opening = { name: '年初财政拨款结转和结余', side, cells: { income: '1.00' } };
    const part = { name: '一般公共预算财政拨款', side, cells: { income: '1.00' } };
    expect(kinds(printed('fiscal-appropriation-summary', { rows: [opening, part] }))).toEqual(['subtotal', 'item']);
    expect(kinds(printed('fiscal-appropriation-summary', { rows: [part, opening] }))).toEqual(['item', 'item']);
  });

  test('a row before 其中：is a subtotal', () => {
    const rows = [
      { name: '事业收入', side: '收入' as const, cells: { income: '3.00' } },
      { name: '其中：教育收费', side: '收入' as const, cells: { income: '1.00' } },
    ];
    expect(kinds(printed('income-expenditure-summary', { rows }))).toEqual(['subtotal', 'item']);
  });

  test('三公 as rows: the cars are a subtotal of their purchase and their operation, however these are numbered', () => {
    const cells = { budget: '3.00' };
    const names = [
      '合计',
      '1.因公出国（境）费',
      '2.公务用车购置及运行维护费',
      '（1）公务用车购置费',
      '（2）公务用车运行维护费',
      '3.公务接待费',
    ];
    expect(kinds(printed('three-public', { rows: names.map((name) => ({ name, cells })) }))).toEqual([
      'total',
      'item',
      'subtotal',
      'item',
      'item',
      'item',
    ]);
  });

  test('of two sides, the next row of its own side is the one that counts', () => {
    const rows = [
      { name: '五、事业收入', side: '收入' as const, cells: { income: '3.00' } },
      { name: '五、教育支出', side: '支出' as const, cells: { expenditure: '3.00' } },
      { name: '其中：教育收费', side: '收入' as const, cells: { income: '1.00' } },
      { name: '六、科学技术支出', side: '支出' as const, cells: { expenditure: '1.00' } },
    ];
    expect(kinds(printed('income-expenditure-summary', { rows }))).toEqual(['subtotal', 'item', 'item', 'item']);
  });
});

describe('a table that declares itself empty', () => {
  const emptyOf = (table: PrintedTable) => normalizeTable(table).table.empty;

  test('with figures it is not empty, whatever its note says', () => {
    const table = printed('government-fund', {
      rows: [{ name: '合计', cells: { total: '0.00' } }],
      notes: ['说明：我单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。'],
    });
    expect(emptyOf(table)).toBe(null);
  });

  test.each([
    '说明：我单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。',
    '注：本单位2023年度未发生国有资本经营预算财政拨款支出。',
    '备注：本表为空。',
    '注：本部门不涉及政府性基金预算。',
  ])('%s', (note) => {
    const table = printed('government-fund', { rows: [{ name: '合计' }], notes: ['注：本表反映收支情况。', note] });
    expect(emptyOf(table)).toEqual({ statement: note });
  });

  test('the sentence may stand in a cell', () => {
    const table = printed('government-fund', { grid: grid('项目 | 本部门没有政府性基金预算收支，故本表无数据'), rows: [] });
    expect(emptyOf(table)).toEqual({ statement: '本部门没有政府性基金预算收支，故本表无数据' });
  });

  test('without a sentence it is empty all the same', () => {
    expect(emptyOf(printed('government-fund', { rows: [{ name: '合计' }] }))).toEqual({ statement: null });
    expect(emptyOf(printed('government-fund', { rows: [{ name: '合计', cells: { total: '—' } }] }))).toEqual({ statement: null });
  });

  test('figures nobody can read are figures', () => {
    expect(emptyOf(printed('government-fund', { rows: [{ name: '合计', cells: { total: '1.00' }, illegible: 'total' }] }))).toBe(null);
  });

  test('a table of no known form is not called empty', () => {
    expect(emptyOf(printed('other'))).toBe(null);
  });
});

test('a table of no known form keeps its grid, merges and all', () => {
  const { table } = normalizeTable(printed('other', { grid: grid('甲 | <\n乙 | 丙', { page: 4 }) }));
  expect(table).toMatchObject({ form: 'other', pages: [4], columns: [], rows: [] });
  expect(table.grid).toEqual({
    rows: 2,
    columns: 2,
    cells: [
      { row: 0, column: 0, rowSpan: 1, columnSpan: 2, text: '甲', page: 4, box: [50, 400, 290, 420] },
      { row: 1, column: 0, rowSpan: 1, columnSpan: 1, text: '乙', page: 4, box: [50, 420, 170, 440] },
      { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: '丙', page: 4, box: [170, 420, 290, 440] },
    ],
  });
});

test('what stage 3 remarked stays, before what stage 4 adds', () => {
  const before = remark(COLUMN_UNKNOWN, '甲', { column: 'x' });
  const table = printed('income', { unit: null, remarks: [before], rows: [{ name: '合计', cells: { total: '1.00' } }] });
  expect(rulesOf(table).map(({ rule }) => rule)).toEqual(['COLUMN-UNKNOWN', 'UNIT-UNKNOWN']);
});
