import type { Row, Sheet } from 'write-excel-file/node';
import type { DisclosureTable } from '../../../schemas/disclosure.js';
import { TITLE, TITLE_SCALE, textCell } from './cells.js';
import { columnWidths, gridRows } from './grid.js';
import { emptyRow, linesOf, rowHeight, sum, widthFor } from './layout.js';
import { headerRows, printedValues } from './printed.js';

/** One table in its printed shape: title, number, department and unit above, notes below, header and all above it frozen. */
export function tableSheet(table: DisclosureTable, name: string): Sheet<never> {
  const values = printedValues(table);
  const header = headerRows(table, values);
  const title = table.title ?? '';
  const place = placeLine(table);
  const widths = widenTo(Math.max(widthFor(title) * TITLE_SCALE, widthFor(place)), columnWidths(table, header));
  const head = [titleRow(title, widths), lineRow(place, widths)];
  return {
    sheet: name,
    data: [...head, ...gridRows(table, values, header, widths), ...noteLines(table).map((note) => lineRow(note, widths))],
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape',
    showGridLines: false,
    ...(header > 0 && { stickyRowsCount: head.length + header }),
  };
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
