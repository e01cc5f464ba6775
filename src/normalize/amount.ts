import { DASH, MINUS_SIGN } from '../base/patterns.js';
import { halfWidth } from '../base/text.js';

/** What a printed cell of a money column is. */
export type Amount =
  | { readonly kind: 'number'; readonly value: string }
  /** — - / and their like: nothing to report, said so. */
  | { readonly kind: 'dash' }
  | { readonly kind: 'text' };

/** Digits with or without correct thousands separators, an optional fraction; nothing else is a number. */
const NUMBER = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/;
const BRACKETED = /^\((\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\)$/;

const MINUS = new RegExp(`^${MINUS_SIGN}\\s*(?=\\d)`, 'u');

/** All other texts are no numbers, and need not be looked at further. */
const BEGINS_AS_NUMBER = new RegExp(`^(?:[\\d０-９(（]|${MINUS_SIGN})`, 'u');

/**
 * Reads an amount under a strict grammar: `（12.30）` is -12.30, `12 345.60` and `1,23.4` are text, `—` is a dash. A sign may stand apart
 * from its figure, at the left of the cell: `- 12.30`.
 */
export function parseAmount(text: string): Amount {
  const trimmed = text.trim();
  if (DASH.test(trimmed)) return { kind: 'dash' };
  if (!BEGINS_AS_NUMBER.test(trimmed)) return { kind: 'text' };
  const plain = halfWidth(trimmed).replace(MINUS, '-');
  const bracketed = BRACKETED.exec(plain);
  if (bracketed) return { kind: 'number', value: toDecimal('-', bracketed[1] ?? '', bracketed[2] ?? '') };
  const number = NUMBER.exec(plain);
  if (number) return { kind: 'number', value: toDecimal(number[1] ?? '', number[2] ?? '', number[3] ?? '') };
  return { kind: 'text' };
}

const toDecimal = (sign: string, digits: string, fraction: string) => `${sign}${digits.replaceAll(',', '')}${fraction}`;
