import { expect, test } from 'vitest';
import type { Finding } from '../../../schemas/disclosure.js';
import { inReadingOrder } from '../../../src/check/verdict/order.js';
import { table } from '../builders.js';

const tables = [
  table('expenditure', 'total basic', '2010101 甲 60.00 40.00'),
  table('expenditure', 'total basic', '2010101 甲 60.00 40.00', { unit: '元' }),
];

const finding = (rule: string, severity: Finding['severity'], difference: string | null = null, of = 0): Finding => ({
  rule,
  severity,
  verdict: 'publisher',
  message: rule,
  difference,
  cells: difference === null ? [] : [{ table: of, row: 0, column: 'total', page: 1, box: null }],
});

const order = (...findings: Finding[]) => inReadingOrder(findings, tables).map(({ rule }) => rule);

test('errors, warnings, the rest', () => {
  expect(order(finding('A', 'info'), finding('B', 'warning'), finding('C', 'error'))).toEqual(['C', 'B', 'A']);
});

test('of one severity the print before our own reading, however much is unread', () => {
  expect(order(finding('TABLE-UNREAD', 'error'), finding('COLUMN-SUM', 'error', '0.02'))).toEqual(['COLUMN-SUM', 'TABLE-UNREAD']);
});

test('what is about words alone comes last, but not where a figure is missing', () => {
  const found = [
    finding('NAME-STALE', 'info'),
    finding('A', 'info'),
    finding('TEMPLATE-LEFTOVER', 'warning'),
    finding('CODE-INHERITED', 'info'),
  ];
  expect(order(...found)).toEqual(['TEMPLATE-LEFTOVER', 'A', 'CODE-INHERITED', 'NAME-STALE']);
});

test('then the greatest difference in 元, whatever unit the tables are in and which way it goes', () => {
  const found = [finding('A', 'error', '900', 1), finding('B', 'error', '1'), finding('C', 'error', '-2'), finding('D', 'error')];
  expect(order(...found)).toEqual(['C', 'B', 'A', 'D']);
});

test('what is equal in all of that stays as it stood', () => {
  expect(order(finding('A', 'error', '1'), finding('B', 'error', '-1'), finding('C', 'error', '1'))).toEqual(['A', 'B', 'C']);
});
