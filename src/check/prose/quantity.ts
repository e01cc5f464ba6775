import type { Decimal } from 'decimal.js';
import { Exact, factorOf, placesOf, type Unit } from '../../base/money.js';

/** What prose counts beside money, and what kind of number that makes it. */
const COUNTED = {
  '%': 'percent',
  个百分点: 'count',
  分: 'score',
  辆: 'count',
  台: 'count',
  套: 'count',
  个: 'count',
  批次: 'count',
  人次: 'count',
  家: 'count',
  项: 'count',
  次: 'count',
} as const;

export type CountUnit = keyof typeof COUNTED;

export const isCountUnit = (text: string): text is CountUnit => Object.hasOwn(COUNTED, text);

/** What a number stands for, and what its printed digits leave open. */
export interface PrintedValue {
  /** In 元 where it is money, in the printed unit elsewhere. */
  readonly value: Decimal;
  /** One unit of the last printed place, in the unit of `value`. */
  readonly step: Decimal;
}

/** A number as printed. */
interface PrintedNumber extends PrintedValue {
  /** The digits as a plain decimal, in the printed unit: `417.27`. */
  readonly digits: string;
}

export interface Money extends PrintedNumber {
  readonly kind: 'money';
  readonly unit: Unit;
}

/** A rate, a score, or a number of things. */
export interface Count extends PrintedNumber {
  readonly kind: 'percent' | 'score' | 'count';
  readonly unit: CountUnit;
}

export type Quantity = Money | Count;

/** Everything a printed number may stand for. */
export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** 0万元 is nothing at all, not anything below half a 万元. */
const PLACES_OF_NOTHING = 2;

/** An amount: a plain decimal and the unit it is printed in. */
export function money(digits: string, unit: Unit): Money {
  const places = digits === '0' ? PLACES_OF_NOTHING : placesOf(digits);
  const factor = factorOf(unit);
  return { kind: 'money', digits, unit, value: new Exact(digits).times(factor), step: stepOf(places).times(factor) };
}

/** A plain decimal and what it counts. */
export function count(digits: string, unit: CountUnit): Count {
  return { kind: COUNTED[unit], digits, unit, value: new Exact(digits), step: stepOf(placesOf(digits)) };
}

/** One unit of the last of so many decimal places: 0.01 for 2. */
export const stepOf = (places: number): Decimal => STEPS[places] ?? new Exact(10).pow(-places);

/** As many as amounts are printed with; decimals never change, so that these serve all. */
const STEPS: readonly Decimal[] = Array.from({ length: 16 }, (_, places) => new Exact(10).pow(-places));

/** A printed number is the nearest of its kind: half a step to either side. */
export function around({ value, step }: PrintedValue): Range {
  const half = step.times(HALF);
  return { low: value.minus(half), high: value.plus(half) };
}

const HALF = new Exact('0.5');

export const plus = (a: Range, b: Range): Range => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) });
export const minus = (a: Range, b: Range): Range => ({ low: a.low.minus(b.high), high: a.high.minus(b.low) });

/** `part` as a percentage of `whole`, without bound where the whole may be next to nothing; null where it must be zero or less. */
export function percentage(part: Range, whole: Range): Range | null {
  if (whole.high.lte(0)) return null;
  const over = (amount: Decimal, least: boolean): Decimal => {
    const divisor = amount.gte(0) === least ? whole.high : whole.low;
    if (divisor.gt(0)) return amount.div(divisor).times(100);
    return new Exact(least ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  };
  return { low: over(part.low, true), high: over(part.high, false) };
}

/** What a range was printed as. */
export const middle = ({ low, high }: Range): Decimal => low.plus(high).div(2);

/** Whether two ranges have a value in common. */
export const meet = (a: Range, b: Range): boolean => a.low.lte(b.high) && b.low.lte(a.high);

/** How far apart two ranges lie; zero where they meet. */
export function gap(a: Range, b: Range): Decimal {
  return Exact.max(a.low.minus(b.high), b.low.minus(a.high), 0);
}

/** A value of the kind of `like` (元 where that is money) in the unit that `like` is printed in. */
export const toPrintedUnit = (value: Decimal, like: Quantity): Decimal => (like.kind === 'money' ? value.div(factorOf(like.unit)) : value);

/** The same as a plain decimal with so many places. */
export const inUnit = (value: Decimal, like: Quantity, places: number): string => toPrintedUnit(value, like).toFixed(places);
