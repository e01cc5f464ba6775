import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { at, must } from '../../base/invariant.js';
import type { CellStyle, SheetCell } from '../workbook/sheet.js';
import { amountCell, BORDER, HEADING_FILL, textCell } from './cells.js';
import { linesOf, rowHeight, sum, widthFor } from './layout.js';
import { STATUS_COLOURS } from './status.js';

/** Characters. Wide enough for a small amount; a name wider than the last wraps. */
const NARROWEST = 6;
const WIDEST = 42;
/** Characters. A header wraps earlier, so that it does not make its amounts' column wide. */
const WIDEST_HEADER = 16;

const CENTRED: CellStyle = { ...BORDER, vertical: 'center', wrap: true };
const LABEL: CellStyle = { ...CENTRED, horizontal: 'left', indent: 1 };
const AMOUNT: CellStyle = { ...CENTRED, horizontal: 'right' };
const AMOUNT_OF_STATUS: ReadonlyMap<string, CellStyle> = new Map(
  Object.entries(STATUS_COLOURS).map(([status, fill]) => [status, fill === null ? AMOUNT : { ...AMOUNT, fill }]),
);
const HEADER: CellStyle = { ...CENTRED, horizontal: 'center', bold: true, fill: HEADING_FILL };

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

/** Characters per column, by the texts that stand in one column alone. A table without a grid has one. */
export function columnWidths(table: DisclosureTable, header: number): number[] {
  const widths = Array.from({ length: Math.max(1, table.grid.columns) }, () => NARROWEST);
  for (const cell of table.grid.cells.filter((candidate) => candidate.columnSpan === 1)) {
    const widest = cell.row < header ? WIDEST_HEADER : WIDEST;
    widths[cell.column] = Math.max(at(widths, cell.column), Math.min(widest, widthFor(cell.text)));
  }
  return widths;
}

function sheetCell(cell: DisclosureGridCell, value: DisclosureValue | undefined, isHeader: boolean): SheetCell {
  const { rowSpan, columnSpan } = cell;
  if (value === undefined) return { ...textCell(cell.text, isHeader ? HEADER : LABEL), rowSpan, columnSpan };
  const style = value.status === null ? AMOUNT : must(AMOUNT_OF_STATUS.get(value.status), 'the look of a status');
  const text = value.correction ? value.text : cell.text;
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
