import { at, must } from '../../base/invariant.js';
import { boxAround, middleX, middleY } from '../../model/box.js';
import type { LatticeCell } from '../lattice.js';
import { CELL_PADDING, CLOSED } from './body-cells.js';
import type { Head, RulelessColumns } from './header-columns.js';

/** The header of a lattice: its cells, the upper boundaries of its rows (pt), and how many rows it has. */
export interface HeaderCells {
  readonly cells: readonly LatticeCell[];
  readonly ys: readonly number[];
  readonly depth: number;
}

/** A head over the leaves `from` up to, not including, `to`. */
interface PlacedHead {
  readonly head: Head;
  readonly from: number;
  readonly to: number;
}

/** pt. How far a parent's middle may lie from the middle of the columns it heads. */
const OFF_CENTRE = 8;
/** pt. Runs of columns whose middles differ by less are as likely: the longer one is meant. */
const SAME_CENTRE = 3;
/** pt by which boxes of neighbouring heads may overlap, or run over the column they stand in. */
const TOUCH = 1;

/**
 * The header's cells, level by level: a parent over a run of leaves whose middle is its own. Parents that cover the same columns in part
 * contradict each other; then the leaves alone are the header.
 */
export function headerCells(columns: RulelessColumns): HeaderCells {
  const placed = columns.parents.flatMap((head) => placeParent(head, columns) ?? []).toSorted((a, b) => a.head.box[1] - b.head.box[1]);
  const header = placedHeadsToCells(placed, columns);
  return isTiled(header, columns.leaves.length) ? header : placedHeadsToCells([], columns);
}

/** @param placed the parents, sorted from the top */
function placedHeadsToCells(placed: readonly PlacedHead[], { leaves, parents }: RulelessColumns): HeaderCells {
  const levels = levelsOf(placed);
  const levelOf = ({ head }: PlacedHead) => must(levels.get(head), 'the level of a head');
  const depth = Math.max(-1, ...levels.values()) + 2;
  const parentCells = placed.map((each): LatticeCell => {
    const { from, to } = each;
    return { row: levelOf(each), column: from, rowSpan: 1, columnSpan: to - from, open: CLOSED };
  });
  const leafCells = leaves.map((_, column): LatticeCell => {
    const row = placed.filter((p) => p.from <= column && p.to > column).length;
    return { row, column, rowSpan: depth - row, columnSpan: 1, open: CLOSED };
  });
  const ys = [boxAround([...leaves, ...parents].map((h) => h.box))[1] - CELL_PADDING];
  for (let row = 1; row < depth; row++) {
    const above = placed.filter((each) => levelOf(each) < row).map((p) => p.head.box[3]);
    ys.push(Math.max(...above) + TOUCH);
  }
  return { cells: [...parentCells, ...leafCells].toSorted((a, b) => a.row - b.row || a.column - b.column), ys, depth };
}

/** Do the cells cover every column of every row once? */
function isTiled({ cells, depth }: HeaderCells, columns: number): boolean {
  const covered = new Uint8Array(depth * columns);
  for (const { row, column, rowSpan, columnSpan } of cells) {
    if (rowSpan < 1) return false;
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) {
        if (covered[r * columns + c]) return false;
        covered[r * columns + c] = 1;
      }
    }
  }
  return covered.every(Boolean);
}

/** How many heads stand over each head. `placed` are sorted from the top. */
function levelsOf(placed: readonly PlacedHead[]): ReadonlyMap<Head, number> {
  const levels = new Map<Head, number>();
  for (const { head, from, to } of placed) {
    const isOver = (p: PlacedHead) => p.head !== head && p.from <= from && p.to >= to && p.head.box[3] <= head.box[1] + TOUCH;
    levels.set(head, placed.filter((p) => isOver(p) && levels.has(p.head)).length);
  }
  return levels;
}

/** The run of at least two leaves below a head whose middle is the head's own; of equals the longest. */
function placeParent(head: Head, { xs, leaves, parents }: RulelessColumns): PlacedHead | null {
  let best: (PlacedHead & { off: number }) | null = null;
  for (let from = 0; from < leaves.length - 1; from++) {
    for (let to = from + 2; to <= leaves.length; to++) {
      const run = leaves.slice(from, to);
      const [left, right] = [at(xs, from), at(xs, to)];
      const off = Math.abs((left + right) / 2 - middleX(head));
      const isInside = head.box[0] >= left - TOUCH && head.box[2] <= right + TOUCH;
      if (off > OFF_CENTRE || !isInside || !standBelow(run, head, parents)) continue;
      const isLonger = best === null || to - from > best.to - best.from;
      if (best === null || off < best.off - SAME_CENTRE || (off < best.off + SAME_CENTRE && isLonger)) best = { head, from, to, off };
    }
  }
  return best;
}

/** All below the head, and on one level, unless a head between explains why some stand lower. */
function standBelow(run: readonly Head[], head: Head, parents: readonly Head[]): boolean {
  if (run.some((leaf) => leaf.box[1] < head.box[3] - TOUCH)) return false;
  const middles = run.map(middleY);
  if (Math.max(...middles) - Math.min(...middles) <= SAME_CENTRE) return true;
  const [left, right] = [at(run, 0).box[0], at(run, run.length - 1).box[2]];
  return parents.some((p) => p !== head && p.box[1] >= head.box[3] - TOUCH && middleX(p) > left && middleX(p) < right);
}
