/**
 * The units amounts are printed in, and exact arithmetic between them: the one place that knows either. A unit that is not listed here
 * is none, and nothing is ever taken for 元 by default.
 */
import { Decimal } from 'decimal.js';
import { InvariantError } from './invariant.js';

/** Powers of ten of 元 in each unit. */
const POWERS = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 亿元: 8 } as const;

export type Unit = keyof typeof POWERS;

/** All units, the smallest first. */
export const UNITS = ['元', '百元', '千元', '万元', '亿元'] as const satisfies readonly Unit[];

/** For a pattern that reads a unit: the longer before those they end with. */
export const UNIT_WORDS = '亿元|万元|千元|百元|元';

export const isUnit = (text: string): text is Unit => Object.hasOwn(POWERS, text);

/** The power of ten of 元 in a unit: 4 for 万元. */
export const powerOf = (unit: Unit): number => POWERS[unit];

/** 元 in a unit: 10000 for 万元. */
export const factorOf = (unit: Unit): number => 10 ** POWERS[unit];

/** decimal.js, wide enough for any printed amount: sums and products are never rounded. */
export const Exact = Decimal.clone({ precision: 60 });

/** 分: 元 are written with at least two places. */
const FEN_PLACES = 2;

/** A plain decimal in `unit` as 元, with two places or as many as it needs; null where the unit is unknown. */
export function toYuan(value: string, unit: Unit | null): string | null {
  if (unit === null) return null;
  const [, sign = '', whole = '', fraction = ''] = PLAIN_DECIMAL.exec(value) ?? [];
  if (whole === '') throw new InvariantError(`${value} is no plain decimal`);
  const power = powerOf(unit);
  // The point moves to the right: no digit is worked out anew.
  const digits = `${whole}${fraction.slice(0, power).padEnd(power, '0')}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(power).replace(/0+$/, '').padEnd(FEN_PLACES, '0');
  return `${/[1-9]/.test(value) ? sign : ''}${digits}.${rest}`;
}

/** -12.30: as amounts are kept. */
const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Decimals printed in a plain decimal: 2 in `12.30`. */
export function placesOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/**
 * The decimals a table's amounts are meant to have: the commonest count among them, of equals the greater; null of none. Spreadsheets
 * drop trailing zeros: 194.9 and 88 in a column of hundredths are 194.90 and 88.00.
 */
export function commonPlaces(decimals: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const decimal of decimals) {
    const places = placesOf(decimal);
    counts.set(places, (counts.get(places) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? null;
}
