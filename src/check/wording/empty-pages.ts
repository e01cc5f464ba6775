import { TABLE_PAGE_EMPTY } from '../../../extractors/shared/wording-rules.js';
import type { DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { titleOfTable } from '../../model/table-title.js';

/**
 * Pages that hold nothing but the lines of a table that began before: a print area that was drawn too wide.
 * @param written numbers of the pages with words outside of all tables
 */
export function checkEmptyPages(tables: readonly DisclosureTable[], written: ReadonlySet<number>): Finding[] {
  const filled = new Set<number>();
  for (const { grid } of tables) for (const { text, page } of grid.cells) if (!filled.has(page) && text.trim() !== '') filled.add(page);
  return tables.flatMap((table, index) => {
    if (table.pages.length < 2) return [];
    const drawn = new Set(table.grid.cells.map(({ page }) => page));
    const empty = table.pages.slice(1).filter((page) => drawn.has(page) && !filled.has(page) && !written.has(page));
    return empty.map(
      (page): Finding => ({
        rule: TABLE_PAGE_EMPTY.id,
        severity: 'info',
        verdict: 'publisher',
        message: `第${page}页只有${titleOfTable(table)}的表格线，没有内容。`,
        cells: [{ table: index, row: null, column: null, page, box: null }],
      }),
    );
  });
}
