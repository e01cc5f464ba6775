import { at } from '../../base/invariant.js';
import { ROW_NUMBERS } from '../../base/patterns.js';
import { squeeze } from '../../base/text.js';
import { boxAround } from '../../model/box.js';
import { isLabelHead } from '../../model/label-heads.js';
import type { Lattice, LatticeCell } from '../lattice.js';
import { CELL_PADDING, rowCells } from './body-cells.js';
import { type RowSegments, segmentsToRows } from './body-rows.js';
import { type HeaderCells, hangingLeaves, headerCells } from './header-cells.js';
import { type HeaderReading, leavesOf } from './header-reading.js';
import { lineToFigures, lineToSegments } from './segments.js';
import type { TextRegion } from './text-regions.js';

const NO_HEADER: HeaderCells = { cells: [], ys: [], depth: 0 };

/**
 * A region and how its header is read → its lattice; null where its heads cannot be laid out in rows.
 * @param rules y of the rules between rows, pt
 */
export function regionToLattice(region: TextRegion, reading: HeaderReading, rules: readonly number[]): Lattice | null {
  const { xs } = reading;
  const header = region.header.length > 0 ? headerCells(reading) : NO_HEADER;
  if (!header) return null;
  const numbers = region.ordinals ? [lineToSegments(region.ordinals)] : [];
  const figures = figureColumns(reading);
  const segments = region.body.flatMap((line) => lineToFigures(line, xs, figures));
  const rows: RowSegments[] = [...numbers, ...segmentsToRows(segments, { xs, labels: labelColumns(reading), rules })];
  // 类 款 项 may stand half-way between the 栏次 line and the row below it: their cells reach down beside both.
  const hanging = region.ordinals && region.header.length > 0 ? hangingLeaves(reading, at(region.ordinals.box, 1)) : new Set<number>();
  const body = rows.flatMap((row, i) => rowCells(row, header.depth + i, xs, figures));
  const isFree = ({ row, column }: LatticeCell) => row !== header.depth || !hanging.has(column);
  return {
    xs,
    ys: [...header.ys, ...rowBoundaries(region, rows, hangingBottom(reading, hanging))],
    cells: [...header.cells.map((cell) => reachDown(cell, header.depth, hanging)), ...body.filter(isFree)],
  };
}

/** A leaf's cell that hangs beside the 栏次 line covers that line's row too. */
const reachDown = (cell: LatticeCell, depth: number, hanging: ReadonlySet<number>): LatticeCell =>
  cell.row + cell.rowSpan === depth && cell.columnSpan === 1 && hanging.has(cell.column) ? { ...cell, rowSpan: cell.rowSpan + 1 } : cell;

function hangingBottom({ cells }: HeaderReading, hanging: ReadonlySet<number>): number | null {
  const boxes = leavesOf(cells).flatMap(({ box }, column) => (hanging.has(column) ? [box] : []));
  return boxes.length > 0 ? boxAround(boxes)[3] : null;
}

/** Columns whose heads say that they hold codes or names; line numbers (行次) stand as figures do. */
const labelColumns = ({ cells }: HeaderReading): ReadonlySet<number> =>
  new Set(leavesOf(cells).flatMap(({ text }, column) => (isLabelHead(text) && squeeze(text) !== ROW_NUMBERS ? [column] : [])));

/** Columns whose heads say that they hold figures. */
export const figureColumns = ({ cells }: HeaderReading): ReadonlySet<number> =>
  new Set(leavesOf(cells).flatMap(({ text }, column) => (isLabelHead(text) ? [] : [column])));

/**
 * The upper boundaries of the rows and the lower one of the last: half-way between the ink of neighbouring rows.
 * @param hanging where the heads end that hang beside the first row, pt
 */
function rowBoundaries({ header }: TextRegion, rows: readonly RowSegments[], hanging: number | null): number[] {
  if (rows.length === 0) return [boxAround(header.map((l) => l.box))[3] + CELL_PADDING];
  const boxes = rows.map((segments) => boxAround(segments.map(({ box }) => box)));
  const above = header.length > 0 ? Math.min(boxAround(header.map((l) => l.box))[3], at(boxes, 0)[1]) : at(boxes, 0)[1] - 2 * CELL_PADDING;
  const bottomAbove = (index: number) => {
    if (index === 0) return above;
    const bottom = at(boxes, index - 1)[3];
    return index === 1 && hanging !== null ? Math.max(bottom, hanging) : bottom;
  };
  return [...boxes.map((box, i) => (bottomAbove(i) + box[1]) / 2), bottomAbove(boxes.length) + CELL_PADDING];
}
