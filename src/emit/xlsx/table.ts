import type { DocumentFamily } from '../../../extractors/family.js';
import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { say } from '../../base/language.js';
import type { SumOfCells } from '../../model/sums.js';
import { type GridPosition, type PositionOf, positionsOf } from '../grid/positions.js';
import { headerRows, printedValues } from '../grid/printed.js';
import { notesBelow } from '../words.js';
import { addressOf } from '../workbook/address.js';
import type { Worksheet } from '../workbook/sheet.js';
import type { CellNote } from './cell-notes.js';
import { TITLE, TITLE_HEIGHT, TITLE_SCALE, textCell } from './cells.js';
import { checkCells, columnWidths, gridRows, type RowToFill } from './grid.js';
import { linesOf, rowHeight, sum, widthFor } from './layout.js';
import { recalculationsOf } from './recalculation.js';
import { recalculationColumns } from './recalculation-columns.js';

/** Rows above the grid: title, and number, department, unit. */
const ABOVE = 2;

/** A table with what its sheet is made from. */
export interface LaidOutTable {
  readonly table: DisclosureTable;
  /** Rows of its grid that are its header. */
  readonly header: number;
  /** The sheet's. */
  readonly name: string;
  readonly values: ReadonlyMap<DisclosureGridCell, DisclosureValue>;
  readonly positionOf: PositionOf;
}

/** @throws Error where cells of the table's grid overlap or lie outside of it */
export function layOut(table: DisclosureTable, name: string, family: DocumentFamily): LaidOutTable {
  checkCells(table);
  const values = printedValues(table);
  return { table, header: headerRows(table, values, family), name, values, positionOf: positionsOf(table, values) };
}

/** Where a cell of the table stands on its sheet; the first cell of the sheet for one that the grid does not show. */
export function sheetAddress({ positionOf }: LaidOutTable, row: number | null, column: string | null): string {
  const position = positionOf(row, column);
  return addressOf(position ? inSheet(position) : { row: 0, column: 0 });
}

const inSheet = <Position extends GridPosition>(position: Position): Position => ({ ...position, row: position.row + ABOVE });

/**
 * One table in its printed shape: title, number, department and unit above, notes below, header and all above it frozen; its totals
 * worked out again to the right.
 * @param sums those of this table
 */
export function tableSheet(
  { table, header, name, values }: LaidOutTable,
  sums: readonly SumOfCells[],
  notes: readonly CellNote[],
): Worksheet {
  const title = table.title ?? '';
  const subtitle = subtitleOf(table);
  const widths = widenTo(Math.max(widthFor(title) * TITLE_SCALE, widthFor(subtitle)), columnWidths(table, header));
  const rows: RowToFill[] = [
    { height: TITLE_HEIGHT, cells: [{ ...textCell(title, { ...TITLE, horizontal: 'center' }), columnSpan: widths.length }] },
    lineRow(subtitle, widths),
    ...gridRows(table, values, header, widths),
    ...notesBelow(table).map((note) => lineRow(note, widths)),
  ];
  const beside = recalculationColumns(recalculationsOf(table, sums, values), {
    above: ABOVE,
    header: ABOVE + header,
    columns: widths.length,
    titleOf: (column) => headOf(table, values, column),
  });
  beside.addTo(rows);
  return {
    name,
    rows,
    widths: [...widths, ...beside.widths],
    // On paper the table is what is looked at; what is worked out again beside it would halve its letters.
    ...(beside.widths.length > 0 && { printedColumns: widths.length }),
    frozenRows: header > 0 ? ABOVE + header : 0,
    gridLines: false,
    landscape: true,
    colourRules: beside.colourRules,
    notes: notes.map(inSheet),
  };
}

/** What heads the values in a column of the grid. */
function headOf(table: DisclosureTable, values: LaidOutTable['values'], column: number): string {
  const printed = new Set([...values].filter(([cell]) => cell.column === column).map(([, value]) => value));
  const key = table.rows.flatMap(({ cells }) => Object.entries(cells)).find(([, value]) => printed.has(value))?.[0] ?? '';
  const path = table.columns.find((candidate) => candidate.key === key)?.path ?? [];
  return path.slice(-2).join(' / ') || key;
}

function subtitleOf({ number, department, unit, pages }: DisclosureTable): string {
  const parts = [
    number,
    department && say(`部门：${department}`, `Department: ${department}`),
    unit && say(`单位：${unit}`, `Unit: ${unit}`),
    say(`原文第 ${pageRanges(pages)} 页`, `p. ${pageRanges(pages)} of the original`),
  ];
  return parts.filter(Boolean).join('　');
}

/** The same columns, all wider in proportion where together they are narrower than the head. */
function widenTo(needed: number, widths: readonly number[]): number[] {
  const factor = Math.max(1, needed / sum(widths));
  return widths.map((width) => Math.ceil(width * factor));
}

/** A line over all columns, as high as it needs to be. */
function lineRow(text: string, widths: readonly number[]): RowToFill {
  const cell = { ...textCell(text, { wrap: true, vertical: 'center' }), columnSpan: widths.length };
  return { height: rowHeight(linesOf(text, sum(widths))), cells: [cell] };
}

/** `9`, `9–11`, `9–11、13`. */
function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join('、');
}
