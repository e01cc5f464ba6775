import { expect, test } from 'vitest';
import { Exact } from '../../../src/base/money.js';
import { formatAmount, withoutOrdinal } from '../../../src/emit/html/amount.js';

test.each([
  ['八、社会保障和就业支出', '社会保障和就业支出'],
  ['（二）收入', '收入'],
  ['一般公共服务支出', '一般公共服务支出'],
  ['三公经费', '三公经费'],
])('take the ordinal from a name, and no part of the name: %s', (name, bare) => {
  expect(withoutOrdinal(name)).toBe(bare);
});

test.each([
  ['1234567.8', 2, '1,234,567.80'],
  ['-1234.567', 2, '-1,234.567'],
  ['0.00', 2, '0'],
  ['100', 0, '100'],
])('an amount has separators, and as many decimals as those beside it: %s', (amount, places, written) => {
  expect(formatAmount(new Exact(amount), places)).toBe(written);
});
