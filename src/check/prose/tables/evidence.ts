import type { Decimal } from 'decimal.js';
import type { DisclosureRow, DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { Exact, factorOf, placesOf, type Unit } from '../../../base/money.js';
import type { CellCorrection } from '../../check.js';
import { stepOf } from '../quantity.js';
import type { Home, Selector } from './measures.js';

type CellPlace = Finding['cells'][number];

/** A figure as the tables print it, or the sum of several. */
export interface Evidence {
  /** 元; blanks count as zero. */
  readonly value: Decimal;
  /** 元, one unit of the last printed place; of a sum, of all its addends together. Zero for a blank. */
  readonly step: Decimal;
  readonly cells: readonly CellPlace[];
  /** Title of the table it stands in, and whether the cell is blank. */
  readonly title: string;
  readonly blank: boolean;
  /** A cell was read by OCR. */
  readonly ocr: boolean;
}

/** The tables, asked for figures. */
export interface Ledger {
  readonly tables: readonly DisclosureTable[];
  /** The figure as the sums of the tables say it should have been; null where they accuse none of its cells. */
  mended(evidence: Evidence): Evidence | null;
  /** The figure of a home; null where it is not printed, cannot be read, or is printed more than once with different values. */
  find(home: Home): Evidence | null;
}

export function ledgerOf(tables: readonly DisclosureTable[], corrections: readonly CellCorrection[] = []): Ledger {
  return {
    tables,
    mended: (evidence) => mend(evidence, tables, corrections),
    find: (home) => {
      const parts = home.map((selector) => figure(tables, selector));
      const found = parts.filter((p) => p !== null);
      return found.length === parts.length ? add(found) : null;
    },
  };
}

function mend(evidence: Evidence, tables: readonly DisclosureTable[], corrections: readonly CellCorrection[]): Evidence | null {
  const shifts = evidence.cells.flatMap(({ table, row, column }) => {
    const correction = corrections.find((c) => c.table === table && c.row === row && c.column === column);
    const { unit, rows } = tables[table] ?? {};
    if (!correction || unit == null) return [];
    const printed = rows?.[correction.row]?.cells[correction.column]?.value ?? '0';
    return [new Exact(correction.expected).minus(printed).times(factorOf(unit))];
  });
  if (shifts.length === 0) return null;
  return { ...evidence, value: shifts.reduce((sum, shift) => sum.plus(shift), evidence.value), blank: false };
}

function figure(tables: readonly DisclosureTable[], selector: Selector): Evidence | null {
  const found = tables.flatMap((table, index) => (table.form === selector.form ? (figureIn(table, index, selector) ?? []) : []));
  const [first] = found;
  return first && found.every((f) => f.value.eq(first.value)) ? first : null;
}

function figureIn(table: DisclosureTable, index: number, { row, column }: Selector): Evidence | null {
  const { unit } = table;
  if (unit === null || !table.columns.some((c) => c.key === column)) return null;
  const rows = rowsOf(table, row, column);
  const cells = rows.map((r) => cellEvidence(table, index, r, column, unit));
  const known = cells.filter((c) => c !== null);
  return rows.length > 0 && known.length === cells.length ? add(known) : null;
}

/**
 * The row of a concept: of two on the sides of one table, the one with a figure in the column. Of a 类 or 款 without a row of its own,
 * the rows below it. An empty concept is the one row without a label.
 */
function rowsOf(table: DisclosureTable, concept: string, column: string): DisclosureRow[] {
  if (concept === '') return table.rows.length === 1 ? [...table.rows] : table.rows.filter((r) => r.name === null && r.code === null);
  const own = table.rows.filter((r) => r.concept === concept);
  if (own.length > 1) return only(own.filter((r) => r.cells[column] !== undefined));
  if (own.length === 1 || !/^function\/\d{3,5}$/u.test(concept)) return own;
  const below = table.rows.filter((r) => r.concept?.startsWith(concept));
  return below.filter((r) => !below.some((other) => other !== r && other.concept?.startsWith(r.concept ?? '')));
}

const only = <T>(rows: T[]): T[] => (rows.length === 1 ? rows : []);

function cellEvidence(table: DisclosureTable, index: number, row: DisclosureRow, column: string, unit: Unit): Evidence | null {
  const cell = row.cells[column];
  const rowIndex = table.rows.indexOf(row);
  const title = table.title ?? table.number ?? '';
  const at = (page: number, box: CellPlace['box']): CellPlace => ({ table: index, row: rowIndex, column, page, box });
  if (cell?.value != null && cell.yuan !== null) {
    const step = stepOf(placesOf(cell.value)).times(factorOf(unit));
    return { value: new Exact(cell.yuan), step, cells: [at(cell.page, cell.box)], title, blank: false, ocr: cell.method === 'ocr' };
  }
  if (cell && (cell.status === 'unreadable' || /[\p{L}\p{N}]/u.test(cell.text))) return null;
  const zero = new Exact(0);
  const page = Object.values(row.cells)[0]?.page ?? table.pages[0] ?? 1;
  return { value: zero, step: zero, cells: [at(cell?.page ?? page, cell?.box ?? null)], title, blank: true, ocr: false };
}

function add(parts: readonly Evidence[]): Evidence | null {
  const [first, ...rest] = parts;
  if (!first) return null;
  return rest.reduce(
    (sum, part) => ({
      value: sum.value.plus(part.value),
      step: sum.step.plus(part.step),
      cells: [...sum.cells, ...part.cells],
      title: sum.title,
      blank: sum.blank && part.blank,
      ocr: sum.ocr || part.ocr,
    }),
    first,
  );
}
