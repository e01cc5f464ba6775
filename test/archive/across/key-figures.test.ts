import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import type { Disclosure, DisclosureRow, DisclosureTable } from '../../../schemas/disclosure.js';
import { keyFiguresOf } from '../../../src/archive/across/key-figures.js';
import { disclosure, row, table } from '../../emit/fixture.js';

/** The figures of a document as `form concept column value unit`; `-` stands for the concept of an only row. */
const figures = (more: Partial<Disclosure>) =>
  keyFiguresOf(disclosure({ sections: [], tables: [], ...more }), families).map(({ form, concept, column_key, value, unit }) =>
    [form, concept || '-', column_key, value, unit].join(' '),
  );

const cells = (values: Readonly<Record<string, string>>): DisclosureRow['cells'] =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      { text: value, value, yuan: `${value}00`, page: 1, box: [0, 0, 1, 1], method: 'text', status: 'proved' },
    ]),
  );

const threePublic = (more: Partial<DisclosureTable>) => table({ form: 'budget-three-public', ...more });

test('the only row of a table, without a label or about a unit', () => {
  const only = (of: DisclosureRow) => figures({ tables: [threePublic({ rows: [of] })] });
  const expected = ['budget-three-public - reception 5.80 万元'];
  expect(only(row(null, cells({ reception: '5.80' })))).toEqual(expected);
  expect(only(row('甲局', cells({ reception: '5.80' }), { concept: 'unit', unit: { code: '101', name: '甲局' } }))).toEqual(expected);
  expect(only(row('某项', cells({ reception: '5.80' })))).toEqual([]);
});

test('a row of sums stands for the document, its units do not', () => {
  const unit = (name: string, value: string) => row(name, cells({ reception: value }), { concept: 'unit', unit: { code: null, name } });
  const total = row('合计', cells({ reception: '9.00' }), { kind: 'total', concept: 'total' });
  expect(figures({ tables: [threePublic({ rows: [total, unit('甲局', '5.00'), unit('甲中心', '4.00')] })] })).toEqual([
    'budget-three-public total reception 9.00 万元',
  ]);
  expect(figures({ tables: [threePublic({ rows: [unit('甲局', '5.00'), unit('甲中心', '4.00')] })] })).toEqual([]);
});

test('a code below several units has no figure of the department; below one it has, and that unit’s row is the total', () => {
  const form = 'budget-general-public-expenditure';
  const below = (name: string) => [
    row(name, cells({ total: '9.00' }), { concept: 'unit', unit: { code: null, name } }),
    row('行政运行', cells({ total: '9.00' }), { concept: 'function/2012601', unit: { code: null, name } }),
  ];
  expect(figures({ tables: [table({ form, rows: below('甲局') })] })).toEqual([
    `${form} total total 9.00 万元`,
    `${form} function/2012601 total 9.00 万元`,
  ]);
  expect(figures({ tables: [table({ form, rows: [...below('甲局'), ...below('甲中心')] })] })).toEqual([]);
});

test('预算数 that the note calls adjusted is not the budget of the spring, nor is 上年执行数', () => {
  const final = (notes: string[], path = ['预算数', '公务接待费']) =>
    figures({
      tables: [
        table({
          form: 'three-public',
          columns: [{ key: 'budget.reception', path, ordinal: null }],
          rows: [row(null, cells({ 'budget.reception': '5.80' }))],
          notes,
        }),
      ],
    });
  expect(final([])).toHaveLength(1);
  expect(final(['注：预算数为年初部门预算批复数。'])).toHaveLength(1);
  expect(final(['注：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。'])).toEqual([]);
  expect(final([], ['全年预算数', '公务接待费'])).toEqual([]);
  const lastYear = (head: string) =>
    figures({
      tables: [
        threePublic({
          columns: [{ key: 'last-year.reception', path: [head, '公务接待费'], ordinal: null }],
          rows: [row(null, cells({ 'last-year.reception': '5.80' }))],
        }),
      ],
    });
  expect(lastYear('2025年预算数')).toHaveLength(1);
  expect(lastYear('2025年执行数')).toEqual([]);
});

test('an amount without a unit is no figure', () => {
  expect(figures({ tables: [threePublic({ unit: null, rows: [row(null, cells({ reception: '5.80' }))] })] })).toEqual([]);
});

const spending = table({
  form: 'general-public-expenditure',
  rows: [row('档案馆', cells({ total: '30.00' }), { concept: 'function/2012604', code: '2012604', level: '项' })],
});

/** What the prose of a final account tells of its code below a heading. */
const told = (heading: string, text: string) =>
  figures({
    tables: [spending],
    sections: [
      { heading: '第三部分 决算情况说明', level: 0, pages: [9], text: '' },
      { heading, level: 1, pages: [9], text },
    ],
  }).filter((line) => line.includes('initial-budget'));

test('年初预算 that a sentence tells of a code, of which the tables print no column', () => {
  const general = '五、一般公共预算财政拨款支出决算情况说明';
  const item = '1.一般公共服务支出（类）档案事务（款）档案馆（项）。';
  expect(told(general, `${item}年初预算为40.00万元，支出决算为30.00万元，完成年初预算的75%。`)).toEqual([
    'general-public-expenditure function/2012604 initial-budget 40.00 万元',
  ]);
  expect(told(general, `${item}年初预算为400000元，支出决算为300000元。`)).toEqual([
    'general-public-expenditure function/2012604 initial-budget 400000 元',
  ]);
  expect(told(general, '一般公共预算财政拨款支出年初预算为40.00万元，支出决算为30.00万元。')).toEqual([
    'general-public-expenditure general-public-expenditure initial-budget 40.00 万元',
  ]);
  expect(told(general, `${item}全年预算为40.00万元，支出决算为30.00万元。`)).toEqual([]);
  expect(told('八、政府性基金预算财政拨款支出决算情况说明', `${item}年初预算为40.00万元。`)).toEqual([]);
});

test('年初预算 of the 三公 that a sentence tells, for documents whose table prints an adjusted one', () => {
  const sentence =
    '“三公”经费财政拨款支出年初预算为0.95万元，支出决算为0.90万元。其中：公务接待费支出年初预算为0.95万元，支出决算为0.90万元。';
  expect(told('八、“三公”经费财政拨款支出决算情况说明', sentence)).toEqual([
    'three-public three-public-total initial-budget 0.95 万元',
    'three-public three-public-reception initial-budget 0.95 万元',
  ]);
});
