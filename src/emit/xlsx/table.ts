import type { CellObject, Row, Sheet } from 'write-excel-file/node';
import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { amountCell, BORDER, type CellStyle, HEADING_FILL, ORANGE, textCell, YELLOW } from './cells.js';
import { emptyRow, linesOf, rowHeight, widestLine } from './layout.js';
import { headerRows, printedValues } from './printed.js';

/** Characters. Wide enough for a small amount; a name wider than the last wraps. */
const NARROWEST = 6;
const WIDEST = 42;
/** Characters. A header wraps earlier, so that it does not make its amounts' column wide. */
const WIDEST_HEADER = 16;
/** Characters, left and right of the text. */
const MARGIN = 2;

const HEADER: CellStyle = {
  ...BORDER,
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  fontWeight: 'bold',
  backgroundColor: HEADING_FILL,
};
const LABEL: CellStyle = { ...BORDER, alignVertical: 'center', wrap: true };
const AMOUNT: CellStyle = { ...BORDER, align: 'right', alignVertical: 'center' };
const TITLE: CellStyle = { fontSize: 14, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true };
const NOTE: CellStyle = { alignVertical: 'top', wrap: true };

/** Values a reader must not take on trust stand out. */
const DOUBTFUL: Partial<Record<string, string>> = { contradicted: ORANGE, unreadable: YELLOW };

/** One table in its printed shape: title, department and unit above, notes below, header and all above it frozen. */
export function tableSheet(table: DisclosureTable, name: string): Sheet<never> {
  const columns = Math.max(2, table.grid.columns);
  const values = printedValues(table);
  const header = headerRows(table, values);
  const widths = columnWidths(table, header, columns);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const head = headLines(table, columns);
  const notes = noteLines(table).map((note) => [
    textCell(note, { ...NOTE, columnSpan: columns, height: rowHeight(linesOf(note, total)) }),
    ...emptyRow(columns - 1),
  ]);
  return {
    sheet: name,
    data: [...head, ...gridRows(table, values, header, widths), ...notes],
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape',
    showGridLines: false,
    ...(header > 0 && { stickyRowsCount: head.length + header }),
  };
}

/** The title, and a line with the department on the left and number, unit and pages on the right. */
function headLines(table: DisclosureTable, columns: number): Row[] {
  const left = Math.ceil(columns / 2);
  const department = table.department === null ? '' : `部门：${table.department}`;
  const unit = table.unit === null ? '' : `单位：${table.unit}`;
  const right = [table.number, unit, `原文第 ${pageRanges(table.pages)} 页`].filter(Boolean).join('　');
  return [
    [textCell(table.title ?? '', { ...TITLE, columnSpan: columns, height: 27 }), ...emptyRow(columns - 1)],
    [
      textCell(department, { columnSpan: left, wrap: true, height: rowHeight(1) }),
      ...emptyRow(left - 1),
      textCell(right, { columnSpan: columns - left, align: 'right', wrap: true }),
      ...emptyRow(columns - left - 1),
    ],
  ];
}

function noteLines(table: DisclosureTable): string[] {
  const statement = table.empty?.statement ?? null;
  return statement === null || table.notes.includes(statement) ? table.notes : [...table.notes, statement];
}

function gridRows(table: DisclosureTable, values: Map<DisclosureGridCell, DisclosureValue>, header: number, widths: number[]): Row[] {
  const heights = gridHeights(table, widths);
  const rows: Row[] = heights.map(() => emptyRow(widths.length));
  const taken = new Set<number>();
  for (const cell of table.grid.cells) {
    claim(taken, cell, table);
    const row = rows[cell.row];
    if (row) row[cell.column] = gridCell(cell, values.get(cell), cell.row < header, heights[cell.row] ?? 0);
  }
  return rows;
}

function gridCell(cell: DisclosureGridCell, value: DisclosureValue | undefined, isHeader: boolean, height: number): CellObject {
  const place: CellStyle = { rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, height };
  if (value === undefined) return textCell(cell.text, { ...(isHeader ? HEADER : LABEL), ...place });
  const backgroundColor = DOUBTFUL[value.status ?? ''];
  const style: CellStyle = { ...AMOUNT, ...place, ...(backgroundColor && { backgroundColor }) };
  return value.value === null ? textCell(cell.text, style) : amountCell(value.value, cell.text, style);
}

/** Two cells in one place would make a workbook that Excel calls damaged, or hide one of them. */
function claim(taken: Set<number>, cell: DisclosureGridCell, table: DisclosureTable): void {
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
      const place = row * table.grid.columns + column;
      const where = `${table.title ?? table.form}, page ${cell.page}, row ${row}, column ${column}`;
      if (row >= table.grid.rows || column >= table.grid.columns) throw new Error(`Grid: a cell lies outside of its table (${where}).`);
      if (taken.has(place)) throw new Error(`Grid: two cells in one place (${where}).`);
      taken.add(place);
    }
  }
}

/** Characters per column, by the texts that stand in one column alone. */
function columnWidths(table: DisclosureTable, header: number, columns: number): number[] {
  const widths = Array.from({ length: columns }, () => NARROWEST);
  for (const cell of table.grid.cells.filter((candidate) => candidate.columnSpan === 1)) {
    const widest = cell.row < header ? WIDEST_HEADER : WIDEST;
    widths[cell.column] = Math.max(widths[cell.column] ?? 0, Math.min(widest, widestLine(cell.text) + MARGIN));
  }
  return widths;
}

/** pt per grid row. Spreadsheets do not fit heights to merged cells, so every height is said. */
function gridHeights(table: DisclosureTable, widths: number[]): number[] {
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

/** `9`, `9–11`, `9–11、13`. */
function pageRanges(pages: number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join('、');
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
