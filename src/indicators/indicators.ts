/**
 * The figures of a document that one quotes, as its family declares them (`presentation.indicators`): 本年收入合计, 三公 and its parts. The
 * head of the workbook and the page show them, and documents are compared by them.
 *
 *   meanings.ts   what a row is for the whole document
 */

import type { ColumnPlace, FigurePlace, NamedFigure } from '../../extractors/across.js';
import type { Disclosure, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { meaningsIn } from './meanings.js';

/** A figure where the document prints it: indexes of its table and row, the key of its column. */
export interface Indicator {
  /** What it is called: 本年收入合计. */
  readonly words: string;
  readonly table: number;
  readonly row: number;
  readonly column: string;
  readonly value: DisclosureValue;
  /** The unit that its table prints, such as 万元. */
  readonly unit: string | null;
}

/** One figure, at the first of its places that holds a number, else at the first that cannot be read; null where the document does not print it. */
export const findIndicator = ({ tables }: Pick<Disclosure, 'tables'>, figure: NamedFigure): Indicator | null =>
  indicatorOf(tables, figure, ({ value }) => value !== null) ?? indicatorOf(tables, figure, ({ status }) => status === 'unreadable');

type Accepts = (value: DisclosureValue) => boolean;

function indicatorOf(tables: readonly DisclosureTable[], { words, places }: NamedFigure, accepts: Accepts): Indicator | null {
  for (const place of places) {
    for (const [index, table] of tables.entries()) {
      const found = figureIn(table, place, accepts);
      if (found) return { words, table: index, unit: table.unit, ...found };
    }
  }
  return null;
}

/** Whether a column of a table means what a place says: not where its heads or the table's notes say otherwise. */
export function columnMeans({ columns, notes }: DisclosureTable): (place: ColumnPlace) => boolean {
  const said = notes.join('\n');
  const paths = new Map(columns.map(({ key, path }) => [key, path.join('/')]));
  return (place) => !place.unless?.test(`${paths.get(place.column) ?? ''}\n${said}`);
}

function figureIn(table: DisclosureTable, place: FigurePlace, accepts: Accepts): Pick<Indicator, 'row' | 'column' | 'value'> | null {
  if (table.form !== place.form || !columnMeans(table)(place)) return null;
  const meanings = meaningsIn(table.rows);
  const found = table.rows.flatMap((each, row) => {
    const value = each.cells[place.column];
    return value && accepts(value) && meanings(each) === place.concept ? [{ row, column: place.column, value }] : [];
  });
  // Below each of several units it is a part of the figure, and no row says how much the whole is.
  const [first, ...others] = found;
  return first && !others.some(({ row }) => table.rows[row]?.unit) ? first : null;
}
