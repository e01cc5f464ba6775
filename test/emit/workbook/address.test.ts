import { expect, test } from 'vitest';
import { addressOf, columnName, rangeOf } from '../../../src/emit/workbook/address.js';

test('columns go from A to Z, from AA to ZZ, and on', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
});

test('positions are counted from 0, addresses from A1', () => {
  expect(addressOf({ row: 5, column: 2 })).toBe('C6');
  expect(rangeOf({ row: 0, column: 0 }, { row: 5, column: 2 })).toBe('A1:C6');
  expect(rangeOf({ row: 0, column: 0 }, { row: 0, column: 0 })).toBe('A1');
});
