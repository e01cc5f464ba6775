import { at } from '../../base/invariant.js';
import { boxAround, middleX } from '../../model/box.js';
import type { TextLine } from '../../model/page.js';
import type { Edge } from '../edges.js';
import { type Lattice, spanAt } from '../lattice.js';
import { CELL_PADDING, OVERRUN, rowBoundaries, rowCells } from './body-cells.js';
import { linesToRows, type RowLines } from './body-rows.js';
import { type HeaderCells, headerCells } from './header-cells.js';
import { type RulelessColumns, regionToColumns } from './header-columns.js';
import { lineToSegments } from './segments.js';
import { linesToRegions, type TextRegion } from './text-regions.js';

/** A ruleless table found on a page, and whether the next page may go on with it. */
interface RulelessTable {
  readonly lattice: Lattice;
  readonly columns: RulelessColumns;
  readonly open: boolean;
}

/**
 * Tables without vertical rules: three-line tables, horizontal rules only, none at all. Columns come from the header's words and
 * 栏次 numbers and from the body's white gaps, rows from codes, numbers and baselines.
 * @param rules the page's horizontal rules
 * @param before the columns of a table that ran to the end of the page before
 * @param tops pt, where the page's ruled grids begin
 */
export function linesToTables(
  lines: readonly TextLine[],
  rules: readonly Edge[],
  before: RulelessColumns | null,
  tops: readonly number[] = [],
): RulelessTable[] {
  return linesToRegions(lines, before !== null && tops.length === 0, tops).flatMap((region): RulelessTable[] => {
    const columns = columnsOf(region, rules, before);
    if (!columns || !fits(region.body, columns)) return [];
    return [{ lattice: toLattice(region, columns, rulesOf(region, rules)), columns, open: region.open }];
  });
}

/** Columns from the region's own header; a continuation that repeats the header, or prints none, keeps those of the page before. */
function columnsOf(region: TextRegion, rules: readonly Edge[], before: RulelessColumns | null): RulelessColumns | null {
  if (region.header.length === 0) return before;
  const own = regionToColumns(region, tableWidth(region, rules));
  if (!own || !before || !haveSameWords(own.leaves, before.leaves)) return own;
  const shifts = own.leaves.map((leaf, i) => middleX(leaf) - middleX(at(before.leaves, i)));
  const shift = shifts.reduce((sum, each) => sum + each, 0) / shifts.length;
  return { ...own, xs: before.xs.map((x) => x + shift) };
}

const haveSameWords = (a: RulelessColumns['leaves'], b: RulelessColumns['leaves']): boolean =>
  a.length === b.length && a.every(({ text }, i) => text === at(b, i).text);

/** Left and right end: of the rules that run across the region, else of its ink and of the unit line above it. */
function tableWidth(region: TextRegion, rules: readonly Edge[]): readonly [number, number] {
  const across = rulesOf(region, rules);
  if (across.length > 0) return [Math.min(...across.map((r) => r.from)), Math.max(...across.map((r) => r.to))];
  const { caption } = region;
  const [left, , right] = boxAround([...(caption ? [caption] : []), ...tableLines(region)].map((l) => l.box));
  return caption ? [left, right] : [left - CELL_PADDING, right + CELL_PADDING];
}

/** pt. How far above the first and below the last line of a table its rules may stand. */
const NEAR = 12;
/** Share of a table's width that a rule of the table has. */
const ACROSS = 0.8;

/** The horizontal rules of a region: those that run across most of it. */
function rulesOf(region: TextRegion, rules: readonly Edge[]): Edge[] {
  const [left, top, right, bottom] = boxAround(tableLines(region).map((l) => l.box));
  return rules.filter((r) => r.at > top - NEAR && r.at < bottom + NEAR && r.to - r.from > (right - left) * ACROSS);
}

/** All lines of the table itself, top to bottom. */
const tableLines = ({ header, ordinals, body }: TextRegion): TextLine[] => [...header, ...(ordinals ? [ordinals] : []), ...body];

/** Share of the body's segments that may run over a boundary, and how many may in any case: merged labels. */
const STRAY = 0.1;
const FEW_STRAY = 2;

/** Does the body keep to these columns? Columns that it does not keep to are none. */
function fits(body: readonly TextLine[], { xs }: RulelessColumns): boolean {
  const segments = body.flatMap(lineToSegments);
  const stray = segments.filter((s) => spanAt(xs, s.box[0] + OVERRUN) !== spanAt(xs, s.box[2] - OVERRUN));
  return stray.length <= Math.max(FEW_STRAY, segments.length * STRAY);
}

function toLattice(region: TextRegion, columns: RulelessColumns, rules: readonly Edge[]): Lattice {
  const header: HeaderCells = region.header.length > 0 ? headerCells(columns) : { cells: [], ys: [], depth: 0 };
  const bodyRows = linesToRows(
    region.body,
    rules.map((r) => r.at),
  );
  const rows: RowLines[] = [...(region.ordinals ? [[region.ordinals]] : []), ...bodyRows];
  return {
    xs: columns.xs,
    ys: [...header.ys, ...rowBoundaries(region, rows)],
    cells: [...header.cells, ...rows.flatMap((row, i) => rowCells(row, header.depth + i, columns.xs))],
  };
}
