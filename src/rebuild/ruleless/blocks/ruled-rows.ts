import { at } from '../../../base/invariant.js';
import { boxAround, middleX, middleY } from '../../../model/box.js';
import type { Edge } from '../../edges.js';
import { spanAt } from '../../lattice.js';
import { CELL_PADDING, spanOf } from '../body-cells.js';
import { PARTED, type RowSegments } from '../body-rows.js';
import type { Segment } from '../segments.js';
import type { BlockColumns } from './columns.js';
import type { DownCell } from './down-cells.js';
import type { Block } from './lines-to-blocks.js';

/** The body of a block as horizontal rules part it. */
export interface RuledRows {
  /** Boundaries of the rows, pt. */
  readonly ys: readonly number[];
  /** What stands in one row each, top to bottom. */
  readonly rows: readonly RowSegments[];
  /** The cells that no rule parts over several rows; rows are counted from the first of the body. */
  readonly down: readonly DownCell[];
}

/** pt. Rules stand no farther above the first and below the last line of a body. */
const NEAR = 12;

/**
 * A block of indicators or figures whose rows are parted by rules: in each column a cell reaches from one rule that crosses it to the next.
 * Null where rules part too few rows for that.
 * @param byHeight how many rows its texts would make by their heights alone
 */
export function ruledRows({ body, heads }: Block, { xs, names }: BlockColumns, rules: readonly Edge[], byHeight: number): RuledRows | null {
  if (body.length === 0 || names < 0) return null;
  const [left, first, right, last] = boxAround(body.map(({ box }) => box));
  const above = heads.length > 0 ? boxAround(heads.flat().map(({ box }) => box))[3] : first - NEAR;
  const near = rules.filter((rule) => rule.at > above && rule.at < last + NEAR && rule.from < right && rule.to > left);
  const top = Math.max(...near.map((rule) => rule.at).filter((y) => y <= first), Number.NEGATIVE_INFINITY);
  const bottom = Math.min(...near.map((rule) => rule.at).filter((y) => y >= last), Number.POSITIVE_INFINITY);
  const ends = [Number.isFinite(top) ? top : (above + first) / 2, Number.isFinite(bottom) ? bottom : last + CELL_PADDING] as const;
  const inner = near.filter((rule) => rule.at > ends[0] && rule.at < ends[1]);
  const ys = [ends[0], ...new Set(inner.map((rule) => rule.at).toSorted((a, b) => a - b)), ends[1]];
  const crosses = (column: number, y: number) => {
    const x = (at(xs, column) + at(xs, column + 1)) / 2;
    return inner.some((rule) => rule.at === y && rule.from <= x && rule.to >= x);
  };
  const parted = ys.filter((y) => crosses(names, y)).length + 1;
  if (parted < 2 || parted < byHeight * PARTED) return null;
  const boundsOf = (column: number) => ys.flatMap((y, i) => (i === 0 || i === ys.length - 1 || crosses(column, y) ? [i] : []));
  const down = xs.slice(0, -1).flatMap((_, column): DownCell[] => {
    const bounds = boundsOf(column);
    return bounds.slice(1).flatMap((to, i) => {
      const row = at(bounds, i);
      return to - row > 1 ? [{ column, columnSpan: 1, row, rowSpan: to - row }] : [];
    });
  });
  return { ys, rows: ys.slice(0, -1).map((_, row) => body.filter((segment) => standsIn(segment, row, { xs, ys, down }))), down };
}

/** Does a segment stand in this row alone? */
function standsIn(
  segment: Segment,
  row: number,
  { xs, ys, down }: { readonly xs: readonly number[]; readonly ys: readonly number[]; readonly down: readonly DownCell[] },
): boolean {
  if (spanAt(ys, middleY(segment)) !== row) return false;
  const [from, to] = spanOf(segment, xs);
  const column = from === to ? from : spanAt(xs, middleX(segment));
  return !down.some((cell) => cell.column === column && row >= cell.row && row < cell.row + cell.rowSpan);
}
