import type { Box } from '../../model/glyph.js';
import type { TextLine } from '../../model/page.js';
import type { Edge } from '../edges.js';
import type { Lattice, LatticeCell } from '../lattice.js';
import { spanAt } from '../lattice.js';
import { union } from '../lines.js';
import { linesToRows, type RowLines } from './body-rows.js';
import { type Columns, type Head, regionToColumns } from './header-columns.js';
import { centre, lineToSegments, middle } from './segments.js';
import { linesToRegions, type Region } from './text-regions.js';

/** A ruleless table found on a page, and whether the next page may go on with it. */
export interface RulelessGrid {
  readonly lattice: Lattice;
  readonly columns: Columns;
  readonly open: boolean;
}

/** pt. Between the outermost ink and a table's edge where no rule says where it ends. */
const MARGIN = 3;

/**
 * Tables without vertical rules: three-line tables, horizontal rules only, none at all. Columns come from the header's words and
 * 栏次 numbers and from the body's white gaps, rows from codes, numbers and baselines.
 * @param before the columns of a table that ran to the end of the page before
 * @param tops pt, where the page's ruled grids begin
 */
export function linesToGrids(
  lines: readonly TextLine[],
  rules: readonly Edge[],
  before: Columns | null,
  tops: readonly number[] = [],
): RulelessGrid[] {
  return linesToRegions(lines, before !== null && tops.length === 0, tops).flatMap((region): RulelessGrid[] => {
    const columns = columnsOf(region, rules, before);
    if (!columns || !fits(region.body, columns)) return [];
    return [{ lattice: toLattice(region, columns, crossingRules(region, rules)), columns, open: region.open }];
  });
}

/** Columns from the region's own header; a continuation that repeats the header, or prints none, keeps those of the page before. */
function columnsOf(region: Region, rules: readonly Edge[], before: Columns | null): Columns | null {
  if (region.header.length === 0) return before;
  const own = regionToColumns(region, tableWidth(region, rules));
  const again = own && before && own.leaves.map((l) => l.text).join() === before.leaves.map((l) => l.text).join();
  if (!again) return own;
  const shift = own.leaves.reduce((sum, leaf, i) => sum + centre(leaf) - centre(before.leaves[i] ?? leaf), 0) / own.leaves.length;
  return { ...own, xs: before.xs.map((x) => x + shift) };
}

/** Left and right end: of the horizontal rules that cross the region, else of its ink and of the unit line above it. */
function tableWidth({ caption, header, ordinals, body }: Region, rules: readonly Edge[]): readonly [number, number] {
  const box = union([...(caption ? [caption] : []), ...header, ...(ordinals ? [ordinals] : []), ...body].map((l) => l.box));
  const crossing = crossingRules({ caption, header, ordinals, body }, rules);
  if (crossing.length > 0) return [Math.min(...crossing.map((r) => r.from)), Math.max(...crossing.map((r) => r.to))];
  return caption ? [box[0], box[2]] : [box[0] - MARGIN, box[2] + MARGIN];
}

/** pt. How far above the first and below the last line of a table its rules may stand. */
const NEAR = 12;
/** Share of a table's width that a rule of the table has. */
const ACROSS = 0.8;

/** The horizontal rules of a region: those that run across most of it. */
function crossingRules(
  { header, ordinals, body }: Pick<Region, 'caption' | 'header' | 'ordinals' | 'body'>,
  rules: readonly Edge[],
): Edge[] {
  const [left, top, right, bottom] = union([...header, ...(ordinals ? [ordinals] : []), ...body].map((l) => l.box));
  return rules.filter((r) => r.at > top - NEAR && r.at < bottom + NEAR && r.to - r.from > (right - left) * ACROSS);
}

/** Share of the body's segments that may run over a boundary: merged labels. */
const STRAY = 0.1;

/** Does the body keep to these columns? Columns that do not hold are no reading. */
function fits(body: readonly TextLine[], { xs }: Columns): boolean {
  const segments = body.flatMap(lineToSegments);
  const stray = segments.filter((s) => spanAt(xs, s.box[0] + 1) !== spanAt(xs, s.box[2] - 1));
  return stray.length <= Math.max(2, segments.length * STRAY);
}

function toLattice(region: Region, columns: Columns, rules: readonly Edge[]): Lattice {
  const header = headerRows(columns);
  const rows: RowLines[] = [
    ...(region.ordinals ? [[region.ordinals]] : []),
    ...linesToRows(
      region.body,
      rules.map((r) => r.at),
    ),
  ];
  const top = union([...columns.leaves, ...columns.parents].map((h) => h.box))[1] - MARGIN;
  const ys = [...(header.depth > 0 && region.header.length > 0 ? [top, ...header.ys] : []), ...rowBoundaries(region, rows)];
  const depth = region.header.length > 0 ? header.depth : 0;
  return {
    xs: columns.xs,
    ys,
    cells: [...(depth > 0 ? header.cells : []), ...rows.flatMap((row, i) => rowCells(row, depth + i, columns.xs))],
  };
}

