import type { Decimal } from 'decimal.js';
import type { MeasureSource, TableFigure } from '../../../../extractors/prose.js';
import type { DisclosureRow, DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { groupBy } from '../../../base/group.js';
import { at, must } from '../../../base/invariant.js';
import { Exact, factorOf, placesOf, type Unit } from '../../../base/money.js';
import { pageOfRow } from '../../../model/table-pages.js';
import { titleOfTable } from '../../../model/table-title.js';
import type { CellCorrection } from '../../check.js';
import { hasNumbers } from '../../table/rows.js';
import { type PrintedValue, stepOf } from '../quantity.js';

type CellPlace = Finding['cells'][number];

/** A figure as the tables print it, or the sum of several. */
export interface Evidence extends PrintedValue {
  /** 元; blanks count as zero. */
  readonly value: Decimal;
  /** 元; of a sum, that of all its addends together. Zero for a blank. */
  readonly step: Decimal;
  readonly cells: readonly CellPlace[];
  /** Title of the table it stands in, and whether the cell is blank. */
  readonly title: string;
  readonly blank: boolean;
  /** A cell was read by OCR. */
  readonly ocr: boolean;
}

/** The tables, asked for figures. */
export interface TableEvidence {
  /** The figure of a source; null where it is not printed, cannot be read, or is printed more than once with different values. */
  find(source: MeasureSource): Evidence | null;
  /** What is printed of these sources. */
  findAll(sources: readonly MeasureSource[]): Evidence[];
  /** The figure as it should have been by the sums of the tables; null where they accuse none of its cells. */
  corrected(evidence: Evidence): Evidence | null;
}

/** `corrections`: what cells should have held by the sums of the tables. */
export function evidenceIn(tables: readonly DisclosureTable[], corrections: readonly CellCorrection[]): TableEvidence {
  const byForm = groupBy([...tables.entries()], ([, { form }]) => form);
  // Many sentences speak of the same figures: each is looked for once.
  const figures = new Map<TableFigure, Evidence | null>();
  const printed = (figure: TableFigure): Evidence | null => {
    const known = figures.get(figure);
    if (known !== undefined) return known;
    const found = figureIn(byForm.get(figure.form) ?? [], figure);
    figures.set(figure, found);
    return found;
  };
  const find = (source: MeasureSource) => {
    const parts = source.map(printed);
    const found = parts.filter((p) => p !== null);
    return found.length === parts.length ? add(found) : null;
  };
  return {
    find,
    findAll: (sources) => sources.flatMap((source) => find(source) ?? []),
    corrected: (evidence) => correct(evidence, tables, corrections),
  };
}

function correct(evidence: Evidence, tables: readonly DisclosureTable[], corrections: readonly CellCorrection[]): Evidence | null {
  const shifts = evidence.cells.flatMap(({ table, row, column }) => {
    const correction = corrections.find((c) => c.table === table && c.row === row && c.column === column);
    if (!correction) return [];
    const { unit, rows } = at(tables, table);
    const factor = factorOf(must(unit, 'the unit of a table that is evidence'));
    // A blank adds nothing.
    const printed = at(rows, correction.row).cells[correction.column]?.value ?? '0';
    return [new Exact(correction.expected).minus(printed).times(factor)];
  });
  if (shifts.length === 0) return null;
  return { ...evidence, value: shifts.reduce((sum, shift) => sum.plus(shift), evidence.value), blank: false };
}

/** @param tables those of its form, with their places among all tables */
function figureIn(tables: readonly (readonly [index: number, table: DisclosureTable])[], figure: TableFigure): Evidence | null {
  const found = tables.flatMap(([index, table]) => figureOf(table, index, figure) ?? []);
  const [first] = found;
  return first && found.every((f) => f.value.eq(first.value)) ? first : null;
}

function figureOf(table: DisclosureTable, index: number, { row, column, beside = column }: TableFigure): Evidence | null {
  const { unit } = table;
  if (unit === null || ![column, beside].every((key) => table.columns.some((c) => c.key === key))) return null;
  const rows = rowsOf(table, row, column);
  const cells = rows.map((r) => cellEvidence(table, index, r, column, unit));
  const known = cells.filter((c) => c !== null);
  return rows.length > 0 && known.length === cells.length ? add(known) : null;
}

/**
 * The row of a concept: of two on the sides of one table, the one with a figure in the column. Of a 类 or 款 without a row of its own,
 * the rows below it; of a code that every unit of the department has a row for, all of them. An empty concept is the one row without a
 * label.
 */
function rowsOf(table: DisclosureTable, concept: string, column: string): DisclosureRow[] {
  if (concept === '') return table.rows.length === 1 ? [...table.rows] : rowWithoutLabel(table);
  const own = table.rows.filter((r) => r.concept === concept);
  if (own.length > 1 && areOfUnits(own)) return own;
  if (own.length > 1) return /^[a-z]+\/\d{5,}$/u.test(concept) ? [] : only(own.filter((r) => r.cells[column] !== undefined));
  if (own.length === 1 || !/^function\/\d{3,5}$/u.test(concept)) return own;
  const below = table.rows.filter((r) => r.concept?.startsWith(concept));
  return below.filter((r) => !below.some((other) => other !== r && isWithin(other, r)));
}

/** A row without any number prints nothing where another does. */
function rowWithoutLabel({ rows }: DisclosureTable): DisclosureRow[] {
  // What holds words and no number is a header that was read as a row.
  const isHead = (r: DisclosureRow) => !hasNumbers(r) && Object.values(r.cells).some(({ text }) => /\p{L}/u.test(text));
  const own = rows.filter((r) => r.name === null && r.code === null && !isHead(r));
  return only(own.length > 1 ? own.filter(hasNumbers) : own);
}

/** Rows of different units: together they are the department's. */
const areOfUnits = (rows: readonly DisclosureRow[]): boolean =>
  rows.every(({ unit }) => unit) && new Set(rows.map(({ unit }) => `${unit?.code}/${unit?.name}`)).size === rows.length;

const isWithin = (row: DisclosureRow, above: DisclosureRow): boolean =>
  row.concept !== null && above.concept !== null && row.concept !== above.concept && row.concept.startsWith(above.concept);

/** Of several rows none can be meant. */
const only = <T>(rows: T[]): T[] => (rows.length === 1 ? rows : []);

function cellEvidence(table: DisclosureTable, index: number, row: DisclosureRow, column: string, unit: Unit): Evidence | null {
  const cell = row.cells[column];
  const rowIndex = table.rows.indexOf(row);
  const title = titleOfTable(table);
  const placeOn = (page: number, box: CellPlace['box']): CellPlace => ({ table: index, row: rowIndex, column, page, box });
  if (cell?.value != null && cell.yuan !== null) {
    const step = stepOf(placesOf(cell.value)).times(factorOf(unit));
    return { value: new Exact(cell.yuan), step, cells: [placeOn(cell.page, cell.box)], title, blank: false, ocr: cell.method === 'ocr' };
  }
  if (cell && (cell.status === 'unreadable' || /[\p{L}\p{N}]/u.test(cell.text))) return null;
  // 0.97 — in one cell: the row's figures were not told apart, and a blank among them shows nothing.
  if (Object.values(row.cells).some((c) => c.value === null && /^[\d.,]+\s+\S/u.test(c.text))) return null;
  const zero = new Exact(0);
  return {
    value: zero,
    step: zero,
    cells: [placeOn(cell?.page ?? pageOfRow(table, row), cell?.box ?? null)],
    title,
    blank: true,
    ocr: false,
  };
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
