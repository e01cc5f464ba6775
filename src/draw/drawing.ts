import type { DisclosureTable } from '../../schemas/disclosure.js';
import { gridsToTables } from '../extract/extract.js';
import type { Glyph, Page, UnreadPage } from '../model.js';
import { normalizeTable } from '../normalize/table.js';
import type { PrintedTable, Remark } from '../printed.js';
import { pagesToLayout } from '../rebuild/rebuild.js';
import { type Place, placeGlyphs } from './places.js';

/** A document and what each stage made of it: all that its drawings show. */
export interface Drawing {
  /** The document's name. */
  readonly name: string;
  readonly pages: readonly (Page | UnreadPage)[];
  readonly places: ReadonlyMap<Glyph, Place>;
  readonly tables: readonly DrawnTable[];
}

/** One table as printed and as it leaves the house: `printed.rows` and `table.rows` run alike. */
export interface DrawnTable {
  /** Its index in the result's `tables`. */
  readonly index: number;
  readonly printed: PrintedTable;
  readonly table: DisclosureTable;
  readonly remarks: readonly Remark[];
}

/** Takes all pages of a document through the stages: tables are stitched over pages. */
export function pagesToDrawing(name: string, pages: readonly (Page | UnreadPage)[]): Drawing {
  const read = pages.filter((page): page is Page => !('problem' in page));
  const layout = pagesToLayout(read);
  const tables = gridsToTables(layout.grids).map((printed, index): DrawnTable => ({ index, printed, ...normalizeTable(printed) }));
  return { name, pages, places: placeGlyphs(read, layout), tables };
}