const CLOSED = { left: false, right: false };

/** The header's cells, level by level: a parent over a run of leaves whose middle is its own. */
function headerRows(columns: Columns): { cells: LatticeCell[]; ys: number[]; depth: number } {
  const { leaves, parents } = columns;
  const placed = parents.flatMap((head) => placeParent(head, columns) ?? []).toSorted((a, b) => a.head.box[1] - b.head.box[1]);
  const level = new Map<Head, number>();
  for (const { head, from, to } of placed) {
    const above = placed.filter(
      (p) => p.head !== head && p.from <= from && p.to >= to && p.head.box[3] <= head.box[1] + 1 && level.has(p.head),
    );
    level.set(head, above.length);
  }
  const depth = 1 + Math.max(-1, ...level.values()) + 1;
  const cells: LatticeCell[] = placed.map(({ head, from, to }) => ({
    row: level.get(head) ?? 0,
    column: from,
    rowSpan: 1,
    columnSpan: to - from,
    open: CLOSED,
  }));
  leaves.forEach((_, column) => {
    const row = placed.filter((p) => p.from <= column && p.to > column).length;
    cells.push({ row, column, rowSpan: depth - row, columnSpan: 1, open: CLOSED });
  });
  const ys: number[] = [];
  for (let row = 1; row < depth; row++) {
    const above = placed.filter((p) => (level.get(p.head) ?? 0) < row).map((p) => p.head.box[3]);
    ys.push(Math.max(...above) + 1);
  }
  return { cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column), ys, depth };
}

/** pt. How far a parent's middle may lie from the middle of the columns it heads. */
const OFF_CENTRE = 8;
/** pt. Runs of columns whose middles differ by less are as likely: the longer one is meant. */
const SAME_CENTRE = 3;

interface Placed {
  readonly head: Head;
  readonly from: number;
  readonly to: number;
}

/** The run of at least two leaves below a head whose middle is the head's own; of equals the longest. */
function placeParent(head: Head, { xs, leaves, parents }: Columns): Placed | null {
  let best: (Placed & { off: number }) | null = null;
  for (let from = 0; from < leaves.length - 1; from++) {
    for (let to = from + 2; to <= leaves.length; to++) {
      const run = leaves.slice(from, to);
      const [left, right] = [xs[from] ?? 0, xs[to] ?? 0];
      const off = Math.abs((left + right) / 2 - centre(head));
      if (off > OFF_CENTRE || head.box[0] < left - 1 || head.box[2] > right + 1 || !standBelow(run, head, parents)) continue;
      const longer = best === null || to - from > best.to - best.from;
      if (best === null || off < best.off - SAME_CENTRE || (off < best.off + SAME_CENTRE && longer)) best = { head, from, to, off };
    }
  }
  return best;
}

/** All below the head, and on one level, unless a head between explains why some stand lower. */
function standBelow(run: readonly Head[], head: Head, parents: readonly Head[]): boolean {
  if (run.some((leaf) => leaf.box[1] < head.box[3] - 1)) return false;
  const middles = run.map(middle);
  const level = Math.max(...middles) - Math.min(...middles) <= SAME_CENTRE;
  const [first, last] = [run[0], run.at(-1)];
  if (level || !first || !last) return true;
  return parents.some((p) => p !== head && p.box[1] >= head.box[3] - 1 && centre(p) > first.box[0] && centre(p) < last.box[2]);
}

/** Half-way between the ink of neighbouring rows. */
function rowBoundaries(region: Region, rows: readonly RowLines[]): number[] {
  const boxes: Box[] = rows.map((lines) => union(lines.map((l) => l.box)));
  const head = region.header.length > 0 ? union(region.header.map((l) => l.box))[3] : (boxes[0]?.[1] ?? 0) - 2 * MARGIN;
  const ys = boxes.map((box, i) => ((boxes[i - 1]?.[3] ?? head) + box[1]) / 2);
  return [...ys, (boxes.at(-1)?.[3] ?? head) + MARGIN];
}

/** One cell a column; a text that runs over a boundary is one merged cell. */
function rowCells(lines: RowLines, row: number, xs: readonly number[]): LatticeCell[] {
  const joined = xs.map(() => false);
  for (const segment of lines.flatMap(lineToSegments)) {
    const [from, to] = [spanAt(xs, segment.box[0] + 1), spanAt(xs, segment.box[2] - 1)];
    if (from >= 0 && to > from) for (let c = from + 1; c <= to; c++) joined[c] = true;
  }
  const cells: LatticeCell[] = [];
  for (let column = 0; column < xs.length - 1; column++) {
    const last = cells.at(-1);
    if (joined[column] && last) cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    else cells.push({ row, column, rowSpan: 1, columnSpan: 1, open: CLOSED });
  }
  return cells;
}
