import type { DisclosureTable } from '../../schemas/disclosure.js';
import { gridsToTables } from '../extract/extract.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { PrintedTable, Remark } from '../model/printed.js';
import { normalizeTable } from '../normalize/table.js';
import { pagesToLayout } from '../rebuild/rebuild.js';
import { turnUpright } from '../rebuild/turn.js';
import { type Place, placeGlyphs } from './places.js';

/** A document and what each stage made of it: all that its drawings show. */
export interface Drawing {
  /** The document's name. */
  readonly name: string;
  /** Turned so that their text runs left to right. */
  readonly pages: readonly (Page | UnreadPage)[];
  /** Numbers of the pages that are displayed otherwise. */
  readonly turned: ReadonlySet<number>;
  /** Where a box of a page as displayed stands on the page as drawn. */
  readonly forth: ReadonlyMap<number, (box: Box) => Box>;
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
  /** Where a cell stands on its page as drawn. */
  readonly boxOf: (cell: Cell) => Box;
}

/** Takes all pages of a document through the stages: tables are stitched over pages. */
export function pagesToDrawing(name: string, pages: readonly (Page | UnreadPage)[]): Drawing {
  const read = pages.filter((page): page is Page => !('problem' in page));
  const upright = new Map(read.map((page) => [page.number, turnUpright(page)]));
  const boxOf = ({ page, box }: Cell) => upright.get(page)?.toUpright(box) ?? box;
  const layout = pagesToLayout(read);
  return {
    name,
    pages: pages.map((page) => upright.get(page.number)?.page ?? page),
    turned: new Set(read.filter((page) => upright.get(page.number)?.page !== page).map((page) => page.number)),
    forth: new Map([...upright].map(([number, { toUpright }]) => [number, toUpright])),
    places: placeGlyphs(
      [...upright.values()].map(({ page }) => page),
      layout,
    ),
    tables: gridsToTables(layout.grids).map((printed, index) => ({ index, printed, boxOf, ...normalizeTable(printed) })),
  };
}
