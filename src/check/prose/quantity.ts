import { Decimal } from 'decimal.js';

/** Exact for every printed amount; quotients are rounded far beyond any printed digit. */
export const Exact = Decimal.clone({ precision: 60 });

/** 元 in one of the units that prose and tables print. */
const FACTORS: Readonly<Record<string, number>> = { 元: 1, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 };

/** A number as printed, and what its printed digits leave open. */
export interface Quantity {
  /** The digits as a plain decimal, in the printed unit: `417.27`. */
  readonly digits: string;
  /** As printed: 万元, %, 分, 辆. */
  readonly unit: string;
  /** In 元 where it is money, in the printed unit elsewhere. */
  readonly value: Decimal;
  /** One unit of the last printed place, in the unit of `value`. */
  readonly step: Decimal;
}

/** Everything a printed number may stand for. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** Whether a unit is one of money. */
export const isMoney = (unit: string): boolean => FACTORS[unit] !== undefined;

/** 元 in one `unit`; 1 where the unit is none of money. */
export const factorOf = (unit: string): number => FACTORS[unit] ?? 1;

/** 0万元 is nothing at all, not anything below half a 万元. */
const PLACES_OF_NOTHING = 2;

/** A plain decimal and its unit. */
export function quantity(digits: string, unit: string): Quantity {
  const places = digits === '0' && isMoney(unit) ? PLACES_OF_NOTHING : placesOf(digits);
  const factor = factorOf(unit);
  return { digits, unit, value: new Exact(digits).times(factor), step: new Exact(10).pow(-places).times(factor) };
}

/** A printed number is the nearest of its kind: half a step to either side. */
export const around = ({ value, step }: Pick<Quantity, 'value' | 'step'>): Interval => ({
  low: value.minus(step.div(2)),
  high: value.plus(step.div(2)),
});

export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) });
export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low.minus(b.high), high: a.high.minus(b.low) });

/** `part` as a percentage of `whole`, without bound where the whole may be next to nothing; null where it must be zero or less. */
export function percentage(part: Interval, whole: Interval): Interval | null {
  if (whole.high.lte(0)) return null;
  const over = (amount: Decimal, least: boolean): Decimal => {
    const divisor = amount.gte(0) === least ? whole.high : whole.low;
    if (divisor.gt(0)) return amount.div(divisor).times(100);
    return new Exact(least ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  };
  return { low: over(part.low, true), high: over(part.high, false) };
}

/** What an interval was printed as. */
export const middle = ({ low, high }: Interval): Decimal => low.plus(high).div(2);

/** How far apart two intervals lie; zero where they meet. */
export function gap(a: Interval, b: Interval): Decimal {
  return Exact.max(a.low.minus(b.high), b.low.minus(a.high), 0);
}

/** 元 as a plain decimal in a printed unit, with as many places as asked for. */
export const inUnit = (yuan: Decimal, unit: string, places: number): string => yuan.div(factorOf(unit)).toFixed(places);

/** Places after the point of a plain decimal. */
export const placesOf = (digits: string): number => digits.split('.')[1]?.length ?? 0;
