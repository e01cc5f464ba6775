import { describe, expect, test } from 'vitest';
import { must } from '../../src/base/invariant.js';
import { withTablesPoints } from '../../src/normalize/ocr-points.js';
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
  withTablesPoints(values.map(rowOf), '元').map(({ row, prints: [print] }) => [
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

describe('an amount on whose digits both engines agree', () => {
  const sure = ['1.00', '22.50', '3.75', '442431.64', '9.10'].map(rowOf);
  const [model] = sure;
  /** How the table shows one more amount, read as the first of these texts and held possible as the others. */
  const shown = (print: { digitsAgree?: boolean; doubtful: boolean }, ...values: string[]) => {
    const row = rowOf(values[0] ?? '', sure.length);
    const candidates = values.map((value) => ({ ...must(model, 'the first row').prints[0]?.candidates[0], text: value, value }));
    const cell = { ...row.row.cells['total'], value: null, status: 'unreadable' };
    const read = { ...row, row: { ...row.row, cells: { total: cell } }, prints: [{ ...row.prints[0], candidates, ...print }] };
    return withTablesPoints([...sure, read as NormalizedRow], '元').at(-1)?.row.cells['total']?.value ?? null;
  };

  test('is believed with the point where the others have theirs, where an engine saw it', () => {
    expect(shown({ doubtful: true, digitsAgree: true }, '8.71', '871', '87')).toBe('8.71');
    expect(shown({ doubtful: false, digitsAgree: true }, '9145195', '91451.95')).toBe('91451.95');
  });

  test('is not where no engine saw it, or where it stands elsewhere; nor is one whose digits are doubted', () => {
    expect(shown({ doubtful: false, digitsAgree: true }, '9145195')).toBeNull();
    expect(shown({ doubtful: true, digitsAgree: true }, '87.1', '871')).toBeNull();
    expect(shown({ doubtful: true }, '8.71', '871')).toBeNull();
  });
});

test('where a table prints zeros at the end of decimals, an amount with fewer or more of them is doubted', () => {
  expect(told('1.00', '22.50', '3.75', '9.10', '8.25', '400.5').at(-1)).toEqual(['unreadable', '400.5']);
  expect(told('1.00', '22.50', '3.75', '9.10', '8.25', '400.541').at(-1)).toEqual(['unreadable', '400.541']);
  expect(told('1.01', '22.53', '3.75', '9.16', '8.25', '400.5').at(-1)).toEqual(['400.5', '400.5']);
});
