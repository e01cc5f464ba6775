import { at } from '../../../base/invariant.js';
import { squeeze } from '../../../base/text.js';
import { boxAround, middleX } from '../../../model/box.js';
import type { Edge } from '../../edges.js';
import type { Lattice, LatticeCell } from '../../lattice.js';
import { CELL_PADDING, CLOSED, rowCells, spanOf } from '../body-cells.js';
import type { RowSegments } from '../body-rows.js';
import type { Segment } from '../segments.js';
import { BLOCK_SUM } from '../words.js';
import { blockRows, standsLeftOf } from './block-rows.js';
import type { BlockColumns } from './columns.js';
import { headsDown, labelCells, mergeDown, mergedCells } from './down-cells.js';
import type { Block } from './lines-to-blocks.js';
import { ruledRows } from './ruled-rows.js';

/**
 * A block and its columns → a lattice of its own.
 * @param rules the page's horizontal rules where they part the table's rows; else rows and merged cells follow from the heights of what
 * stands in them
 */
export function blockToGrid(block: Block, columns: BlockColumns, rules: readonly Edge[] | null): Lattice {
  const { xs, names } = columns;
  const ruled = rules && ruledRows(block, columns, rules);
  const { rows, merged } = ruled ?? blockRows(block, columns);
  const all = [...block.heads, ...rows];
  const depth = block.heads.length;
  const ys = ruled ? [...headBoundaries(block.heads), ...ruled.ys] : boundariesOf(all, [...block.heads.flat(), ...block.body]);
  const isWords = block.kind === 'words';
  const figures = new Set(isWords ? [] : [...xs.keys()].filter((column) => column > names));
  const cells = all.flatMap((row, i) =>
    withWideCell(rowCells(row, i, xs, i < depth ? new Set() : figures), row, { kind: block.kind, merged }, columns),
  );
  const body = { ys: ys.slice(depth), rows, depth };
  const unruled = () => (isWords ? labelCells(merged, xs, body) : mergedCells(merged, columns, body));
  const down = ruled?.down.map((cell) => ({ ...cell, row: cell.row + depth })) ?? unruled();
  return { xs, ys, cells: [...headsDown(block.heads, xs), ...down].reduce(mergeDown, cells) };
}

/** The upper boundaries of rows of heads. */
const headBoundaries = (heads: Block['heads']): number[] => (heads.length > 0 ? boundariesOf(heads, heads.flat()).slice(0, -1) : []);

/** Upper boundaries and the last lower one: half-way between the ink of neighbouring rows. */
function boundariesOf(rows: readonly RowSegments[], all: readonly Segment[]): number[] {
  const boxes = rows.map((row) => boxAround(row.map(({ box }) => box)));
  const [, top, , bottom] = boxAround(all.map(({ box }) => box));
  const inner = boxes.slice(1).map((box, i) => (at(boxes, i)[3] + box[1]) / 2);
  return [top - CELL_PADDING, ...inner, bottom + CELL_PADDING];
}

/** Share of the table's width by which a line across it may stand off its middle: ink alone shows its ends. */
const CENTRED = 0.05;

/** A row's cells; a line across a block of words, without a label beside it, is one, and so is the name of the sum of points, up to where these stand. */
function withWideCell(
  cells: LatticeCell[],
  row: RowSegments,
  { kind, merged }: Pick<Block, 'kind'> & { readonly merged: readonly Segment[] },
  { xs, firstHead }: BlockColumns,
): LatticeCell[] {
  const [first, second] = row.toSorted((a, b) => a.box[0] - b.box[0]);
  if (!first) return cells;
  const { row: index } = at(cells, 0);
  const last = xs.length - 1;
  const [left, right] = [at(xs, 0), at(xs, last)];
  const isAlone = !second && !merged.some((label) => standsLeftOf(label, row));
  if (kind === 'words' && isAlone && Math.abs(middleX(first) - (left + right) / 2) <= CENTRED * (right - left)) {
    return [{ row: index, column: 0, rowSpan: 1, columnSpan: last, open: CLOSED }];
  }
  if (kind !== 'indicators' || !second || !BLOCK_SUM.test(squeeze(first.text))) return cells;
  const end = at(spanOf(second, xs), 0);
  const sum = { row: index, column: firstHead, rowSpan: 1, columnSpan: end - firstHead, open: CLOSED };
  return [...cells.filter(({ column }) => column < firstHead), sum, ...cells.filter(({ column }) => column >= end)];
}
