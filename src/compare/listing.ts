import type { CellStyle } from '../emit/workbook/sheet.js';

/** A line of a table to be written. A decimal is a plain one, for kind `amount`. */
type ListingValue = string | number | null;

export interface ListingCell {
  readonly value: ListingValue;
  /** How it is coloured in a workbook. */
  readonly style?: CellStyle;
}

export interface ListingColumn {
  /** The head of the CSV. */
  readonly name: string;
  /** The head elsewhere. */
  readonly title: string;
  readonly kind: 'text' | 'amount';
  /** Characters, in a workbook. */
  readonly width: number;
}

/** A table to be written as CSV or as a sheet. */
export interface Listing {
  /** Of the sheet. */
  readonly name: string;
  readonly columns: readonly ListingColumn[];
  readonly lines: readonly (readonly ListingCell[])[];
}
