import type { CellObject, Row } from 'write-excel-file/node';
import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { amountCell, BORDER, type CellStyle, HEADING_FILL, textCell } from './cells.js';
import { emptyRow, linesOf, rowHeight, sum, widthFor } from './layout.js';
import { STATUS_COLOURS } from './status.js';

/** Characters. Wide enough for a small amount; a name wider than the last wraps. */
const NARROWEST = 6;
const WIDEST = 42;
/** Characters. A header wraps earlier, so that it does not make its amounts' column wide. */
const WIDEST_HEADER = 16;

const LABEL: CellStyle = { ...BORDER, align: 'left', indent: 1, alignVertical: 'center', wrap: true };
const AMOUNT: CellStyle = { ...LABEL, align: 'right', indent: 0 };
const HEADER: CellStyle = {
  ...BORDER,
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  fontWeight: 'bold',
  backgroundColor: HEADING_FILL,
};

/** The grid as rows of a sheet `widths.length` columns wide: merged as printed, amounts as numbers, everything else as text. */
export function gridRows(
  table: DisclosureTable,
  values: ReadonlyMap<DisclosureGridCell, DisclosureValue>,
  header: number,
  widths: number[],
): Row[] {
  const heights = rowHeights(table, widths);
  const rows: Row[] = heights.map(() => emptyRow(widths.length));
  const taken = new Set<number>();
  for (const cell of table.grid.cells) {
    claim(taken, cell, table);
    const row = rows[cell.row];
    if (row) row[cell.column] = sheetCell(cell, values.get(cell), cell.row < header, heights[cell.row] ?? 0);
  }
  return rows;
}

/** Characters per column, by the texts that stand in one column alone. A table without a grid has one. */
export function columnWidths(table: DisclosureTable, header: number): number[] {
  const widths = Array.from({ length: Math.max(1, table.grid.columns) }, () => NARROWEST);
  for (const cell of table.grid.cells.filter((candidate) => candidate.columnSpan === 1)) {
    const widest = cell.row < header ? WIDEST_HEADER : WIDEST;
    widths[cell.column] = Math.max(widths[cell.column] ?? 0, Math.min(widest, widthFor(cell.text)));
  }
  return widths;
}

function sheetCell(cell: DisclosureGridCell, value: DisclosureValue | undefined, isHeader: boolean, height: number): CellObject {
  const place: CellStyle = { rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, height };
  if (value === undefined) return textCell(cell.text, { ...(isHeader ? HEADER : LABEL), ...place });
  const backgroundColor = value.status === null ? null : STATUS_COLOURS[value.status];
  const style: CellStyle = { ...AMOUNT, ...place, ...(backgroundColor && { backgroundColor }) };
  const text = value.correction ? value.text : cell.text;
  return value.value === null ? textCell(text, style) : amountCell(value.value, text, style);
}

/** Two cells in one place would make a workbook that Excel calls damaged, or hide one of them. */
function claim(taken: Set<number>, cell: DisclosureGridCell, table: DisclosureTable): void {
  const { rows, columns } = table.grid;
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
      const where = `${table.title ?? table.form}, page ${cell.page}, row ${row}, column ${column}`;
      const place = row * columns + column;
      if (row >= rows || column >= columns) throw new Error(`Grid: a cell lies outside of its table (${where}).`);
      if (taken.has(place)) throw new Error(`Grid: two cells in one place (${where}).`);
      taken.add(place);
    }
  }
}

/** pt per grid row. Spreadsheets do not fit heights to merged cells, so every height is said. */
function rowHeights(table: DisclosureTable, widths: number[]): number[] {
  const lines = Array.from({ length: table.grid.rows }, () => 1);
  const shortestFirst = table.grid.cells.toSorted((a, b) => a.rowSpan - b.rowSpan);
  for (const { row, column, rowSpan, columnSpan, text } of shortestFirst) {
    const needed = linesOf(text, sum(widths.slice(column, column + columnSpan)));
    const missing = needed - sum(lines.slice(row, row + rowSpan));
    const last = row + rowSpan - 1;
    if (missing > 0) lines[last] = (lines[last] ?? 0) + missing;
  }
  return lines.map(rowHeight);
}
