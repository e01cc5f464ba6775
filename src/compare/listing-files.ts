import { BOM, csvLine } from '../base/csv.js';
import { at } from '../base/invariant.js';
import type { SheetCell, SheetRow } from '../emit/workbook/sheet.js';
import { WorkbookWriter } from '../emit/workbook/workbook.js';
import { amountCell, FONT, HEADING_FILL, textCell } from '../emit/xlsx/cells.js';
import type { Listing, ListingCell, ListingColumn } from './listing.js';

/** RFC 4180 with a BOM and CRLF, under one line of column names. */
export function listingCsv({ columns, lines }: Listing): string {
  const isText = (index: number) => at(columns, index).kind === 'text';
  const rows = [columns.map(({ name }) => name), ...lines.map((line) => line.map(({ value }) => value))];
  return BOM + rows.map((row) => csvLine(row, isText)).join('');
}

/** A workbook with a sheet for each of them, to sort and to filter. */
export function listingsXlsx(listings: readonly Listing[]): Uint8Array {
  const workbook = new WorkbookWriter(FONT);
  for (const listing of listings) {
    workbook.add({
      name: listing.name,
      rows: sheetRows(listing),
      widths: listing.columns.map(({ width }) => width),
      frozenRows: 1,
      filterRow: 0,
      landscape: true,
    });
  }
  return workbook.end();
}

function* sheetRows({ columns, lines }: Listing): Generator<SheetRow> {
  yield listingHeads(columns);
  for (const line of lines) yield listingRow(line, columns);
}

export const listingHeads = (columns: readonly ListingColumn[]): SheetRow => ({
  cells: columns.map(({ title, kind }) =>
    textCell(title, { bold: true, fill: HEADING_FILL, wrap: true, horizontal: kind === 'amount' ? 'right' : 'left' }),
  ),
});

export const listingRow = (line: readonly ListingCell[], columns: readonly ListingColumn[]): SheetRow => ({
  cells: line.map((cell, index) => toCell(cell, at(columns, index))),
});

function toCell({ value, style }: ListingCell, { kind }: ListingColumn): SheetCell | null {
  if (value === null) return style ? textCell('', style) : null;
  if (typeof value === 'number') return { value, ...(style && { style }) };
  return kind === 'amount' ? amountCell(value, value, style) : textCell(value, style);
}
