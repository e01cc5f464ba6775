import type { DisclosureRow, DisclosureTable } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';

type Pages = Pick<DisclosureTable, 'pages'>;

/** Physical page a table begins on. */
export const firstPageOf = ({ pages }: Pages): number => at(pages, 0);

/** Physical page a table ends on. */
export const lastPageOf = ({ pages }: Pages): number => at(pages, pages.length - 1);

/** Physical page of a row, by its first cell; the table's first page where the row has no cell. */
export const pageOfRow = (table: Pages, row: Pick<DisclosureRow, 'cells'> | undefined): number =>
  (row && Object.values(row.cells)[0]?.page) ?? firstPageOf(table);
