import { at } from '../base/invariant.js';
import { CODE_DIGITS, ordinalRank, TOTAL } from '../base/patterns.js';
import { squeeze } from '../base/text.js';
import type { Cell, Grid } from '../model/grid.js';
import { appendBeside, fitsBeside } from './beside.js';
import { continuesCaption, isContinuationLine, repeatsCaption } from './continuation.js';
import {
  type GrowingTable,
  isTitle,
  lastPageOf,
  repeatedRows,
  SAME_BOUNDARY,
  startsWithTitle,
  startTable,
  type TablePart,
} from './growing-table.js';
import { endsOf, nearestIndex } from './lattice.js';
import { mergeCells } from './merge.js';
import { BLOCKS_TITLE, INDICATOR_HEAD } from './ruleless/words.js';

/** Share of a part's boundaries that must meet one of the table's. */
const MATCHING = 0.8;
/** Share of the table's columns a part must still show: code columns may vanish on a continuation, and all of them in a last row of totals. */
const SHOWN = 0.5;

/** Parts of tables on successive pages → one grid for each table, with repeated headers once. */
export function stitchGrids(parts: readonly TablePart[]): Grid[] {
  const tables: GrowingTable[] = [];
  for (const part of parts.map(withMarkAbove)) {
    const last = tables.at(-1);
    const shift = last ? shiftOnto(last, part) : null;
    if (last && shift !== null && continues(last, part)) appendBelow(last, part, shift);
    else if (last && fitsBeside(last, part)) appendBeside(last, part);
    else tables.push(startTable(part));
  }
  return tables.map(toGrid);
}

/** A part whose first row says nothing but that the table goes on, without it: on a scan a line above may close the row to one. */
function withMarkAbove(part: TablePart): TablePart {
  const { grid, above } = part;
  const own = grid.cells.filter(({ row, text }) => row === 0 && text !== '');
  const [mark] = own;
  const isMark =
    mark !== undefined && own.length === 1 && mark.rowSpan === 1 && mark.lines.length > 0 && mark.lines.every(isContinuationLine);
  if (!isMark || grid.ys.length < 3) return part;
  const cells = grid.cells.filter(({ row, rowSpan }) => row + rowSpan > 1);
  const moved = cells.map((cell) => (cell.row === 0 ? { ...cell, rowSpan: cell.rowSpan - 1 } : { ...cell, row: cell.row - 1 }));
  return { ...part, grid: { ...grid, ys: grid.ys.slice(1), cells: moved }, above: [...above, ...mark.lines] };
}

/** A part as a table of its own. */
export const partToGrid = (part: TablePart): Grid => toGrid(startTable(part));

const toGrid = ({ xs, rows, cells, pages, above, below, inferred }: GrowingTable): Grid => ({
  rows,
  columns: xs.length - 1,
  cells,
  pages,
  above,
  below,
  ...(inferred !== undefined && { inferred }),
});

/** pt to add to the part's boundaries so that they lie on the table's; null where its columns are others. */
function shiftOnto(table: GrowingTable, { grid: part }: TablePart): number | null {
  const [left, right] = endsOf(table.xs);
  const [partLeft, partRight] = endsOf(part.xs);
  if (Math.abs(right - left - (partRight - partLeft)) > 2 * SAME_BOUNDARY) return null;
  const shift = left - partLeft;
  const met = part.xs.filter((x) => table.xs.some((t) => Math.abs(t - x - shift) <= SAME_BOUNDARY)).length;
  const enough = met >= part.xs.length * MATCHING && part.xs.length - 1 >= (table.xs.length - 1) * SHOWN;
  return enough || (met === part.xs.length && isRowOfTotals(part)) || beginsIndicators(table, part) ? shift : null;
}

/** Rows at the top of a part in which the heads of indicators stand: 绩效指标 may run above them from side to side. */
const HEAD_ROWS = 2;

/**
 * The indicators of a 绩效 table, whose columns are others than those above: the page ended between the two. Below a title that says 绩效 it
 * may have ended before, amid the money or the goals.
 */
