import type { Decimal } from 'decimal.js';
import type { DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { groupBy, sortBy } from '../../base/group.js';
import { Exact } from '../../base/money.js';
import { titleOfTable } from '../../model/table-title.js';
import { oncePer } from '../prose/cached.js';
import { withoutOrdinal } from '../table/rows.js';

/** Digits, without the zeros at both ends. Shorter amounts are printed twice by chance. */
const FEWEST_DIGITS = 4;

interface Place {
  readonly table: DisclosureTable;
  readonly row: number;
  readonly column: string;
  readonly page: number;
}

/**
 * Where else a wrong amount is printed: it was copied from there. A clause for the end of a message; empty where it is printed nowhere, or is
 * too short to tell.
 * @param yuan the amount as printed
 * @param own the cells that the message is about
 */
export function printedElsewhere(tables: readonly DisclosureTable[], yuan: Decimal, own: Finding['cells'] = []): string {
  if (
    yuan
      .toFixed()
      .replace(/\D/gu, '')
      .replace(/^0+|0+$/gu, '').length < FEWEST_DIGITS
  )
    return '';
  const isOwn = ({ table, row, column }: Place) =>
    own.some((cell) => tables[cell.table] === table && cell.row === row && cell.column === column);
  const places = (placesByYuan(tables).get(yuan.toFixed()) ?? []).filter((place) => !isOwn(place));
  // What is copied stands near: in the same row, in the same table; elsewhere most of it are totals.
  const [lead] = own;
  const [first] = sortBy(places, ({ table, row }) => {
    const isOwnTable = lead !== undefined && table === tables[lead.table];
    return [Number(!isOwnTable || row !== lead.row), Number(!isOwnTable), Number(table.rows[row]?.kind !== 'total')];
  });
  return first ? `；此数恰是第${first.page}页《${titleOfTable(first.table)}》${labelOf(first)}` : '';
}

/** Of every amount of a document the cells that print it, by its 元. */
const placesByYuan = oncePer((tables: readonly DisclosureTable[]): ReadonlyMap<string, readonly Place[]> => {
  const places = tables.flatMap((table) =>
    table.rows.flatMap(({ cells }, row) =>
      Object.entries(cells).flatMap(([column, { yuan, page }]) => (yuan === null ? [] : [{ yuan, table, row, column, page }])),
    ),
  );
  return groupBy(places, ({ yuan }) => new Exact(yuan).toFixed());
});

function labelOf({ table, row, column }: Place): string {
  const { code, name } = table.rows[row] ?? {};
  const path = table.columns.find(({ key }) => key === column)?.path.join('·') ?? column;
  const label = `${code ?? ''}${withoutOrdinal(name ?? '')}`;
  return label === '' ? path : `${label}行${path}`;
}

/** A finding that blames its first cell, with where else that cell's amount is printed. */
export function withElsewhere(finding: Finding, tables: readonly DisclosureTable[]): Finding {
  const [place] = finding.cells;
  if (finding.verdict !== 'publisher' || finding.difference == null || !place || place.row === null || place.column === null)
    return finding;
  const cell = tables[place.table]?.rows[place.row]?.cells[place.column];
  const elsewhere = cell?.yuan == null ? '' : printedElsewhere(tables, new Exact(cell.yuan), finding.cells);
  return elsewhere === '' ? finding : { ...finding, message: finding.message.replace(/。$/u, `${elsewhere}。`) };
}
