import type { Decimal } from 'decimal.js';
import type { DisclosureTable, DisclosureValue, Form } from '../../../schemas/disclosure.js';
import { must } from '../../base/invariant.js';
import { commonPlaces, Exact } from '../../base/money.js';
import { HAN_NUMBER, PART_ORDINAL, SECOND_ORDINAL } from '../../base/patterns.js';

/** A printed amount, or a sum of some: exact, in its table's unit. */
export interface NamedAmount {
  readonly name: string;
  readonly value: Decimal;
}

/** Null where no number is printed. */
export const amountOf = (cell: DisclosureValue | undefined): Decimal | null => (cell?.value == null ? null : new Exact(cell.value));

/** 0 of none. */
export const sumOf = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Exact(0));

/** With separators, and with as many decimals as the amounts beside it: `-1,234.50`; zero is `0`. */
export function formatAmount(value: Decimal, places: number): string {
  if (value.isZero()) return '0';
  const [whole, decimals] = value.toFixed(Math.max(places, value.decimalPlaces())).split('.');
  const grouped = must(whole, 'digits').replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Decimals that a table commonly prints. */
export function commonPlacesOf({ rows }: DisclosureTable): number {
  const values = rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ value }) => value ?? []));
  return commonPlaces(values.filter((value) => /[1-9]/.test(value))) ?? 0;
}

/** The first table of a form that has figures. */
export const tableOf = (tables: readonly DisclosureTable[], form: Form): DisclosureTable | undefined =>
  tables.find((table) => table.form === form && table.rows.some(({ cells }) => Object.values(cells).some(({ value }) => value !== null)));

const ORDINAL = new RegExp(`^(?:${PART_ORDINAL}|${SECOND_ORDINAL}|${HAN_NUMBER}[、.．]|\\d{1,2}(?:[、．]|[.](?!\\d)))\\s*`, 'u');

/** `八、社会保障和就业支出` → `社会保障和就业支出`, `1.一般公共预算` → `一般公共预算`. */
export const withoutOrdinal = (name: string): string => name.replace(ORDINAL, '') || name;
