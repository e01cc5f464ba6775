import { describe, expect, test } from 'vitest';
import { sheetFormulas } from '../../../src/read/excel/formulas.js';
import type { StoredCell, StoredSheet } from '../../../src/read/excel/workbook.js';

const number = (value: number, formula: string | null = null): StoredCell => ({
  kind: 'number',
  number: value,
  shown: String(value),
  format: 'General',
  formula,
});
const text = (shown: string): StoredCell => ({ kind: 'text', number: Number.NaN, shown, format: 'General', formula: null });
const open = (formula: string): StoredCell => ({ kind: 'nothing', number: Number.NaN, shown: '', format: 'General', formula });

const sheet = (rows: StoredCell[][]): StoredSheet => ({
  name: '表',
  hidden: false,
  rows,
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
});

describe('FORMULA-DIFFERS', () => {
  const told = (stored: number, formula: string) =>
    sheetFormulas(
      sheet([
        [number(0.1), number(0.2)],
        [text('无'), number(5)],
      ]),
    )
      .check(number(stored, formula))
      .map(({ rule }) => rule.id);

  test.each(['SUM(A1:B1)', 'A1+B1', '$A$1 + $B$1', 'SUM(A1,B1)', 'SUM(A1:B2)-B2', 'B1+A1'])('%s of 0.1 and 0.2 is 0.3', (formula) => {
    expect(told(0.3, formula)).toEqual([]);
    expect(told(0.30000000000000004, formula)).toEqual([]);
    expect(told(0.4, formula)).toEqual(['FORMULA-DIFFERS']);
  });

  test.each(['VLOOKUP(A1,B:B,2)', "SUM('另表'!A1:A2)", '[1]汇总!$C$7', 'A1*2', 'A1+A2', 'ROUND(A1,2)', 'SUM(A1:B1'])(
    '%s is not worked out',
    (formula) => {
      expect(told(99, formula)).toEqual([]);
    },
  );
});

describe('a formula that is stored without a result', () => {
  test('is worked out, also from others of its kind', () => {
    const nested = sheetFormulas(sheet([[open('SUM(A2:A3)')], [open('SUM(B2:B3)'), number(1.5)], [number(2), number(2.25)]]));
    expect(nested.valueOf(0, 0)?.toFixed()).toBe('5.75');
    expect(nested.valueOf(1, 1)).toBeNull();
    expect(nested.valueOf(9, 9)).toBeNull();
  });

  test('one that comes back to itself has none', () => {
    const formulas = sheetFormulas(sheet([[open('A2')], [open('A1')]]));
    expect(formulas.valueOf(0, 0)).toBeNull();
  });
});
