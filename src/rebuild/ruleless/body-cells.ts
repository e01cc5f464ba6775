import { must } from '../../base/invariant.js';
import { TOTAL } from '../../base/patterns.js';
import { squeeze } from '../../base/text.js';
import { middleX } from '../../model/box.js';
import { type LatticeCell, spanAt } from '../lattice.js';
import type { RowSegments } from './body-rows.js';
import { OVERRUN, type Segment } from './segments.js';

/** pt. Between the outermost ink and a table's edge where no rule says where it ends. */
export const CELL_PADDING = 3;

/** A table without vertical rules is not cut at its sides. */
export const CLOSED = { left: false, right: false } as const;

/** pt. How far the name of a total may stand from the middle of the merged cell it stands in. */
const OFF_CENTRE = 3;

/**
 * One cell a column; a text that runs over a boundary is one merged cell, and so is a total's name in a column of figures: it is merged
 * over the columns in whose middle it stands.
 * @param figures which columns hold figures
 */
export function rowCells(segments: RowSegments, row: number, xs: readonly number[], figures: ReadonlySet<number>): LatticeCell[] {
  const joined = xs.map(() => false);
  const spans = segments.map((segment) => spanOf(segment, xs));
  for (const [from, to] of spans) if (from >= 0 && to > from) joined.fill(true, from + 1, to + 1);
  for (const [index, segment] of segments.entries()) {
    const others = spans.filter((_, i) => i !== index);
    const run = mergedRun(segment, spans[index] ?? [-1, -1], { xs, figures, others });
    if (run) joined.fill(true, run[0] + 1, run[1] + 1);
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

type Span = readonly [from: number, to: number];

/** The columns that a segment runs over. */
export const spanOf = ({ box }: Segment, xs: readonly number[]): Span => [spanAt(xs, box[0] + OVERRUN), spanAt(xs, box[2] - OVERRUN)];

/** Is one of these columns among those that a segment runs over? */
export const touches = ([first, last]: Span, columns: ReadonlySet<number>): boolean =>
  [...columns].some((column) => column >= first && column <= last);

interface Beside {
  readonly xs: readonly number[];
  readonly figures: ReadonlySet<number>;
  /** The columns of what else stands in the row. */
  readonly others: readonly Span[];
}

/**
 * The columns of a total's name that stands in a column of figures: a blank run around it whose middle is its own; if any, one that ends
 * before the column where its amount stands, of several the shortest.
 */
function mergedRun(segment: Segment, [first, last]: Span, { xs, figures, others }: Beside): Span | null {
  if (first < 0 || !touches([first, last], figures) || !TOTAL.test(squeeze(segment.text))) return null;
  const isBlank = (from: number, to: number) => others.every((other) => other[1] < from || other[0] > to);
  const amount = Math.min(...others.map(([from]) => from).filter((from) => from > last));
  const runs: Span[] = [];
  for (let from = first; from >= 0; from--) {
    for (let to = last; to < xs.length - 1; to++) {
      const middle = ((xs[from] ?? 0) + (xs[to + 1] ?? 0)) / 2;
      if (to > from && isBlank(from, to) && Math.abs(middle - middleX(segment)) <= OFF_CENTRE) runs.push([from, to]);
    }
  }
  const rank = ([from, to]: Span) => (to + 1 === amount ? 0 : xs.length) + to - from;
  return runs.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