function beginsIndicators(table: GrowingTable, { cells }: TablePart['grid']): boolean {
  const isHead = ({ text }: Cell) => INDICATOR_HEAD.test(squeeze(text));
  const rows = table.above.some(({ text }) => BLOCKS_TITLE.test(squeeze(text))) ? Number.POSITIVE_INFINITY : HEAD_ROWS;
  return cells.filter((cell) => cell.row < rows && isHead(cell)).length > 1 && !table.cells.some(isHead);
}

/** One row of totals, whose names are merged over the columns. */
const isRowOfTotals = ({ cells, ys }: TablePart['grid']): boolean => ys.length === 2 && cells.some(({ text }) => TOTAL.test(squeeze(text)));

/** Does this part go on with the table? Nothing stands between them, or 续表 does, or the same title with the same header or with none. */
function continues(table: GrowingTable, part: TablePart): boolean {
  if (part.grid.page !== lastPageOf(table) + 1) return false;
  if (!table.last.closesPage) return false;
  if (table.inferred !== undefined && table.inferred === part.grid.inferred) return true;
  if (startsWithTitle(part.grid)) return repeatsMoreThanTitles(table, part);
  if (part.opensPage || continuesCaption(part.above, table.above)) return true;
  if (!repeatsCaption(part.above, table.above)) return false;
  return repeatedRows(table.cells, part.grid) > 0 || (part.above.some(isTitle) && beginsAmidRows(table, part.grid));
}

/** Whatever table begins under the same title begins with the same words. What has none of them goes on. */
function beginsAmidRows({ cells }: GrowingTable, { cells: part }: TablePart['grid']): boolean {
  const head = new Set(wordsOfFirstRow(cells));
  const own = wordsOfFirstRow(part);
  return head.size > 0 && own.length > 0 && !own.some((words) => head.has(words));
}

const wordsOfFirstRow = (cells: readonly Cell[]): string[] =>
  cells.flatMap(({ row, text }) => (row === 0 && text !== '' ? [squeeze(text)] : []));

/** A title inside the grid begins the same table again only where the header below it does too. */
function repeatsMoreThanTitles(table: GrowingTable, { grid }: TablePart): boolean {
  const repeated = repeatedRows(table.cells, grid);
  return grid.cells.some((c) => c.row < repeated && c.text !== '' && c.columnSpan < grid.xs.length - 1);
}

/** Adds a part below the table, without the rows that repeat its header. */
function appendBelow(table: GrowingTable, part: TablePart, shift: number): void {
  const { grid } = part;
  const skip = repeatedRows(table.cells, grid);
  const columns = columnMap(table, grid.xs, shift);
  const offset = table.rows - skip;
  const placed = grid.cells
    .filter((c) => c.row + c.rowSpan > skip)
    .map((c): Cell => {
      const top = Math.max(c.row, skip);
      const [from, to] = [at(columns, c.column), at(columns, c.column + c.columnSpan)];
      const kept = c.row < skip ? withoutText(c) : c;
      return { ...kept, row: top + offset, rowSpan: c.row + c.rowSpan - top, column: from, columnSpan: to - from };
    });
  const body = joinNarrowCells(placed);
  const isBroken = goesOn(table, body);
  if (isBroken) joinBrokenRow(table, body);
  else table.cells.push(...body);
  table.rows += grid.ys.length - 1 - skip - (isBroken ? 1 : 0);
  table.pages.push(grid.page);
  table.parts.push({ ys: grid.ys, skip, offset: isBroken ? offset - 1 : offset });
  table.below = part.below;
  table.last = part;
  table.shift = shift;
}

/** A cell that reaches down from a repeated header: its text stands in the header already. */
const withoutText = (cell: Cell): Cell => ({ ...cell, text: '', lines: [], ink: null, illegible: false });

