import { at, must } from '../../base/invariant.js';
import { boxAround } from '../../model/box.js';
import { type LatticeCell, spanAt } from '../lattice.js';
import type { RowLines } from './body-rows.js';
import { lineToSegments } from './segments.js';
import type { TextRegion } from './text-regions.js';

/** pt. Between the outermost ink and a table's edge where no rule says where it ends. */
export const CELL_PADDING = 3;

/** A table without vertical rules is not cut at its sides. */
export const CLOSED = { left: false, right: false } as const;

/** pt by which a segment may run over a boundary without being a merged cell. */
export const OVERRUN = 1;

/** The upper boundaries of the rows and the lower one of the last: half-way between the ink of neighbouring rows. */
export function rowBoundaries({ header }: TextRegion, rows: readonly RowLines[]): number[] {
  const boxes = rows.map((lines) => boxAround(lines.map((l) => l.box)));
  const above = header.length > 0 ? boxAround(header.map((l) => l.box))[3] : at(boxes, 0)[1] - 2 * CELL_PADDING;
  const bottomAbove = (index: number) => (index === 0 ? above : at(boxes, index - 1)[3]);
  return [...boxes.map((box, i) => (bottomAbove(i) + box[1]) / 2), bottomAbove(boxes.length) + CELL_PADDING];
}

/** One cell a column; a text that runs over a boundary is one merged cell. */
export function rowCells(lines: RowLines, row: number, xs: readonly number[]): LatticeCell[] {
  const joined = xs.map(() => false);
  for (const segment of lines.flatMap(lineToSegments)) {
    const [from, to] = [spanAt(xs, segment.box[0] + OVERRUN), spanAt(xs, segment.box[2] - OVERRUN)];
    if (from >= 0 && to > from) joined.fill(true, from + 1, to + 1);
  }
  const cells: LatticeCell[] = [];
  for (let column = 0; column < xs.length - 1; column++) {
    if (joined[column]) {
      const last = must(cells.at(-1), 'the cell that a merged one begins with');
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    } else cells.push({ row, column, rowSpan: 1, columnSpan: 1, open: CLOSED });
  }
  return cells;
}
