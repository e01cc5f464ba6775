import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, showCell } from '../../../src/read/excel/shown.js';
import { formatNumber, type StoredCell } from '../../../src/read/excel/workbook.js';

const cell = (number: number, format: string): StoredCell => ({
  kind: 'number',
  number,
  shown: formatNumber(format, number),
  format,
  formula: null,
});
const show = (number: number, format: string) => showCell(cell(number, format), null);

describe('a number is read as it is shown', () => {
  test.each([
    [1234.5, '#,##0.00', '1,234.50'],
    [5, '00', '05'],
    [2080505, '0', '2080505'],
    [-12.3, '#,##0.00_);(#,##0.00)', '(12.30)'],
    [0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    [7064.43, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '7,064.43'],
    [1234.5600000000002, '0.00', '1234.56'],
    [0.57999999999999996, 'General', '0.58'],
    [12345678901.23, 'General', '12345678901.23'],
    [1e-7, 'General', '0.0000001'],
    [1e21, 'General', '1000000000000000000000'],
    [45291, 'yyyy"年度"', '2023年度'],
  ])('%d in %s is %s, and nothing is said of it', (number, format, text) => {
    expect(show(number, format)).toEqual({ text, unreadable: false, told: [] });
  });

  test('what binary fractions make of a half is rounded as a person does: 1.005 is 1.01', () => {
    expect(show(1.005, '0.00').text).toBe('1.01');
    expect(show(-1234.505, '#,##0.00').text).toBe('-1,234.51');
  });
});

describe('STORED-SHOWN', () => {
  const severities = (number: number, format: string) =>
    show(number, format).told.map(({ rule, severity }) => [rule.id, severity ?? rule.severity]);

  test('more decimals than are shown are said, as a remark', () => {
    expect(show(12.3456, '0.00')).toMatchObject({ text: '12.35', told: [{ message: expect.stringContaining('12.3456') }] });
    expect(severities(12.3456, '0.00')).toEqual([['STORED-SHOWN', 'info']]);
  });

  test('a format that shows another number is a warning: thousands, a minus that is only red, a word', () => {
    expect(severities(12345.6, '0.00,')).toEqual([['STORED-SHOWN', 'warning']]);
    expect(severities(-12.3, '0.00_);[Red]0.00')).toEqual([['STORED-SHOWN', 'warning']]);
    expect(severities(12.3, '"无"')).toEqual([['STORED-SHOWN', 'warning']]);
  });

  test('a percentage that is shown rounded is one as anybody prints it', () => {
    expect(show(0.873512, '0.00%')).toEqual({ text: '87.35%', unreadable: false, told: [] });
  });
});

describe('FORMULA-UNREADABLE', () => {
  const formula = { kind: 'nothing', number: Number.NaN, shown: '', format: '0.00', formula: 'SUM(A1:A2)' } as const;

  test('a formula without a result is unreadable, never 0 and never blank', () => {
    expect(showCell(formula, null)).toMatchObject({
      text: '=SUM(A1:A2)',
      unreadable: true,
      told: [{ rule: { id: 'FORMULA-UNREADABLE' } }],
    });
  });

  test('one that could be worked out has what Excel would show, and says so', () => {
    expect(showCell(formula, decimalOf(12.5))).toMatchObject({ text: '12.50', unreadable: false, told: [{ severity: 'warning' }] });
  });

  test('an error is its text, and no value', () => {
    const error = { kind: 'error', number: Number.NaN, shown: '#REF!', format: '0.00', formula: 'B1' } as const;
    expect(showCell(error, null)).toMatchObject({ text: '#REF!', unreadable: true });
  });
});

test('an amount of money comes through exactly, whatever float holds it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
      const text = decimalOf(cents).div(100).toFixed(2);
      expect(show(Number(text), '0.00')).toEqual({ text, unreadable: false, told: [] });
    }),
  );
});
