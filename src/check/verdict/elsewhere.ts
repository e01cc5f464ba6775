import type { Decimal } from 'decimal.js';
import type { DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { groupBy, sortBy } from '../../base/group.js';
import { Exact, factorOf } from '../../base/money.js';
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
  if (isShort(yuan)) return '';
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

const isShort = (yuan: Decimal): boolean =>
  yuan
    .toFixed()
    .replace(/\D/gu, '')
    .replace(/^0+|0+$/gu, '').length < FEWEST_DIGITS;

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

/** The word of all lines and tables of what is spent. */
const SPENT = '支出';

/**
 * A finding about a row that is not there, with the row of another table that prints just what is lacking: a sum that may lack a row, or an
 * account that another table has not.
 */
export function withLackingRow(finding: Finding, tables: readonly DisclosureTable[]): Finding {
  const [place] = finding.cells;
  const own = place && tables[place.table];
  const amount = finding.difference ?? finding.found;
  if (!own || own.unit === null || amount == null) return finding;
  const yuan = new Exact(amount).times(factorOf(own.unit));
  const places = isShort(yuan) ? [] : (placesByYuan(tables).get(yuan.toFixed()) ?? []);
  const codeOf = ({ table, row }: Place) => table.rows[row]?.code ?? '';
  const rows = places.filter((each) => each.table !== own && codeOf(each) !== '');
  // A 类 with one 款 prints its amount twice, and what is spent is printed as income too.
  const isSpent = own.rows[place.row ?? -1]?.name?.includes(SPENT) ?? false;
  const [first] = sortBy(rows, (each) => [codeOf(each).length, Number(titleOfTable(each.table).includes(SPENT) !== isSpent)]);
  const isOne = first !== undefined && rows.every((each) => codeOf(each).startsWith(codeOf(first)));
  if (!isOne) return finding;
  return {
    ...finding,
    message: finding.message.replace(/。$/u, `；第${first.page}页《${titleOfTable(first.table)}》${labelOf(first)}恰为此数。`),
  };
}