/** A cell whose sides lie on one boundary of the table is no cell there: it is dropped, or its text goes on in the cell left of it. */
function joinNarrowCells(cells: readonly Cell[]): Cell[] {
  const wide = cells.filter((c) => c.columnSpan > 0);
  for (const narrow of cells.filter((c) => c.columnSpan < 1 && c.text !== '')) {
    const isLeft = (c: Cell) => c.column + c.columnSpan === narrow.column && c.row <= narrow.row && narrow.row < c.row + c.rowSpan;
    const index = wide.findIndex(isLeft);
    const left = wide[index];
    if (left) wide[index] = mergeCells(left, narrow);
    else wide.push({ ...narrow, column: Math.max(0, narrow.column - 1), columnSpan: 1 });
  }
  return wide;
}

/**
 * For each boundary of the part the index of the table's. The ends are the table's ends; a boundary between that the table lacks
 * is put in and its cells widened.
 */
function columnMap(table: GrowingTable, xs: readonly number[], shift: number): number[] {
  for (const x of xs.slice(1, -1).map((x) => x + shift)) {
    if (table.xs.some((t) => Math.abs(t - x) <= SAME_BOUNDARY)) continue;
    const index = table.xs.findIndex((t) => t > x);
    table.xs.splice(index, 0, x);
    table.cells = table.cells.map((c) => {
      if (c.column >= index) return { ...c, column: c.column + 1 };
      return c.column + c.columnSpan >= index ? { ...c, columnSpan: c.columnSpan + 1 } : c;
    });
  }
  const last = table.xs.length - 1;
  return xs.map((x, i) => (i === 0 ? 0 : i === xs.length - 1 ? last : nearestIndex(table.xs, x + shift)));
}

/** Share of the em left at a cell's right side by a line that wrapped there. */
const WRAPPED = 1.3;

/** A figure, or a share in percent. */
const NUMBER = /^[\d.,%％-]+$/;

const CODE = new RegExp(`^${CODE_DIGITS}$`, 'u');

/**
 * Is the part's first row the rest of the table's last? It holds no number and no name with an ordinal, the last row holds a number, and each
 * text of the first goes on below a line that ran to the end of its cell; or it is the short end of a name alone, below a row that has a
 * code, as every row has there.
 */
function goesOn(table: GrowingTable, body: readonly Cell[]): boolean {
  const rest = body.filter((c) => c.row === table.rows && c.text !== '');
  const last = table.cells.filter((c) => c.row + c.rowSpan === table.rows && c.text !== '');
  const isNumber = (c: Cell) => NUMBER.test(c.text);
  const beginsLine = (c: Cell) => ordinalRank(squeeze(c.text)) > 0;
  if (rest.length === 0 || rest.some((c) => isNumber(c) || beginsLine(c)) || !last.some(isNumber)) return false;
  const above = (c: Cell) => last.find((l) => l.column === c.column && l.columnSpan === c.columnSpan);
  const [end] = rest;
  const isEndOfName = rest.length === 1 && end !== undefined && end.text.length < (above(end)?.text.length ?? 0);
  if (isEndOfName && last.some(({ text }) => CODE.test(squeeze(text)))) return true;
  return rest.every((c) => {
    const before = above(c);
    const line = before?.lines.at(-1);
    const side = at(table.xs, c.column + c.columnSpan) - table.shift;
    return line !== undefined && side - line.box[2] < WRAPPED * line.size;
  });
}

/** The rest's texts go on in the cells they continue; a cell that reaches further down keeps doing so. */
function joinBrokenRow(table: GrowingTable, body: readonly Cell[]): void {
  for (const rest of body.filter((c) => c.row === table.rows)) {
    const index = table.cells.findIndex((c) => c.row + c.rowSpan === table.rows && c.column === rest.column);
    const before = table.cells[index];
    if (before && before.columnSpan === rest.columnSpan) table.cells[index] = mergeCells(before, { ...rest, row: rest.row - 1 });
    else if (rest.rowSpan > 1) table.cells.push({ ...rest, rowSpan: rest.rowSpan - 1 });
  }
  table.cells.push(...body.filter((c) => c.row > table.rows).map((c) => ({ ...c, row: c.row - 1 })));
}
