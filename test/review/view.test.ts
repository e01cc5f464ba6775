import { beforeAll, expect, test } from 'vitest';
import type { Disclosure, DisclosureValue } from '../../schemas/disclosure.js';
import { doubtsOf } from '../../src/review/doubts.js';
import { toView } from '../../src/review/to-view.js';
import { readSample } from '../read-sample.js';

let sample: Disclosure;
beforeAll(async () => {
  sample = await readSample('beiguan-2024');
});

/** The sample with one table of one row of these cells. */
function withCells(cells: Readonly<Record<string, Partial<DisclosureValue>>>): Disclosure {
  const [table] = sample.tables;
  const row = table?.rows[0];
  if (!table || !row) throw new Error('the sample has tables');
  const plain: DisclosureValue = { text: '1', value: '1', yuan: '10000.00', page: 1, box: [0, 0, 1, 1], method: 'text', status: 'proved' };
  const filled = Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, { ...plain, ...cell }]));
  return { ...sample, tables: [{ ...table, rows: [{ ...row, cells: filled }] }] };
}

const order = (cells: Readonly<Record<string, Partial<DisclosureValue>>>) => doubtsOf(withCells(cells)).map(({ column }) => column);

test('doubts: the most money at the highest doubt comes first; proved, corrected and words are none', () => {
  expect(
    order({
      small: { status: 'contradicted', yuan: '100.00' },
      large: { status: 'contradicted', yuan: '-90000.00' },
      unlikely: { status: 'uncontradicted', yuan: '1000000.00' },
      proved: { status: 'proved' },
      corrected: { status: 'corrected' },
      word: { status: null, value: null, yuan: null },
    }),
  ).toEqual(['large', 'unlikely', 'small']);
});

test('doubts: an unreadable cell weighs what stands beside it; one that OCR read weighs more than text', () => {
  expect(
    order({
      text: { status: 'uncontradicted', yuan: '50000.00' },
      ocr: { status: 'uncontradicted', yuan: '50000.00', method: 'ocr' },
      unreadable: { status: 'unreadable', value: null, yuan: null },
      beside: { status: 'proved', yuan: '70000.00' },
    }),
  ).toEqual(['unreadable', 'ocr', 'text']);
});

test('doubts: points weigh as points, and a zero that no check breaks at is none', () => {
  expect(
    order({
      points: { status: 'contradicted', value: '10', yuan: null },
      money: { status: 'contradicted', value: '1', yuan: '10000.00' },
      zero: { status: 'uncontradicted', value: '0.00', yuan: '0.00' },
      denied: { status: 'contradicted', value: '0', yuan: '0.00' },
    }),
  ).toEqual(['money', 'points', 'denied']);
});

test('a blank cell has its place in the grid, also in a column without any figure', () => {
  const { tables } = toView('d1', sample, null);
  const table = tables.find(({ form }) => form === 'expenditure');
  const total = table?.rows.find(({ name }) => name === '合计');
  const [basic, project, affiliates] = ['basic', 'project', 'affiliates'].map((key) => total?.cells[key]);
  expect([basic?.text, project?.text, affiliates?.text]).toEqual(['395.87', null, null]);
  if (!basic || !project || !affiliates) throw new Error('blank cells have places');
  expect(project.page).toBe(basic.page);
  expect(project.box[0]).toBeGreaterThan(basic.box[2]);
  expect(affiliates.box[0]).toBeGreaterThan(project.box[2]);
  const middle = (basic.box[1] + basic.box[3]) / 2;
  expect(project.box[1] < middle && middle < project.box[3]).toBe(true);
});

test('what goes to the page has no prose, and grids only of tables without rows', () => {
  const view = toView('d1', sample, null);
  expect(Object.keys(view)).not.toContain('sections');
  expect(view.tables.filter(({ grid, rows }) => grid !== null && rows.length > 0)).toEqual([]);
  expect(view.findings.map(({ severity }) => severity)).toEqual(
    [...sample.findings.map(({ severity }) => severity)].sort(
      (a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b),
    ),
  );
});

test('in a two-sided table a row has the blank cells of its own side, also where it has no figure', () => {
  const { tables } = toView('d1', sample, null);
  const table = tables.find(({ form }) => form === 'income-expenditure-summary');
  const keysOf = (name: string) => Object.keys(table?.rows.find((row) => row.name === name)?.cells ?? {});
  expect(keysOf('四、上级补助收入')).toEqual(['income']);
  expect(keysOf('二、外交支出')).toEqual(['expenditure']);
  expect(table?.rows.filter(({ cells }) => Object.keys(cells).length > 1)).toEqual([]);
});
