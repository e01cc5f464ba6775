import { Decimal } from 'decimal.js';
import type { DisclosureRow } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';

/** Fewer rows that together are as much as the one above may be so by chance, or be the same thing printed twice. */
const FEWEST = 2;

/**
 * The parts of a code that bear its code again, because the columns have no room for one of their own: 301 02 津贴补贴 100, below it
 * 301 02 规范性津补贴 70 and 301 02 其他津补贴 30. Rows of one code that follow each other are parts of the first where their amounts add up
 * to its own in every column; else each is a thing of its own.
 * @param members rows of one unit, in order
 * @param codes row → its code
 * @returns part → the row that it is a part of
 */
export function partsOfOwnCode(
  rows: readonly DisclosureRow[],
  members: readonly number[],
  codes: ReadonlyMap<number, string>,
): ReadonlyMap<number, number> {
  const parts = new Map<number, number>();
  for (let first = 0; first < members.length; ) {
    const head = at(members, first);
    let end = first + 1;
    while (end < members.length && codes.get(at(members, end)) === codes.get(head)) end += 1;
    const below = members.slice(first + 1, end);
    if (
      below.length >= FEWEST &&
      isSumOfRows(
        at(rows, head),
        below.map((row) => at(rows, row)),
      )
    ) {
      for (const row of below) parts.set(row, head);
    }
    first = end;
  }
  return parts;
}

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
