import type { Row } from 'write-excel-file/node';
import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { addressOf, type Place, type PlaceOf, placesOf } from '../grid/places.js';
import { headerRows, printedValues } from '../grid/printed.js';
import { TITLE, TITLE_SCALE, textCell } from './cells.js';
import { columnWidths, gridRows } from './grid.js';
import { emptyRow, linesOf, rowHeight, sum, widthFor } from './layout.js';
import { recompute } from './recompute.js';
import type { Remark } from './remarks.js';
import type { ExtendedSheet } from './sheet.js';
import { sumsOf } from './sums.js';

/** Rows above the grid: title, and number, department, unit. */
const ABOVE = 2;

/** A table with what its sheet is made from. */
export interface LaidOut {
  readonly table: DisclosureTable;
  readonly index: number;
  readonly name: string;
  readonly values: ReadonlyMap<DisclosureGridCell, DisclosureValue>;
  readonly placeOf: PlaceOf;
}

export function layOut(table: DisclosureTable, index: number, name: string): LaidOut {
  const values = printedValues(table);
  return { table, index, name, values, placeOf: placesOf(table, values) };
}

/** Where a cell of the table stands on its sheet; the first cell of the sheet for one that the grid does not show. */
export function sheetAddress({ placeOf }: LaidOut, row: number | null, column: string | null): string {
  const place = placeOf(row, column);
  return place ? addressInSheet(place) : 'A1';
}

const addressInSheet = ({ row, column }: Place) => addressOf({ row: row + ABOVE, column });

/**
 * One table in its printed shape: title, number, department and unit above, notes below, header and all above it frozen; its totals
 * worked out again to the right.
 */
export function tableSheet({ table, index, name, values }: LaidOut, remarks: readonly Remark[]): ExtendedSheet {
  const header = headerRows(table, values);
  const title = table.title ?? '';
  const place = placeLine(table);
  const widths = widenTo(Math.max(widthFor(title) * TITLE_SCALE, widthFor(place)), columnWidths(table, header));
  const beside = recompute(sumsOf(table, index, values), {
    above: ABOVE,
    header: ABOVE + header,
    columns: widths.length,
    titleOf: (column) => headOf(table, values, column),
  });
  const data = [
    titleRow(title, widths),
    lineRow(place, widths),
    ...gridRows(table, values, header, widths),
    ...noteLines(table).map((note) => lineRow(note, widths)),
  ];
  beside.addTo(data);
  return {
    sheet: {
      sheet: name,
      data,
      columns: [...widths, ...beside.widths].map((width) => ({ width })),
      orientation: 'landscape',
      showGridLines: false,
      ...(beside.conditionalFormatting.length > 0 && { conditionalFormatting: beside.conditionalFormatting }),
      ...(header > 0 && { stickyRowsCount: ABOVE + header }),
    },
    extras: { formulas: beside.formulas, notes: new Map(remarks.map((remark) => [addressInSheet(remark), remark.text])) },
  };
}

/** What heads the values in a column of the grid. */
function headOf(table: DisclosureTable, values: LaidOut['values'], column: number): string {
  const printed = new Set([...values].filter(([cell]) => cell.column === column).map(([, value]) => value));
  const key = table.rows.flatMap(({ cells }) => Object.entries(cells)).find(([, value]) => printed.has(value))?.[0];
  return (
    table.columns
      .find((candidate) => candidate.key === key)
      ?.path.slice(-2)
      .join(' / ') ||
    (key ?? '')
  );
}

function placeLine({ number, department, unit, pages }: DisclosureTable): string {
  const parts = [number, department && `部门：${department}`, unit && `单位：${unit}`, `原文第 ${pageRanges(pages)} 页`];
  return parts.filter(Boolean).join('　');
}

/** The empty table's statement is often one of its notes already. */
function noteLines({ empty, notes }: DisclosureTable): string[] {
  const statement = empty?.statement ?? null;
  return statement === null || notes.includes(statement) ? notes : [...notes, statement];
}

/** The same columns, all wider in proportion where together they are narrower than the head. */
function widenTo(needed: number, widths: number[]): number[] {
  const factor = Math.max(1, needed / sum(widths));
  return widths.map((width) => Math.ceil(width * factor));
}

function titleRow(title: string, widths: number[]): Row {
  return [textCell(title, { ...TITLE, align: 'center', columnSpan: widths.length }), ...emptyRow(widths.length - 1)];
}

/** A line over all columns, as high as it needs to be. */
function lineRow(text: string, widths: number[]): Row {
  const height = rowHeight(linesOf(text, sum(widths)));
  return [textCell(text, { wrap: true, alignVertical: 'center', columnSpan: widths.length, height }), ...emptyRow(widths.length - 1)];
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
