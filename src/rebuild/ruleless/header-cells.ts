import { boxAround, middleY } from '../../model/box.js';
import type { LatticeCell } from '../lattice.js';
import { CELL_PADDING, CLOSED } from './body-cells.js';
import { type Cut, fewestCuts } from './fewest-cuts.js';
import { type HeadCell, type HeaderReading, leavesOf } from './header-reading.js';

/** The header of a lattice: its cells, the upper boundaries of its rows (pt), and how many rows it has. */
export interface HeaderCells {
  readonly cells: readonly LatticeCell[];
  readonly ys: readonly number[];
  readonly depth: number;
}

/** pt. What may part a head from those below it lies between its bottom and their tops; where they touch, this near. */
const NEAR = 1;

/** A header reading → its cells: a boundary of rows wherever a head and those below it part, as few as will do. */
export function headerCells({ cells }: HeaderReading): HeaderCells {
  const top = boxAround(allHeads(cells).map(({ box }) => box))[1] - CELL_PADDING;
  const cuts = fewestCuts(cells.flatMap(cutsOf));
  const ys = [top, ...cuts];
  const depth = ys.length;
  const lattice = cells.flatMap((cell) => toLatticeCells(cell, 0, cuts, depth));
  return { cells: lattice.toSorted((a, b) => a.row - b.row || a.column - b.column), ys, depth };
}

const allHeads = (cells: readonly HeadCell[]): HeadCell['head'][] => cells.flatMap((cell) => [cell.head, ...allHeads(cell.children)]);

function toLatticeCells(cell: HeadCell, row: number, cuts: readonly number[], depth: number): LatticeCell[] {
  const { from, to, children } = cell;
  const below = children.length === 0 ? depth : rowBelow(cell, cuts, row);
  const own: LatticeCell = { row, column: from, rowSpan: below - row, columnSpan: to - from, open: CLOSED };
  return [own, ...children.flatMap((child) => toLatticeCells(child, below, cuts, depth))];
}

/** The row below the boundary that parts a head from those below it. */
function rowBelow(cell: HeadCell, cuts: readonly number[], row: number): number {
  const { from, to } = cutOf(cell);
  const index = cuts.findIndex((y, i) => i >= row && y >= from && y <= to);
  return index + 1;
}

/** The heights at which boundaries part a head from those below it. */
const cutsOf = (cell: HeadCell): Cut[] => (cell.children.length === 0 ? [] : [cutOf(cell), ...cell.children.flatMap(cutsOf)]);

function cutOf({ head, children }: HeadCell): Cut {
  const bottom = head.box[3];
  const top = Math.min(...children.map((child) => child.head.box[1]));
  return bottom <= top ? { from: bottom, to: top } : { from: (bottom + top) / 2 - NEAR, to: (bottom + top) / 2 + NEAR };
}

/** The heads of the columns themselves whose middle stands below a height: 类 款 项 beside the 栏次 line. */
export const hangingLeaves = (reading: HeaderReading, y: number): ReadonlySet<number> =>
  new Set(leavesOf(reading.cells).flatMap((head, column) => (middleY(head) > y ? [column] : [])));
