import type { Decimal } from 'decimal.js';
import { Exact } from '../../../base/money.js';
import { formatAmount } from '../amount.js';

/** A lying scale for amounts. */
export interface Axis {
  /** Round amounts at equal distances, from the first to the last of the scale. */
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** Where an amount lies. */
  readonly xOf: (value: Decimal) => number;
}

/** As many steps at most, and what a step is: one of these by a power of ten. */
const MOST_STEPS = 6;
const ROUND = [1, 2, 5, 10];

/** A scale from `left` to `right` that has room for all values and for zero. */
export function axisOver(values: readonly Decimal[], left: number, right: number): Axis {
  const [least, most] = [Exact.min(0, ...values), Exact.max(0, ...values)];
  const step = stepFor(most.minus(least));
  const first = least.div(step).floor().toNumber();
  const last = Math.max(first + 1, most.div(step).ceil().toNumber());
  const xOf = (value: Decimal) => left + (value.div(step).toNumber() - first) * ((right - left) / (last - first));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => step.times(first + index));
  return { ticks: ticks.map((value) => ({ x: xOf(value), text: formatAmount(value, step.decimalPlaces()) })), xOf };
}

function stepFor(range: Decimal): Decimal {
  if (range.isZero()) return new Exact(1);
  const least = range.div(MOST_STEPS);
  const power = new Exact(10).pow(least.log(10).floor());
  return power.times(ROUND.find((factor) => power.times(factor).gte(least)) ?? 10);
}
