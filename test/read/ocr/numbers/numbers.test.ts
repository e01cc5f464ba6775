import { expect, test } from 'vitest';
import { looksLikeNumber, sameDigits, sameNumber, toPrintedNumber } from '../../../../src/read/ocr/numbers/numbers.js';

test('numbers: separators are put right, words and double signs are none', () => {
  expect(toPrintedNumber('31.707,705.59')).toBe('31,707,705.59');
  expect(toPrintedNumber('1，234。50')).toBe('1,234.50');
  expect(toPrintedNumber('（12.30）')).toBe('(12.30)');
  expect(toPrintedNumber('1-2')).toBeNull();
  expect(looksLikeNumber('0:00')).toBe(true);
  expect(looksLikeNumber('Q2')).toBe(true);
  expect(looksLikeNumber('2023年')).toBe(false);
});

test('the place of the point and the sign tell numbers apart, separators do not', () => {
  expect(sameNumber('1,234.50', '1234.50')).toBe(true);
  expect(sameNumber('1234.50', '12345.0')).toBe(false);
  expect(sameNumber('-3.20', '3.20')).toBe(false);
  expect(sameNumber('(3.20)', '-3.20')).toBe(true);
  expect(sameDigits('1,234.50', '123450')).toBe(true);
  expect(sameDigits('-3.20', '320')).toBe(false);
});
