import type { DisclosureTable } from '../../schemas/disclosure.js';
import { at, must } from '../base/invariant.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import type { Remark } from '../model/remark.js';
import type { CheckedDraft } from '../pipeline/draft.js';
import { isRead } from '../pipeline/pages.js';
import type { Layout } from '../rebuild/rebuild.js';
import { findGlyphUses, type GlyphUse } from './glyph-uses.js';
import { layoutToSetPages, withPrint } from './sheet-page.js';

/** A document and what each stage made of it: all that its drawings show. */
export interface Drawing {
  /** The document's name. */
  readonly name: string;
  /** Turned so that their text runs left to right. */
  readonly pages: readonly (Page | UnreadPage)[];
  /** Numbers of the pages that are displayed otherwise. */
  readonly turned: ReadonlySet<number>;
  /** By page number: where a box of the page as displayed stands on the page as drawn. */
  readonly toUpright: ReadonlyMap<number, (box: Box) => Box>;
  readonly uses: ReadonlyMap<Glyph, GlyphUse>;
  readonly tables: readonly DrawnTable[];
  /** Where its pages are imaginary: the names of the sheets that they stand for; null where it has but one text. */
  readonly sheets: readonly (string | null)[] | null;
}

/** One table as printed and as it stands in the result: `printed.rows` and `table.rows` run alike. */
export interface DrawnTable {
  /** Its index in the result's `tables`. */
  readonly index: number;
  readonly printed: PrintedTable;
  readonly table: DisclosureTable;
  readonly remarks: readonly Remark[];
  /** Where a cell stands on its page as drawn. */
  readonly boxOf: (cell: Cell) => Box;
}

/** A checked draft, with its pages turned so that their text runs left to right. @param name the document's */
export function draftToDrawing(name: string, { pages, layout, printed, remarks, checked }: CheckedDraft): Drawing {
  const upright = printedPages(layout);
  const boxOf = ({ page, box }: Cell) => must(upright.get(page), 'the page of a cell').toUpright(box);
  return {
    name,
    pages: pages.map((page) => upright.get(page.number)?.page ?? page),
    turned: new Set(pages.filter((page) => isRead(page) && layout.upright.get(page.number)?.page !== page).map((page) => page.number)),
    toUpright: new Map([...upright].map(([number, { toUpright }]) => [number, toUpright])),
    uses: findGlyphUses(
      [...upright.values()].map(({ page }) => page),
      layout,
    ),
    tables: printed.map((table, index) => ({
      index,
      printed: table,
      table: at(checked.tables, index),
      remarks: at(remarks, index),
      boxOf,
    })),
    sheets: layout.places ? (layout.sheetNames ?? []) : null,
  };
}

/** The upright pages by number; imaginary ones with what is set on them. */
function printedPages(layout: Layout): Layout['upright'] {
  if (!layout.places) return layout.upright;
  const set = layoutToSetPages(layout);
  return new Map(
    [...layout.upright].map(([number, upright]) => [
      number,
      { ...upright, page: withPrint(upright.page, must(set.get(number), 'a sheet')) },
    ]),
  );
}
