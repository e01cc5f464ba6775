import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { sortBy } from '../../base/group.js';
import { at, must } from '../../base/invariant.js';
import type { CellStyle, SheetCell } from '../workbook/sheet.js';
import { amountCell, BORDER, HEADING_FILL, textCell } from './cells.js';
import { INSET, linesOf, rowHeight, sum, widthFor } from './layout.js';
import { STATUS_COLOURS } from './status.js';

/** Characters. Wide enough for a small amount; a name wider than the last wraps. */
const NARROWEST = 6;
const WIDEST = 42;
/** Characters. A header wraps earlier, so that it does not make its amounts' column wide. */
const WIDEST_HEADER = 16;
/** Characters. A sheet that is wider is not widened for long texts: on A4 across its letters would be too small. */
const WIDEST_SHEET = 180;
/** Lines that a long text may take before its columns are widened. */
const FEW_LINES = 4;

const CENTRED: CellStyle = { ...BORDER, vertical: 'center', wrap: true };
const LABEL: CellStyle = { ...CENTRED, horizontal: 'left', indent: 1 };
const AMOUNT: CellStyle = { ...CENTRED, horizontal: 'right' };
const AMOUNT_OF_STATUS: ReadonlyMap<string, CellStyle> = new Map(
  Object.entries(STATUS_COLOURS).map(([status, fill]) => [status, fill === null ? AMOUNT : { ...AMOUNT, fill }]),
);
const HEADER: CellStyle = { ...CENTRED, horizontal: 'center', bold: true, fill: HEADING_FILL };

/** Letters before any digit. */
const WORDS = /^\D*\p{L}{2}/u;

/** A row of a sheet while it is filled. */
export interface RowToFill {
  readonly height: number;
  readonly cells: (SheetCell | null)[];
}

/** The grid as rows of a sheet `widths.length` columns wide: merged as printed, amounts as numbers, everything else as text. */
export function gridRows(
  table: DisclosureTable,
  values: ReadonlyMap<DisclosureGridCell, DisclosureValue>,
  header: number,
  widths: readonly number[],
): RowToFill[] {
  const rows = rowHeights(table, widths).map((height): RowToFill => ({ height, cells: widths.map(() => null) }));
  for (const cell of table.grid.cells) {
    at(rows, cell.row).cells[cell.column] = sheetCell(cell, values.get(cell), cell.row < header);
  }
  return rows;
}

/**
 * Characters per column, by the texts that stand in one column alone; then wider where a long text, such as the goals and the
 * reasons of 绩效 forms, would stand in a tall and narrow cell, merged or not, as far as the sheet has room. A table without a grid has one.
 */
export function columnWidths({ grid }: DisclosureTable, header: number): number[] {
  const widths = Array.from({ length: Math.max(1, grid.columns) }, () => NARROWEST);
  for (const cell of grid.cells.filter(({ columnSpan }) => columnSpan === 1)) {
    const widest = cell.row < header ? WIDEST_HEADER : WIDEST;
    widen(widths, cell, Math.min(widest, widthFor(cell.text)));
  }
  const slenderness = (cell: DisclosureGridCell) => linesOf(cell.text, widthOf(widths, cell)) / widthOf(widths, cell);
  const tall = grid.cells.filter((cell) => linesOf(cell.text, widthOf(widths, cell)) > FEW_LINES);
  for (const cell of sortBy(tall, (each) => [-slenderness(each)])) {
    const room = WIDEST_SHEET - sum(widths) + widthOf(widths, cell);
    widen(widths, cell, Math.min(room, widthFor(cell.text) / FEW_LINES + INSET));
  }
  return widths.map(Math.ceil);
}

const widthOf = (widths: readonly number[], { column, columnSpan }: DisclosureGridCell): number =>
  sum(widths.slice(column, column + columnSpan));

/** Makes the columns of a cell wider, all by the same, where together they are narrower than `needed`. */
function widen(widths: number[], cell: DisclosureGridCell, needed: number): void {
  const missing = needed - widthOf(widths, cell);
  if (missing <= 0) return;
  for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
    widths[column] = at(widths, column) + missing / cell.columnSpan;
}

function sheetCell(cell: DisclosureGridCell, value: DisclosureValue | undefined, isHeader: boolean): SheetCell {
  const { rowSpan, columnSpan } = cell;
  if (value === undefined) return { ...textCell(cell.text, isHeader ? HEADER : LABEL), rowSpan, columnSpan };
  const style = value.status === null ? AMOUNT : must(AMOUNT_OF_STATUS.get(value.status), 'the look of a status');
  const text = value.correction ? value.text : cell.text;
  // An indicator, a reason: words are read from the left.
  if (value.status === null && WORDS.test(text)) return { ...textCell(text, LABEL), rowSpan, columnSpan };
  return { ...(value.value === null ? textCell(text, style) : amountCell(value.value, text, style)), rowSpan, columnSpan };
}

/** Two cells in one place would make a workbook that Excel calls damaged, or hide one of them. @throws Error with the place */
export function checkCells({ grid, title, form }: DisclosureTable): void {
  const taken = new Set<number>();
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const where = `${title ?? form}, page ${cell.page}, row ${row}, column ${column}`;
        const place = row * grid.columns + column;
        if (row >= grid.rows || column >= grid.columns) throw new Error(`Grid: a cell lies outside of its table (${where}).`);
        if (taken.has(place)) throw new Error(`Grid: two cells in one place (${where}).`);
        taken.add(place);
      }
    }
  }
}

/** pt per grid row. Spreadsheets do not fit heights to merged cells, so every row has its height. */
function rowHeights(table: DisclosureTable, widths: readonly number[]): number[] {
  const lines = Array.from({ length: table.grid.rows }, () => 1);
  const shortestFirst = table.grid.cells.toSorted((a, b) => a.rowSpan - b.rowSpan);
  for (const { row, column, rowSpan, columnSpan, text } of shortestFirst) {
    const needed = linesOf(text, sum(widths.slice(column, column + columnSpan)));
    const missing = needed - sum(lines.slice(row, row + rowSpan));
    const last = row + rowSpan - 1;
    if (missing > 0) lines[last] = at(lines, last) + missing;
  }
  return lines.map(rowHeight);
}
