import type { AnnouncedTables } from '../../../../extractors/prose.js';
import type { DisclosureGridCell, DisclosureTable } from '../../../../schemas/disclosure.js';
import { YEAR_DIGITS } from '../../../base/patterns.js';
import { bare, squeeze } from '../../../base/text.js';

/** A row of a 目录 that says whether a table is empty. */
export interface AnnouncedTable {
  /** As printed, without white space. */
  readonly title: string;
  /** Null where it says neither. */
  readonly isEmpty: boolean | null;
  /** The whole row, as one sentence. */
  readonly statement: string;
  /** Index of the 目录 among the tables, and its cell with the title. */
  readonly contents: number;
  readonly cell: DisclosureGridCell;
  /** Indexes of the tables that bear the title. */
  readonly tables: readonly number[];
}

/** What the 目录 says of the tables, in its order; nothing where it is no table or says nothing of emptiness. */
export function announcedIn(tables: readonly DisclosureTable[], { emptiness }: AnnouncedTables): AnnouncedTable[] {
  if (!emptiness) return [];
  return tables.flatMap((table, contents) => {
    // The 目录 is none of the tables that it lists.
    if (table.form !== 'other') return [];
    const { cells } = table.grid;
    const head = cells.find(({ text }) => emptiness.emptyHead.test(squeeze(text)));
    const titleHead = head && cells.find(({ row, text }) => row === head.row && emptiness.titleHead.test(squeeze(text)));
    if (!head || !titleHead) return [];
    const below = cells.filter(({ row }) => row > head.row);
    return below
      .filter(({ column, text }) => column === titleHead.column && squeeze(text) !== '')
      .map((cell): AnnouncedTable => {
        const row = below.filter((c) => c.row === cell.row).toSorted((a, b) => a.column - b.column);
        const said = squeeze(row.find(({ column }) => column === head.column)?.text ?? '');
        return {
          title: squeeze(cell.text),
          isEmpty: emptiness.empty.test(said) ? true : emptiness.filled.test(said) ? false : null,
          statement: row.flatMap(({ text }) => squeeze(text) || []).join(' '),
          contents,
          cell,
          tables: tables.flatMap(({ title }, index) => (title !== null && isSameTitle(title, cell.text) ? [index] : [])),
        };
      });
  });
}

const LEADING_YEAR = new RegExp(`^${YEAR_DIGITS}年度?`, 'u');

const isSameTitle = (a: string, b: string): boolean => bare(a).replace(LEADING_YEAR, '') === bare(b).replace(LEADING_YEAR, '');

/** An amount that is not zero, or may be none. */
export const hasAmounts = ({ rows }: DisclosureTable): boolean =>
  rows.some(({ cells }) => Object.values(cells).some(({ value, status }) => /[1-9]/.test(value ?? '') || status === 'unreadable'));

/** The tables with what the 目录 says of their emptiness, where they do not say it themselves and nothing in them contradicts it. */
export function withAnnouncedEmptiness(tables: readonly DisclosureTable[], declared: AnnouncedTables | undefined): DisclosureTable[] {
  const announced = declared ? announcedIn(tables, declared).filter(({ isEmpty }) => isEmpty) : [];
  return tables.map((table, index) => {
    const said = announced.find((entry) => entry.tables.includes(index));
    if (!said || table.form === 'other' || table.empty?.statement != null || hasAmounts(table)) return table;
    return { ...table, empty: { statement: said.statement } };
  });
}
