import { Decimal } from 'decimal.js';
import { Exact } from '../base/money.js';
import type { ComparedValue } from '../indicators/compared.js';

/** What a document prints of something, as it is compared. */
export interface Side extends Pick<ComparedValue, 'text' | 'value' | 'unit' | 'yuan' | 'status'> {
  /** Null where it is not known: it is one of the figures that archives keep. */
  readonly page: number | null;
}

/** One thing in two years. */
export interface YearPair {
  readonly earlier: Side | null;
  readonly later: Side | null;
  /** 元, later − earlier, exact; null where one of them is missing or unreadable. */
  readonly difference: string | null;
  /** The difference in hundredths of the earlier amount, to two places; null also where that is not above zero. */
  readonly percent: string | null;
}

/** Hundredths; a share is written to two places, half away from zero. */
const HUNDRED = 100;
const PLACES = 2;

/** Two prints of one thing. */
export function toPair(earlier: Side | null, later: Side | null): YearPair {
  if (earlier?.yuan == null || later?.yuan == null) return { earlier, later, difference: null, percent: null };
  const [base, next] = [new Exact(earlier.yuan), new Exact(later.yuan)];
  const difference = next.minus(base);
  return {
    ...{ earlier, later },
    difference: difference.toFixed(Math.max(PLACES, difference.decimalPlaces())),
    percent: base.gt(0) ? withoutMinusZero(difference.times(HUNDRED).div(base).toFixed(PLACES, Decimal.ROUND_HALF_UP)) : null,
  };
}

/** -0.00 → 0.00. */
const withoutMinusZero = (decimal: string): string => (/[1-9]/.test(decimal) ? decimal : decimal.replace(/^-/, ''));
