import { must } from '../../base/invariant.js';
import type { CellRef, SumOfCells } from '../../model/sums.js';
import { type Figure, isPrinted, powerOf } from '../table/sheet.js';
import type { Check } from './equation.js';
import { toDecimal } from './interval.js';

/**
 * The sums within one table that its print can be held against, in the order of the checks. None of a check where a cell is unreadable,
 * where nothing is printed, where more than one figure is its total, or where the addends of a total that is not their sum may be
 * incomplete.
 */
export const checksToSums = (checks: readonly Check[]): SumOfCells[] => checks.flatMap((check) => toSum(check) ?? []);

function toSum({ equation, state, allowed }: Check): SumOfCells | null {
  const [whole, ...others] = equation.total;
  if (!whole || others.length > 0 || equation.relation !== '=' || !isPrinted(whole)) return null;
  if (equation.parts.some(({ figure }) => figure.sheet !== whole.sheet)) return null;
  if (state === 'undecidable' || state === 'void' || (!equation.certain && state === 'broken')) return null;
  const printed = equation.parts.filter(({ figure }) => isPrinted(figure));
  const parts = printed.map(({ figure, sign }) => ({ ...refOf(figure), sign: sign > 0n ? (1 as const) : (-1 as const) }));
  const isExact = whole.exact && printed.every(({ figure }) => figure.exact);
  const tolerance = toDecimal(isExact ? 0n : allowed, powerOf(whole.sheet, whole.column), 0);
  return { rule: equation.rule, table: whole.sheet.index, total: refOf(whole), parts, tolerance };
}

const refOf = ({ row, column }: Figure): CellRef => ({ row: must(row, 'the row of a printed figure'), column });
