import { Decimal } from 'decimal.js';
import type { DisclosureRow } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';

/** Fewer rows that together are as much as the one above may be so by chance, or be the same thing printed twice. */
const FEWEST = 2;

/**
 * The parts of a code that bear its code again, because the columns have no room for one of their own: 301 02 津贴补贴 100, below it
 * 301 02 规范性津补贴 70 and 301 02 其他津补贴 30. Rows of one code that follow each other are parts of the first where their amounts add up
 * to its own in every column; else each is a thing of its own. Rows without code or figure are passed over.
 * @returns part → the row that it is a part of, by their indexes
 */
export function partsOfOwnCode(rows: readonly DisclosureRow[]): ReadonlyMap<number, number> {
  const parts = new Map<number, number>();
  // Few tables print a code twice.
  const codes = rows.flatMap(({ code }) => code ?? []);
  if (new Set(codes).size === codes.length) return parts;
  const coded = rows.flatMap((row, index) => (row.code !== null && hasFigure(row) ? [index] : []));
  for (let first = 0; first < coded.length; ) {
    const head = at(coded, first);
    let end = first + 1;
    while (end < coded.length && isOfSameCode(at(rows, at(coded, end)), at(rows, head))) end += 1;
    const below = coded.slice(first + 1, end);
    const others = below.map((row) => at(rows, row));
    if (below.length >= FEWEST && isSumOfRows(at(rows, head), others)) for (const row of below) parts.set(row, head);
    first = end;
  }
  return parts;
}

const hasFigure = ({ cells }: DisclosureRow): boolean =>
  Object.values(cells).some(({ value, status }) => value !== null || status === 'unreadable');

const isOfSameCode = (a: DisclosureRow, b: DisclosureRow): boolean =>
  a.code === b.code && a.unit?.code === b.unit?.code && a.unit?.name === b.unit?.name;

/** Whether a row has the sums of others, in all columns that any of them has an amount in; and they bear names of their own. */
function isSumOfRows(head: DisclosureRow, others: readonly DisclosureRow[]): boolean {
  if (others.some(({ name }) => name === null || name === head.name)) return false;
  // What nobody could read is not nothing.
  if ([head, ...others].some(({ cells }) => Object.values(cells).some(({ status }) => status === 'unreadable'))) return false;
  const columns = new Set([head, ...others].flatMap(({ cells }) => Object.keys(cells)));
  const amountIn = ({ cells }: DisclosureRow, column: string) => new Decimal(cells[column]?.value ?? 0);
  const sums = [...columns].map((column) => ({
    printed: amountIn(head, column),
    added: others.reduce((sum, row) => sum.plus(amountIn(row, column)), new Decimal(0)),
  }));
  return sums.every(({ printed, added }) => printed.eq(added)) && sums.some(({ printed }) => !printed.isZero());
}
