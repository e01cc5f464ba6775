import type { DisclosureTable } from '../../schemas/disclosure.js';

const UNTITLED = '无题表格';

/** What messages call a table: its title as printed, else its number. */
export const titleOfTable = (table: Pick<DisclosureTable, 'title' | 'number'> | undefined): string =>
  table?.title ?? table?.number ?? UNTITLED;
