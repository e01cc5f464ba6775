import { at } from '../../../base/invariant.js';
import { heightOf, namesFrom, WITHIN_STEP } from '../body-rows.js';
import { type Level, toLevels } from '../levels.js';
import type { Segment } from '../segments.js';

/** Rows `from` up to and including `to` that a merged cell covers. */
export interface MergedRows {
  readonly from: number;
  readonly to: number;
  readonly segments: readonly Segment[];
}

/** em of distance from the middle of its rows that a row costs which no cell covers; above the first text on a further page, little. */
const UNCOVERED = 1.5;
const GOES_ON = 0.2;

/** The best way to go on from a line and a row. */
interface Way {
  readonly cost: number;
  readonly cell: MergedRows | null;
  readonly next: readonly [line: number, row: number];
}

/**
 * What stands in a column of merged cells → the rows that each covers: a text stands in the middle of its cell, and cells follow each other
 * without a gap.
 * @param ys boundaries of the rows, pt
 * @param goesOn the cell that covers the first rows may bear its text on the page before
 */
export function mergedRows(segments: readonly Segment[], ys: readonly number[], goesOn: boolean): MergedRows[] {
  const lines = toLevels(segments);
  const rows = ys.length - 1;
  const step = Math.min(...ys.slice(1).map((y, i) => y - at(ys, i)));
  const ways: Way[][] = Array.from({ length: lines.length + 1 }, () => []);
  const wayFrom = (line: number, row: number): Way => at(at(ways, line), row);
  for (let line = lines.length; line >= 0; line--) {
    for (let row = rows; row >= 0; row--) {
      const done: Way = { cost: line === lines.length && row === rows ? 0 : Number.POSITIVE_INFINITY, cell: null, next: [line, row] };
      const options: Way[] = [done];
      if (row < rows)
        options.push({
          cost: (goesOn && line === 0 ? GOES_ON : UNCOVERED) + wayFrom(line, row + 1).cost,
          cell: null,
          next: [line, row + 1],
        });
      for (const name of namesFrom(lines, line, step * WITHIN_STEP).filter(isOne)) {
        const own = name.flatMap((each) => each.segments);
        const size = at(own, 0).size;
        for (let to = row; to < rows; to++) {
          const off = Math.abs((at(ys, row) + at(ys, to + 1)) / 2 - heightOf(own)) / size;
          const next = [line + name.length, to + 1] as const;
          options.push({ cost: off + wayFrom(...next).cost, cell: { from: row, to, segments: own }, next });
        }
      }
      at(ways, line)[row] = options.reduce((best, each) => (each.cost < best.cost ? each : best));
    }
  }
  return cellsOf(ways, lines.length, rows);
}

/** Lines of figures are never one text. */
const isOne = (name: readonly Level[]): boolean =>
  name.length === 1 || name.every(({ segments }) => segments.some(({ text }) => /\p{Script=Han}/u.test(text)));

function cellsOf(ways: readonly (readonly Way[])[], lines: number, rows: number): MergedRows[] {
  const cells: MergedRows[] = [];
  let [line, row] = [0, 0];
  while (line < lines || row < rows) {
    const { cell, next } = at(at(ways, line), row);
    if (cell) cells.push(cell);
    if (next[0] === line && next[1] === row) break;
    [line, row] = next;
  }
  return cells;
}

/**
 * A text between the rows of its column → the rows it covers: as many above its middle as below, up to what else stands in the column.
 * @param taken rows in which something else stands
 */
export function rowsAround(y: number, ys: readonly number[], taken: ReadonlySet<number>): Omit<MergedRows, 'segments'> | null {
  let best: Omit<MergedRows, 'segments'> | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from < ys.length - 1; from++) {
    for (let to = from; to < ys.length - 1 && !taken.has(to); to++) {
      const off = Math.abs((at(ys, from) + at(ys, to + 1)) / 2 - y);
      const holds = at(ys, from) <= y && y <= at(ys, to + 1);
      const isBetter = off < least - NEAR || (off <= least + NEAR && best !== null && to - from > best.to - best.from);
      if (holds && (best === null || isBetter)) [best, least] = [{ from, to }, Math.min(off, least)];
    }
  }
  return best;
}

/** pt. Cells whose middles are as near are told by their height. */
const NEAR = 3;
