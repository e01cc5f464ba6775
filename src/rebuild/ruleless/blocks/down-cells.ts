import { groupBy } from '../../../base/group.js';
import { at } from '../../../base/invariant.js';
import { squeeze } from '../../../base/text.js';
import { middleY } from '../../../model/box.js';
import { type LatticeCell, spanAt } from '../../lattice.js';
import { CLOSED, spanOf, touches } from '../body-cells.js';
import { heightOf, type RowSegments } from '../body-rows.js';
import type { Segment } from '../segments.js';
import { BLOCK_SUM } from '../words.js';
import type { BlockColumns } from './columns.js';
import type { Block } from './lines-to-blocks.js';
import { type MergedRows, mergedRows, rowsAround } from './merged-rows.js';

/** A cell that reaches down over rows. */
export interface DownCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly row: number;
  readonly rowSpan: number;
}

/** The rows of a block's body, their boundaries (pt), and how many rows of heads stand above them. */
interface Body {
  readonly ys: readonly number[];
  readonly rows: readonly RowSegments[];
  readonly depth: number;
}

/** Of two rows of heads: those that head no others reach down beside them. */
export function headsDown([upper, lower]: Block['heads'], xs: readonly number[]): DownCell[] {
  if (!upper || !lower) return [];
  const below = new Set(lower.map((head) => at(spanOf(head, xs), 0)));
  return upper.flatMap((head) => {
    const [from, to] = spanOf(head, xs);
    return from === to && !below.has(from) ? [{ column: from, columnSpan: 1, row: 0, rowSpan: 2 }] : [];
  });
}

/** Labels beside rows of words → the cells in which they stand. */
export function labelCells(merged: readonly Segment[], xs: readonly number[], { ys, rows }: Body): DownCell[] {
  return merged.flatMap((label): DownCell[] => {
    const [column, lastColumn] = spanOf(label, xs);
    const [, top, , bottom] = label.box;
    const half = Math.min(label.size, bottom - top) / 2;
    const [row, last] = [spanAt(ys, top + half), spanAt(ys, bottom - half)];
    const columns = new Set(Array.from({ length: lastColumn - column + 1 }, (_, i) => column + i));
    const isTaken = rows.slice(row, last + 1).some((each) => each.some((segment) => touches(spanOf(segment, xs), columns)));
    return isTaken || row < 0 || column < 0 ? [] : [{ column, columnSpan: columns.size, row, rowSpan: last - row + 1 }];
  });
}

/** What is merged → the rows it covers: in the columns before the names without a gap, elsewhere as far as the column is free. */
export function mergedCells(merged: readonly Segment[], { xs, names }: BlockColumns, { ys, rows, depth }: Body): DownCell[] {
  return [...groupBy(merged, (segment) => at(spanOf(segment, xs), 0))].flatMap(([column, own]) => {
    // The name of a sum stands over all columns before its figures.
    const isIn = (segment: Segment) =>
      touches(spanOf(segment, xs), new Set([column])) || (column < names && BLOCK_SUM.test(squeeze(segment.text)));
    const taken = new Set(rows.flatMap((row, i) => (row.some(isIn) ? [i] : [])));
    const found: Pick<MergedRows, 'from' | 'to'>[] =
      column < names ? mergedInRuns(own, ys, taken, depth === 0) : own.flatMap((each) => rowsAround(heightOf([each]), ys, taken) ?? []);
    return found.map(({ from, to }) => ({ column, columnSpan: 1, row: from + depth, rowSpan: to - from + 1 }));
  });
}

/** The merged cells of a column in each run of rows in which nothing else stands. */
function mergedInRuns(segments: readonly Segment[], ys: readonly number[], taken: ReadonlySet<number>, goesOn: boolean): MergedRows[] {
  const found: MergedRows[] = [];
  let from = 0;
  while (from < ys.length - 1) {
    let to = from;
    while (to < ys.length - 1 && !taken.has(to)) to++;
    const start = from;
    const bounds = ys.slice(start, to + 1);
    const own = to > start ? segments.filter((segment) => spanAt(bounds, middleY(segment)) >= 0) : [];
    if (own.length > 0) {
      const cells = mergedRows(own, bounds, goesOn && start === 0);
      found.push(...cells.map((cell) => ({ ...cell, from: cell.from + start, to: cell.to + start })));
    }
    from = to + 1;
  }
  return found;
}

const covers = ({ column, columnSpan, row, rowSpan }: DownCell, cell: LatticeCell): boolean =>
  cell.column < column + columnSpan && column < cell.column + cell.columnSpan && cell.row >= row && cell.row < row + rowSpan;

/** The cells with those that one covers as one; as they are where it would cover others in part. */
export function mergeDown(cells: readonly LatticeCell[], down: DownCell): LatticeCell[] {
  const covered = cells.filter((cell) => covers(down, cell));
  const isWhole = covered.every(({ column, columnSpan }) => column >= down.column && column + columnSpan <= down.column + down.columnSpan);
  if (!isWhole) return [...cells];
  const kept = cells.filter((cell) => !covered.includes(cell));
  return [...kept, { ...down, open: CLOSED }].toSorted((a, b) => a.row - b.row || a.column - b.column);
}
