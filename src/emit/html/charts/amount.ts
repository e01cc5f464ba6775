import { Decimal } from 'decimal.js';
import type { DisclosureTable, DisclosureValue, Form } from '../../../../schemas/disclosure.js';

/** A printed amount, or a sum of some: exact, in its table's unit. */
export interface Amount {
  readonly name: string;
  readonly value: Decimal;
}

/** Null where no number is printed. */
export const amountOf = (cell: DisclosureValue | undefined): Decimal | null => (cell?.value == null ? null : new Decimal(cell.value));

/** As printed: with separators, with the decimals it has. */
export function inWords(value: Decimal): string {
  const [whole = '', places] = value.abs().toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value.isNegative() && !value.isZero() ? '-' : ''}${grouped}${places === undefined ? '' : `.${places}`}`;
}

/** The first table of a form that has figures. */
export const tableOf = (tables: readonly DisclosureTable[], form: Form): DisclosureTable | undefined =>
  tables.find((table) => table.form === form && table.rows.some(({ cells }) => Object.values(cells).some(({ value }) => value !== null)));

/** `八、社会保障和就业支出` → `社会保障和就业支出`. */
export const withoutOrdinal = (name: string): string => name.replace(/^[（(]?[一二三四五六七八九十]+[)）]?[、.．]?\s*/u, '') || name;
