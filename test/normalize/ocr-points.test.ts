import { expect, test } from 'vitest';
import { withLostPoints } from '../../src/normalize/ocr-points.js';
import type { NormalizedRow } from '../../src/normalize/row.js';

/** A row with one amount that OCR read. */
function rowOf(value: string, index: number): NormalizedRow {
  const cell = {
    text: value,
    value,
    yuan: null,
    page: 1,
    box: [0, 0, 1, 1] as [number, number, number, number],
    method: 'ocr',
    status: 'unchecked',
  } as const;
  return {
    row: { kind: 'item', code: null, level: null, name: '甲', line: null, panel: null, concept: null, cells: { total: cell } },
    remarks: [],
    prints: [{ row: index, column: 'total', candidates: [cell], doubtful: false }],
    codeAbove: null,
    unitAbove: null,
  };
}

const told = (...values: string[]) =>
  withLostPoints(values.map(rowOf), '元').map(({ row, prints: [print] }) => [
    row.cells['total']?.value ?? row.cells['total']?.status,
    print?.candidates.map(({ value }) => value).join(),
  ]);

test('a whole number among amounts with decimals is doubted, with its point put back', () => {
  expect(told('1.00', '22.50', '3.75', '442431.64', '44243164').at(-1)).toEqual(['unreadable', '442431.64,44243164']);
});

test('where amounts are whole numbers nothing is doubted', () => {
  expect(told('100', '2250', '375', '442431', '44243164').at(-1)).toEqual(['44243164', '44243164']);
});

test('a zero and a number of two digits have lost no point', () => {
  expect(told('1.00', '22.50', '3.75', '9.10', '8.20', '7.30', '6.40', '0').at(-1)).toEqual(['0', '0']);
  expect(told('1.00', '22.50', '3.75', '9.10', '8.20', '7.30', '6.40', '12').at(-1)).toEqual(['12', '12']);
});

test('where decimals differ anyway, or amounts are few, nothing is doubted', () => {
  expect(told('1.5', '22', '3.75', '442431.64', '44243164').at(-1)).toEqual(['44243164', '44243164']);
  expect(told('1.00', '22.50', '44243164').at(-1)).toEqual(['44243164', '44243164']);
});
