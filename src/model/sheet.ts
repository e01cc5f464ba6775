/** What a document without pages is made of: its tables, and its other text in reading order. */
import type { Page } from './page.js';
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
  /** Pictures large enough for a table that stand where none is read: in a cell, in a note. */
  readonly picturesAside?: number;
  /** What became of such pictures, as of those of a page. */
  readonly pictures?: 'ignored' | 'read';
}

export type SheetBlock = SheetText | SheetTable | SheetPicture;

/** A picture large enough for a table, where it stands. */
export interface SheetPicture {
  readonly kind: 'picture';
  /** `picture 2`; its cells are `picture 2, row 3, cell 1`. */
  readonly ref: string;
  /** Null where its file is not there, or what is shown of it cannot be told. */
  readonly file: PictureFile | null;
  /** What OCR has read on it, as a page of its own; only pictures that were read are left behind stage 1. */
  readonly page?: Page;
}

export interface PictureFile {
  readonly bytes: Uint8Array;
  /** pt, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** Shares of the whole that are cut off: left, top, right, bottom. */
  readonly crop: readonly [left: number, top: number, right: number, bottom: number];
}

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
