import { Decimal } from 'decimal.js';
import type { DisclosureTable, DisclosureValue, Form } from '../../../../schemas/disclosure.js';
import { commonPlaces } from '../../../check/identity/interval.js';

/** A printed amount, or a sum of some: exact, in its table's unit. */
export interface Amount {
  readonly name: string;
  readonly value: Decimal;
}

/** Null where no number is printed. */
export const amountOf = (cell: DisclosureValue | undefined): Decimal | null => (cell?.value == null ? null : new Decimal(cell.value));

/** With separators, and with as many decimals as the amounts beside it. */
export function inWords(value: Decimal, places: number): string {
  if (value.isZero()) return '0';
  const [whole = '', decimals] = value.abs().toFixed(Math.max(places, value.decimalPlaces())).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value.isNegative() ? '-' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** Decimals that a table commonly prints. */
export function placesOf({ rows }: DisclosureTable): number {
  return (
    commonPlaces(rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ value }) => (value && /[1-9]/.test(value) ? [value] : [])))) ??
    0
  );
}

/** The first table of a form that has figures. */
export const tableOf = (tables: readonly DisclosureTable[], form: Form): DisclosureTable | undefined =>
  tables.find((table) => table.form === form && table.rows.some(({ cells }) => Object.values(cells).some(({ value }) => value !== null)));

/** `八、社会保障和就业支出` → `社会保障和就业支出`. */
export const withoutOrdinal = (name: string): string =>
  name.replace(/^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．])\s*/u, '') || name;
