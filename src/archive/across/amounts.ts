import { Decimal } from 'decimal.js';
import { factorOf, isUnit, placesOf, type Unit } from '../../base/money.js';

/** A printed amount with its unit: enough to know how exact it is. */
export interface PrintedAmount {
  /** A plain decimal, with the places that are printed. */
  readonly value: string;
  readonly unit: Unit;
}

/** A value with its unit as an amount; null where the unit is unknown or none of money: nothing is taken for 元. */
export function printedAmount({ value, unit }: { readonly value: string; readonly unit: string | null }): PrintedAmount | null {
  return unit !== null && isUnit(unit) ? { value, unit } : null;
}

/** In 元, exact. */
export const yuanOf = ({ value, unit }: PrintedAmount): Decimal => new Decimal(value).times(factorOf(unit));

/** 元: one unit of the last printed place. */
export const lastPlace = ({ value, unit }: PrintedAmount): Decimal => new Decimal(10).pow(-placesOf(value)).times(factorOf(unit));

export interface AmountComparison {
  readonly kind: 'equal' | 'rounding' | 'different';
  /** 元, positive. */
  readonly difference: Decimal;
}

/** How two prints of one quantity stand to each other: to the shorter precision, as everywhere in juesuan. */
export function compareAmounts(a: PrintedAmount, b: PrintedAmount): AmountComparison {
  const difference = yuanOf(a).minus(yuanOf(b)).abs();
  const coarser = Decimal.max(lastPlace(a), lastPlace(b));
  if (difference.isZero() || (!lastPlace(a).equals(lastPlace(b)) && difference.lte(coarser.div(2)))) return { kind: 'equal', difference };
  return { kind: difference.lte(coarser) ? 'rounding' : 'different', difference };
}

/** 元 in another unit, with two places or as many as it takes. */
export function inUnit(yuan: Decimal, unit: Unit): string {
  const amount = yuan.div(factorOf(unit));
  return amount.toFixed(Math.max(2, amount.decimalPlaces()));
}
