/**
 * Exact arithmetic on printed amounts. A value printed with d decimals stands for every amount within half a unit of its last
 * place; what is added up is known no better than that, and never by a percentage.
 *
 * Amounts are whole numbers of grains: 10^-12 元, or 10^-12 of the table's own unit where none is printed. No sum is ever rounded.
 */

import { placesOf } from '../../base/money.js';

/** Decimals of 元 in one grain. Half a unit of 万元 with 14 decimals is still a whole number of grains; eight were seen. */
const GRAIN_PLACES = 12;

/** A plain decimal in grains; null where it is finer than half a grain can tell. */
export function toGrains(decimal: string, power: number): bigint | null {
  const rest = GRAIN_PLACES + power - placesOf(decimal);
  return rest < 1 ? null : BigInt(decimal.replace('.', '')) * powerOfTen(rest);
}

/** Half a unit of the last of `places` decimals, in grains. */
export const halfUnit = (places: number, power: number): bigint => 5n * powerOfTen(Math.max(0, GRAIN_PLACES + power - places - 1));

/** As many as amounts are printed in; others are worked out. */
const POWERS = Array.from({ length: 32 }, (_, exponent) => 10n ** BigInt(exponent));

const powerOfTen = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent);

/** Grains as a plain decimal of the unit, with at least `places` decimals and as many as it needs. */
export function toDecimal(grains: bigint, power: number, places: number): string {
  const all = GRAIN_PLACES + power;
  const digits = magnitude(grains)
    .toString()
    .padStart(all + 1, '0');
  const fraction = digits.slice(-all).replace(/0+$/, '').padEnd(places, '0');
  return `${grains < 0n ? '-' : ''}${digits.slice(0, -all)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The greatest of grains; 0 of none. */
export function greatest(values: readonly bigint[]): bigint {
  let most = 0n;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** The sum of grains; 0 of none. */
export function sumOf(values: readonly bigint[]): bigint {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
}

export const magnitude = (grains: bigint): bigint => (grains < 0n ? -grains : grains);

/** How far a sum of rounded figures may lie from its rounded total: all of it, and what is likely. */
export interface Tolerance {
  /** Every rounding at its worst and in one direction: (n + 1) / 2 units for n addends. */
  readonly worst: bigint;
  /** Sum of the squared half units: independent roundings have a third of it as their variance. */
  readonly squares: bigint;
}

export function toleranceOf(halves: readonly bigint[]): Tolerance {
  let squares = 0n;
  for (const half of halves) squares += half * half;
  return { worst: sumOf(halves), squares };
}

/** Three standard deviations of the roundings: beyond it chance is no explanation, however many addends there are. */
const LIKELY_SQUARED = 9n;
/** The variance of a uniform rounding is a third of its half unit squared. */
const VARIANCE_PARTS = 3n;

/** Do roundings explain this difference without all of them pointing one way? A proof asks for it, a contradiction for more than `worst`. */
export const isLikely = (difference: bigint, { squares }: Tolerance): boolean =>
  VARIANCE_PARTS * difference * difference <= LIKELY_SQUARED * squares;
