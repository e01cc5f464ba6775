import { at } from '../../../base/invariant.js';
import { boxAround, middleX, middleY } from '../../../model/box.js';
import type { Edge } from '../../edges.js';
import { spanAt } from '../../lattice.js';
import { CELL_PADDING, spanOf } from '../body-cells.js';
import { PARTED, type RowSegments } from '../body-rows.js';
import type { Segment } from '../segments.js';
import { blockRows } from './block-rows.js';
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
  /** What stands in these. */
  readonly merged: readonly Segment[];
}

/** Do rules part most of the rows that the heights of a block's texts show? Those of its names do, where any does. */
export function areRowsRuled(block: Block, columns: BlockColumns, rules: readonly Edge[]): boolean {
  const ruled = block.kind === 'indicators' ? ruledRows(block, columns, rules) : null;
  if (!ruled) return false;
  const covered = ruled.down.filter(({ column }) => column === columns.names).reduce((sum, { rowSpan }) => sum + rowSpan - 1, 0);
  const parted = ruled.rows.length - covered;
  return parted > 1 && parted >= blockRows(block, columns).rows.length * PARTED;
}

/**
 * A block whose rows are parted by rules: in each column a cell reaches from one that crosses it to the next. Null where nothing stands in
 * the block.
 * @param rules the page's horizontal rules
 */
export function ruledRows({ body, heads }: Block, { xs }: BlockColumns, rules: readonly Edge[]): RuledRows | null {
  if (body.length === 0) return null;
  const inner = rulesWithin(body, heads.flat(), rules);
  const ys = [inner.top, ...new Set(inner.rules.map((rule) => rule.at).toSorted((a, b) => a - b)), inner.bottom];
  const crosses = (column: number, y: number) => {
    const x = (at(xs, column) + at(xs, column + 1)) / 2;
    return inner.rules.some((rule) => rule.at === y && rule.from <= x && rule.to >= x);
  };
  const down = xs.slice(0, -1).flatMap((_, column): DownCell[] => {
    const bounds = [...ys.keys()].filter((i) => i === 0 || i === ys.length - 1 || crosses(column, at(ys, i)));
    return bounds.slice(1).flatMap((to, i) => {
      const row = at(bounds, i);
      return to - row > 1 ? [{ column, columnSpan: 1, row, rowSpan: to - row }] : [];
    });
  });
  const isMerged = (segment: Segment) => down.some((cell) => standsIn(segment, cell, { xs, ys }));
  const [merged, single] = [body.filter(isMerged), body.filter((segment) => !isMerged(segment))];
  const rows = ys.slice(0, -1).map((_, row) => single.filter((segment) => spanAt(ys, middleY(segment)) === row));
  return { ys, rows, down: joinBeside(down, merged, { xs, ys }), merged };
}

/** Cells of one height, side by side, as one where a text runs from one to the other. */
function joinBeside(cells: readonly DownCell[], merged: readonly Segment[], grid: Grid): DownCell[] {
  const joined: DownCell[] = [];
  for (const cell of cells) {
    const index = joined.findIndex(
      ({ column, columnSpan, row, rowSpan }) => column + columnSpan === cell.column && row === cell.row && rowSpan === cell.rowSpan,
    );
    const before = joined[index];
    const runsOver = (segment: Segment) => {
      const [from, to] = spanOf(segment, grid.xs);
      return from < cell.column && to >= cell.column && before !== undefined && isBeside(segment, before, grid);
    };
    if (before && merged.some(runsOver)) joined[index] = { ...before, columnSpan: before.columnSpan + 1 };
    else joined.push(cell);
  }
  return joined;
}

/** pt. Rules stand no farther above the first and below the last line of a body. */
const NEAR = 12;

/** The rules between the first and the last line of a body, and where it begins and ends: at rules too, where some are near. */
function rulesWithin(body: readonly Segment[], heads: readonly Segment[], rules: readonly Edge[]) {
  const [left, first, right, last] = boxAround(body.map(({ box }) => box));
  const above = heads.length > 0 ? boxAround(heads.map(({ box }) => box))[3] : first - NEAR;
  const near = rules.filter((rule) => rule.at > above && rule.at < last + NEAR && rule.from < right && rule.to > left);
  const upper = near.map((rule) => rule.at).filter((y) => y <= first);
  const lower = near.map((rule) => rule.at).filter((y) => y >= last);
  const top = upper.length > 0 ? Math.max(...upper) : (Math.max(above, first - 2 * CELL_PADDING) + first) / 2;
  const bottom = lower.length > 0 ? Math.min(...lower) : last + CELL_PADDING;
  return { top, bottom, rules: near.filter((rule) => rule.at > top && rule.at < bottom) };
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Does a segment stand in the rows of a cell? */
function isBeside(segment: Segment, { row, rowSpan }: DownCell, { ys }: Grid): boolean {
  const own = spanAt(ys, middleY(segment));
  return own >= row && own < row + rowSpan;
}

/** Does a segment stand in a cell of one column, be it that it runs over its sides? */
function standsIn(segment: Segment, cell: DownCell, grid: Grid): boolean {
  const [from, to] = spanOf(segment, grid.xs);
  const column = from === to ? from : spanAt(grid.xs, middleX(segment));
  return cell.column === column && isBeside(segment, cell, grid);
}
