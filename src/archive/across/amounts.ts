import { Decimal } from 'decimal.js';

/** A printed amount with its unit: enough to know how exact it is. */
export interface PrintedAmount {
  /** A plain decimal, with the places that are printed. */
  readonly value: string;
  readonly unit: string;
}

const YUAN_IN: Readonly<Record<string, number>> = { 元: 1, 百元: 100, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 };

/** In 元, exact; null where the unit is none of money. */
export function toYuan({ value, unit }: PrintedAmount): Decimal | null {
  const factor = YUAN_IN[unit];
  return factor === undefined ? null : new Decimal(value).times(factor);
}

/** 元: one unit of the last printed place. */
export function lastPlace({ value, unit }: PrintedAmount): Decimal {
  return new Decimal(10).pow(-(value.split('.')[1]?.length ?? 0)).times(YUAN_IN[unit] ?? 1);
}

/** How two prints of one quantity stand to each other: to the shorter precision, as everywhere in juesuan. */
export function compareAmounts(
  a: PrintedAmount,
  b: PrintedAmount,
): { kind: 'equal' | 'rounding' | 'different'; difference: Decimal } | null {
  const [left, right] = [toYuan(a), toYuan(b)];
  if (left === null || right === null) return null;
  const difference = left.minus(right).abs();
  const coarser = Decimal.max(lastPlace(a), lastPlace(b));
  if (difference.isZero() || (!lastPlace(a).equals(lastPlace(b)) && difference.lte(coarser.div(2)))) return { kind: 'equal', difference };
  return { kind: difference.lte(coarser) ? 'rounding' : 'different', difference };
}

/** 元 → 万元 with two places, or as many as it takes; `unit` is that of the prints it came from. */
export function inUnit(yuan: Decimal, unit: string): string {
  const amount = yuan.div(YUAN_IN[unit] ?? 1);
  return amount.toFixed(Math.max(2, amount.decimalPlaces()));
}
