/** What the files show of a table's identities, worked out by the checks again: the only place here that knows them. */
import type { DisclosureTable } from '../../schemas/disclosure.js';
import { type Check, toCheck } from '../check/identity/equation.js';
import { toDecimal } from '../check/identity/interval.js';
import { equationsWithin } from '../check/identity/within.js';
import { outlineOf } from '../check/table/outline.js';
import { type Figure, isPrinted, powerOf, toSheet } from '../check/table/sheet.js';
import type { CellRef, SumOfCells } from '../model/sums.js';

/** The sums that the forms of these tables declare and that the print can be held against, in the order of the tables. */
export function sumsWithin(tables: readonly DisclosureTable[]): SumOfCells[] {
  return tables.flatMap((table, index) =>
    equationsWithin(toSheet(table, index))
      .map(toCheck)
      .flatMap((check) => toSum(check, index) ?? []),
  );
}

/** Rows whose amounts are contained in those of a line above them. */
export const detailRows = (table: DisclosureTable): ReadonlySet<number> => outlineOf(table).details;

/** Null where a cell is unreadable, nothing is printed, or the addends of a total that is not their sum may be incomplete. */
function toSum({ equation, state, allowed }: Check, table: number): SumOfCells | null {
  const [whole, ...others] = equation.total;
  if (!whole || others.length > 0 || equation.relation !== '=' || !isPrinted(whole)) return null;
  if (state === 'undecidable' || state === 'void' || (!equation.certain && state === 'broken')) return null;
  const printed = equation.parts.filter(({ figure }) => isPrinted(figure));
  const parts = printed.map(({ figure, sign }) => ({ ...refOf(figure), sign: sign > 0n ? (1 as const) : (-1 as const) }));
  const isExact = whole.exact && printed.every(({ figure }) => figure.exact);
  const tolerance = toDecimal(isExact ? 0n : allowed, powerOf(whole.sheet, whole.column), 0);
  return { rule: equation.rule, table, total: refOf(whole), parts, tolerance };
}

/** A printed figure stands in a row. */
function refOf({ row, column }: Figure): CellRef {
  if (row === null) throw new Error('Sum: a printed figure stands in no row.');
  return { row, column };
}
