import { at } from '../../base/invariant.js';
import { placesOf } from '../../base/money.js';

/**
 * How a wrong print resembles the right one: `sign`: its sign is lost · `cut`: digits are missing at an end · `point`: the decimal
 * point stands elsewhere · `neighbours`: two digits side by side changed places · `swapped`: two others did · `digit`: one digit is
 * another.
 */
export type Likeness = 'sign' | 'cut' | 'point' | 'neighbours' | 'swapped' | 'digit';

/** Compares two plain decimals; null where they have nothing in common. */
export function likenessOf(found: string, expected: string): Likeness | null {
  if (Number(found) === 0 || Number(expected) === 0) return null;
  const places = Math.max(placesOf(found), placesOf(expected));
  const [a, b] = [digitsOf(found, places), digitsOf(expected, places)];
  if (found.startsWith('-') !== expected.startsWith('-')) return a === b ? 'sign' : null;
  if (stripZeros(a) === stripZeros(b)) return 'point';
  if (isCut(significant(found), significant(expected))) return 'cut';
  const length = Math.max(a.length, b.length);
  return byPlace(a.padStart(length, '0'), b.padStart(length, '0'));
}

/** The decimals a print becomes when two of its digits change places back. */
export function unswapped(found: string): string[] {
  const places = digitPlaces(found);
  return places.flatMap((i, n) => places.slice(n + 1).flatMap((j) => (found[i] === found[j] ? [] : [swap(found, i, j)])));
}

/** The decimals a print becomes when one of its digits is taken out: 5.32 of 55.32. */
export function withoutOneDigit(found: string): string[] {
  const places = digitPlaces(found);
  const shorter = places.map((i) => found.slice(0, i) + found.slice(i + 1));
  return places.length < 2 ? [] : [...new Set(shorter)].filter((decimal) => /^\d+(?:\.\d+)?$/.test(decimal));
}

/** The decimals a print becomes when a digit that it lacks is put in before its point: 1345.20 of 345.20. */
export function withOneDigitMore(found: string): string[] {
  const whole = found.split('.')[0]?.length ?? 0;
  const gaps = Array.from({ length: whole + 1 }, (_, i) => i);
  const longer = gaps.flatMap((i) => [...'0123456789'].map((digit) => found.slice(0, i) + digit + found.slice(i)));
  return [...new Set(longer)].filter((decimal) => /^[1-9]/.test(decimal));
}

const digitPlaces = (text: string): number[] => [...text].flatMap((character, i) => (/\d/.test(character) ? [i] : []));

function swap(text: string, i: number, j: number): string {
  const characters = [...text];
  [characters[i], characters[j]] = [at(characters, j), at(characters, i)];
  return characters.join('');
}

const unsigned = (decimal: string) => decimal.replace('-', '');

/** All digits down to `places` decimals, without leading zeros. */
const digitsOf = (decimal: string, places: number): string => {
  const [whole = '', fraction = ''] = unsigned(decimal).split('.');
  return `${whole}${fraction.padEnd(places, '0')}`.replace(/^0+/, '');
};

const stripZeros = (digits: string) => digits.replace(/0+$/, '');

/** Digits and point, without a fraction of zeros: 30.00 is 30. */
const significant = (decimal: string) => (decimal.includes('.') ? unsigned(decimal).replace(/\.?0+$/, '') : unsigned(decimal));

/** Fewer digits left are found at the end of too many numbers. */
const FEWEST_DIGITS = 2;

const isCut = (found: string, expected: string) =>
  found.replace('.', '').length >= FEWEST_DIGITS &&
  found.length < expected.length &&
  (expected.startsWith(found) || expected.endsWith(found));

function byPlace(a: string, b: string): Likeness | null {
  const places = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  const [first, second] = places;
  if (places.length === 1) return 'digit';
  if (places.length !== 2 || first === undefined || second === undefined) return null;
  if (a[first] !== b[second] || a[second] !== b[first]) return null;
  return second === first + 1 ? 'neighbours' : 'swapped';
}
