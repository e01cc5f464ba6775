import { expect, test } from 'vitest';
import type { FlowChart } from '../../../../extractors/charts.js';
import { finalAccounts } from '../../../../extractors/final-accounts/family.js';
import { flow } from '../../../../src/emit/html/charts/flow.js';
import { NOT_JUDGED } from '../../../../src/triage/judged.js';
import { disclosure, grid, printed, row, table } from '../../fixture.js';
import { cells } from './cells.js';

const DECLARATION: FlowChart = {
  kind: 'flow',
  title: '收支',
  form: 'income-expenditure-summary',
  from: { name: '收入', column: 'income', concepts: ['general-public-appropriation', 'government-fund-appropriation'], totals: ['total'] },
  to: { name: '支出', column: 'expenditure', concepts: [/^function\/\d{3}$/], totals: ['total'] },
  total: { name: '总计' },
};

test('let nothing flow twice: 其中 is in the line above', () => {
  const parts = grid(1, [
    ['一、财政拨款收入', '100.00', '一、教育支出', '100.00'],
    ['其中：政府性基金预算财政拨款', '30.00', '', ''],
  ]);
  const summary = table({
    form: 'income-expenditure-summary',
    columns: [
      { key: 'income', path: ['收入'], ordinal: null },
      { key: 'expenditure', path: ['支出'], ordinal: null },
    ],
    rows: [
      row('一、财政拨款收入', { income: printed(parts, 0, 1, '100.00') }, { concept: 'general-public-appropriation' }),
      row('其中：政府性基金预算财政拨款', { income: printed(parts, 1, 1, '30.00') }, { concept: 'government-fund-appropriation' }),
      row('一、教育支出', { expenditure: printed(parts, 0, 3, '100.00') }, { concept: 'function/205' }),
    ],
    grid: parts,
  });
  const chart = flow(DECLARATION, {
    disclosure: disclosure({ tables: [summary] }),
    family: finalAccounts,
    sums: [],
    detailRows: [new Set([1])],
    judged: NOT_JUDGED,
  });
  expect(chart?.description).toContain('收入总计未印，支出总计未印');
  expect(chart?.table.lines.map(([, name]) => name)).toEqual(['财政拨款收入', '教育支出']);
});

test('what no known line accounts for flows too, but not what is rounding', () => {
  const summary = (income: string) =>
    table({
      form: 'income-expenditure-summary',
      columns: [
        { key: 'income', path: ['收入'], ordinal: null },
        { key: 'expenditure', path: ['支出'], ordinal: null },
      ],
      rows: [
        row('一、预算拨款', cells({ income: '90.00' })),
        row('二、财政拨款收入', cells({ income }), { concept: 'general-public-appropriation' }),
        row('一、教育支出', cells({ expenditure: '100.00' }), { concept: 'function/205' }),
        row('总计', cells({ income: '100.00' }), { concept: 'total' }),
      ],
    });
  const chart = (income: string) =>
    flow(DECLARATION, {
      disclosure: disclosure({ tables: [summary(income)] }),
      family: finalAccounts,
      sums: [],
      detailRows: [new Set()],
      judged: NOT_JUDGED,
    });
  const inflows = (income: string) => chart(income)?.table.lines.filter(([side]) => side === '收入');
  const told = (income: string) => chart(income)?.description;
  expect(told('10.00')).toContain('收入总计 100.00，支出总计未印。“其余”是总计减去所列各项。');
  expect(told('99.99')).not.toContain('其余');
  expect(inflows('10.00')).toEqual([
    ['收入', '财政拨款收入', '10.00'],
    ['收入', '其余', '90.00'],
  ]);
  expect(inflows('99.99')).toEqual([['收入', '财政拨款收入', '99.99']]);
});

test('the totals are those that are printed, never the sum of rounded lines; both where they differ', () => {
  const summary = (expenditure: string) =>
    table({
      form: 'income-expenditure-summary',
      rows: [
        row('一、财政拨款收入', cells({ income: '99.99' }), { concept: 'general-public-appropriation' }),
        row('一、教育支出', cells({ expenditure: '99.98' }), { concept: 'function/205' }),
        row('总计', cells({ income: '100.00', expenditure }), { concept: 'total' }),
      ],
    });
  const chart = (expenditure: string) =>
    flow(DECLARATION, {
      disclosure: disclosure({ tables: [summary(expenditure)] }),
      family: finalAccounts,
      sums: [],
      detailRows: [new Set()],
      judged: NOT_JUDGED,
    });
  expect(chart('100.00')?.description).toContain('收入总计 100.00，支出总计 100.00');
  expect(chart('100.00')?.drawing.elements.at(-1)).toContain('>总计 100.00<');
  expect(chart('100.01')?.drawing.elements.at(-1)).toContain('>收入总计 100.00　支出总计 100.01<');
});
