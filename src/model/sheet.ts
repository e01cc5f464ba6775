/** What a document without pages is made of: its tables, and its other text in reading order. */
import type { Told } from './told.js';

/** A sheet of a workbook, or the whole of a text or a web page. */
export interface Sheet {
  /** Of a workbook's; null where the document has no sheets of its own. */
  readonly name: string | null;
  readonly blocks: readonly SheetBlock[];
  /** Running heads and feet. */
  readonly furniture: readonly SheetText[];
  /** What is said of the sheet as a whole. */
  readonly told: readonly Told[];
}

export type SheetBlock = SheetText | SheetTable;

/** A paragraph, or a row of a sheet that belongs to no table. */
export interface SheetText {
  readonly kind: 'text';
  /** As broken by hand; a tab parts what stands apart. */
  readonly lines: readonly string[];
  /** Where it stands, in words: `收入支出决算总表!A1`, `paragraph 12`. */
  readonly ref: string;
}

export interface SheetTable {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  /** Each place is in one cell at most. */
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** As shown; none in a blank cell. */
  readonly lines: readonly string[];
  readonly ref: string;
  /** What it shows is no value: the result of a formula that nobody computed, an error. */
  readonly unreadable?: boolean;
  /** Its format shows a number as a percentage. */
  readonly percent?: boolean;
  readonly told?: readonly Told[];
}
