import type { CellPosition } from './address.js';

/** A sheet to be written. Rows may be made while they are written. */
export interface Worksheet {
  readonly name: string;
  readonly rows: Iterable<SheetRow>;
  /** Characters of the default font, for each column from the first. */
  readonly widths: readonly number[];
  /** Rows at the top that stay where they are when the others are scrolled; 0 where not given. */
  readonly frozenRows?: number;
  /** Without the lines between cells on the screen. */
  readonly gridLines?: false;
  /** Printed on A4 across, one page wide and as many pages long as it needs. */
  readonly landscape?: true;
  /** Columns from the first that are printed; all where not given. */
  readonly printedColumns?: number;
  readonly notes?: readonly SheetNote[];
  readonly colourRules?: readonly ColourRule[];
  /** Columns, from the first of them on, that are folded away behind the others until one unfolds them. */
  readonly foldedFrom?: number;
  /** The row of headings by which the rows below it are filtered, all columns, from 0. */
  readonly filterRow?: number;
  /** The whole sheet is one table that can be sorted and filtered, its first row the names of its columns. */
  readonly table?: SheetTable;
}

export interface SheetRow {
  /** pt; what the spreadsheet thinks fit where not given. */
  readonly height?: number;
  /** From the first column on; null where nothing stands. */
  readonly cells: readonly (SheetCell | null)[];
}

export interface SheetCell {
  /** Null where the cell has a look and no content. Text stays text, whatever it begins with. */
  readonly value: string | number | null;
  /** Excel's number format, such as `0.00` or `@` for text; General where not given. */
  readonly format?: string;
  /** How the number `value` is worked out again, such as `SUM(C7:C9)`. Never made from a document's text. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Cells the cell spreads over, itself included; 1 where not given. Nothing may stand in the others. */
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Where a click leads. */
  readonly link?: SheetLink;
}

/** How a cell looks. Colours are like `#E7EDF5`. */
export interface CellStyle {
  readonly bold?: true;
  readonly underlined?: true;
  /** pt; the workbook's where not given. */
  readonly fontSize?: number;
  readonly textColour?: string;
  readonly fill?: string;
  /** Of a thin line all around. */
  readonly border?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  /** Widths of about three spaces. */
  readonly indent?: number;
  readonly wrap?: true;
}

/** Another place of the workbook. */
export interface SheetLink {
  readonly sheet: string;
  /** Such as `C6`. */
  readonly address: string;
}

/** What is shown of a cell where the pointer rests. */
export interface SheetNote extends CellPosition {
  readonly text: string;
}

/** A fill for the cells of a column for which a formula holds, which is written as for the first of them. */
export interface ColourRule {
  readonly from: CellPosition;
  readonly to: CellPosition;
  readonly formula: string;
  readonly fill: string;
}

export interface SheetTable {
  readonly columns: readonly string[];
  /** Below the row of names; at least one. */
  readonly rows: number;
}
