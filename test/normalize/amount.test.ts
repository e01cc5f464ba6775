import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount } from '../../src/normalize/amount.js';

/** The number a print says, or what it is instead. */
function read(text: string): string {
  const amount = parseAmount(text);
  return amount.kind === 'number' ? amount.value : amount.kind;
}

describe('parseAmount', () => {
  test.each([
    ['307.87', '307.87'],
    ['-12.30', '-12.30'],
    ['（12.30）', '-12.30'],
    ['(12.30)', '-12.30'],
    ['（1,234.50）', '-1234.50'],
    ['－12.30', '-12.30'],
    ['−12.30', '-12.30'],
    ['–12.30', '-12.30'],
    ['﹣12.30', '-12.30'],
    ['△12.30', '-12.30'],
    ['- 12.30', '-12.30'],
    ['－　12.30', '-12.30'],
    ['△ 1,234.50', '-1234.50'],
    ['１２．３０', '12.30'],
    ['－１２．３０', '-12.30'],
    ['102,923,164.14', '102923164.14'],
    ['1，234.50', '1234.50'],
    ['1.234567', '1.234567'],
    [' 12.30 ', '12.30'],
    ['12', '12'],
  ])('%s is %s', (printed, value) => {
    expect(read(printed)).toBe(value);
  });

  test('0, 0.00 and — stay apart, and none of them is blank', () => {
    expect(['0', '0.00', '0.000000', '—', ''].map(read)).toEqual(['0', '0.00', '0.000000', 'dash', 'text']);
  });

  test.each(['—', '-', '－', '–', '―', '─', '/', '／', '--', '——'])('%s is a dash', (printed) => {
    expect(parseAmount(printed)).toEqual({ kind: 'dash' });
  });

  test.each([
    ['a space inside', '12 345.60'],
    ['a space before the cents', '12.3 0'],
    ['separators in the wrong place', '1,23.4'],
    ['a separator missing', '1234,567.00'],
    ['groups of two', '12,34,567.00'],
    ['two points', '1.234.567'],
    ['no digits after the point', '12.'],
    ['no digits before the point', '.50'],
    ['a per cent sign', '12.30%'],
    ['a unit', '12.30万元'],
    ['a sign behind', '12.30-'],
    ['two signs', '--12.30'],
    ['a sign in brackets', '(-12.30)'],
    ['half a bracket', '（12.30'],
    ['empty brackets', '（）'],
    ['a letter for a digit', '1O.50'],
    ['two signs apart', '- -12.30'],
    ['a dash that is no minus', '— 12.30'],
    ['a sign within', '12-30'],
    ['a sign apart in brackets', '(- 12.30)'],
    ['an exponent', '1e3'],
    ['words', '无'],
    ['a Han zero', '〇'],
    ['nothing', ''],
  ])('%s is no number: %s', (_, printed) => {
    expect(parseAmount(printed)).toEqual({ kind: 'text' });
  });

  test.each(['395.87①', '12²', '12.3㈠', '½'])('a mark beside digits never becomes a digit: %s', (printed) => {
    expect(parseAmount(printed)).toEqual({ kind: 'text' });
  });

  test('a formatted decimal comes back exactly, in any dress', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom(...DRESSES), (value, dress) => {
        expect(parseAmount(dress(value))).toEqual({ kind: 'number', value });
      }),
    );
  });

  test('a value has exactly the digits of its print, none lost, none made up', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-△（(]?[\d,. ①²万]{0,9}[)）]?$/u), (printed) => {
        const amount = parseAmount(printed);
        if (amount.kind !== 'number') return;
        const digits = (text: string) => text.replace(/\D/gu, '');
        expect(digits(amount.value)).toBe(digits(printed));
        expect(printed.trim().replace(/^[-△]\s+/u, '')).not.toMatch(/\s|万|①|²/u);
      }),
    );
  });
});

/** Up to fifteen digits before the point and up to eight behind it. */
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{0,8}$/))
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`);

const grouped = (value: string) => value.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
const fullWidth = (value: string) => value.replace(/[-.,\d]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0));
const bracketed = (value: string) => (value.startsWith('-') ? `（${value.slice(1)}）` : value);
const DRESSES = [
  (value: string) => value,
  grouped,
  fullWidth,
  bracketed,
  (value: string) => bracketed(grouped(value)),
  (value: string) => fullWidth(grouped(value)),
];
