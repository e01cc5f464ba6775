import type { DisclosureGridCell, DisclosureTable, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { boxOf } from '../../model/box.js';
import type { TextLine } from '../../model/page.js';
import { CODE_SHAPE, COLUMN_DUPLICATE, ENGINES_DISAGREE, NUMBER_MALFORMED, READ_ONCE } from '../../model/reading-rules.js';
import { titleOfTable } from '../../model/table-title.js';
import type { CheckedTables } from '../check.js';

/** What one engine read of a document, as far as two readings can be compared. */
export interface EngineReading {
  readonly tables: readonly DisclosureTable[];
  /** Lines outside the tables. */
  readonly lines: readonly TextLine[];
}

/** What is no number or no code, and a column that stands twice, may be misread print. */
const MISREAD = new Set<string>([NUMBER_MALFORMED.id, CODE_SHAPE.id, COLUMN_DUPLICATE.id]);

type CellPlace = Finding['cells'][number];

/**
 * The cells whose print may say something else than what was read: figures that a lost sign or lost digits explain, what makes no sense as a
 * number or code, values that are unreadable. A publisher's contradiction is none: its figures were read rightly.
 */
export function cellsInDoubt({ tables, findings }: Pick<CheckedTables, 'tables' | 'findings'>): CellPlace[] {
  const named = findings.flatMap(({ rule, verdict, found, cells }) =>
    MISREAD.has(rule) ? cells : verdict === 'reading' && found != null ? cells.slice(0, 1) : [],
  );
  const unreadable = tables.flatMap(({ rows }, table) =>
    rows.flatMap(({ cells }, row) =>
      Object.entries(cells).flatMap(([column, { status, page, box }]) =>
        status === 'unreadable' ? [{ table, row, column, page, box }] : [],
      ),
    ),
  );
  return [...named, ...unreadable];
}

/** The pages of cells in doubt. */
export const pagesInDoubt = (checked: Pick<CheckedTables, 'tables' | 'findings'>): Set<number> =>
  new Set(cellsInDoubt(checked).map(({ page }) => page));

/**
 * Two readings of the same pages, cell by cell and page by page: a finding for each place where they differ.
 * @param one the reading that is kept
 * @param pages those that both engines read; the others are `one`'s in both
 */
export function compareReadings(one: EngineReading, other: EngineReading, pages: ReadonlySet<number>): Finding[] {
  const texts = [...pages].toSorted((a, b) => a - b).flatMap((page) => compareText(page, one.lines, other.lines));
  if (one.tables.length !== other.tables.length) return [...countFinding(one, other, pages), ...texts];
  return [...one.tables.flatMap((table, i) => compareTable(table, i, other.tables[i], pages)), ...texts];
}

/** Which table of one is which of the other cannot be told. */
function countFinding({ tables }: EngineReading, other: EngineReading, pages: ReadonlySet<number>): Finding[] {
  const cells = tables.flatMap((table, i) => tableCells(table, i, pages));
  const message = `两个引擎分别读出${tables.length}张和${other.tables.length}张表，请对照原件。`;
  return [finding('error', message, cells)];
}

const tableCells = (table: DisclosureTable, index: number, pages: ReadonlySet<number>): Finding['cells'] =>
  table.pages.filter((page) => pages.has(page)).map((page) => ({ table: index, row: null, column: null, page, box: null }));

function compareTable(table: DisclosureTable, index: number, other: DisclosureTable | undefined, pages: ReadonlySet<number>): Finding[] {
  const cells = tableCells(table, index, pages);
  if (!other || cells.length === 0) return [];
  const title = `《${titleOfTable(table)}》`;
  if (table.grid.rows !== other.grid.rows || table.grid.columns !== other.grid.columns) {
    const sizes = [table, other].map(({ grid }) => `${grid.rows}行${grid.columns}列`);
    return [finding('error', `第${cells[0]?.page}页${title}两个引擎分别读出${sizes.join('和')}，请对照原件。`, cells)];
  }
  const [mine, theirs] = [textsOf(table), textsOf(other)];
  // What one engine joins to the cell beside it, or leaves out, is a cell of the other alone.
  const places = [...table.grid.cells, ...other.grid.cells.filter((cell) => !mine.has(placeOf(cell)))];
  return places.flatMap((cell) => {
    const [own, text] = [mine.get(placeOf(cell)) ?? '', theirs.get(placeOf(cell)) ?? ''];
    // What is illegible throughout is unreadable already: there is no reading to differ from.
    if (!pages.has(cell.page) || isSameText(own, text) || ILLEGIBLE.test(own)) return [];
    return [cellFinding(table, index, cell, own, text)];
  });
}

/** A cell of a grid that two engines read otherwise. */
export function cellFinding(table: DisclosureTable, index: number, cell: DisclosureGridCell, own: string, other: string): Finding {
  const value = valueIn(table, cell);
  const place = `第${cell.page}页《${titleOfTable(table)}》${value?.label ?? ''}`;
  const message = `${place}一格，两个引擎分别读作「${own}」和「${other}」，请对照原件。`;
  const cells = [{ table: index, row: value?.row ?? null, column: value?.column ?? null, page: cell.page, box: cell.box }];
  return { ...finding('error', message, cells), found: own };
}

/** A text that is illegible throughout. */
export const ILLEGIBLE = /^[\ufffd\s]+$/u;

const textsOf = ({ grid }: DisclosureTable): ReadonlyMap<string, string> => new Map(grid.cells.map((cell) => [placeOf(cell), cell.text]));

const placeOf = ({ row, column }: DisclosureGridCell) => `${row} ${column}`;

/** What an amount is made of. Thousands separators are none of it: a clipped one shows in one engine only. */
const AMOUNT = /^[-−–△(]?[\d,.%]+[)]?$/u;

/** Amounts must be the same to the sign; of words the letters and digits count: engines spell out ligatures, and clip punctuation. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.normalize('NFKC').replace(/[\s,]+/gu, ''));
  if (a === undefined || b === undefined || a === b) return true;
  return !AMOUNT.test(a) && !AMOUNT.test(b) && letters(a) === letters(b);
}

/** Letters and digits alone. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}\ufffd]+/gu, '');

/** The value that stands in a cell of the grid. */
function valueIn(table: DisclosureTable, cell: DisclosureGridCell): { row: number; column: string; label: string } | null {
  for (const [row, { cells, code, name }] of table.rows.entries()) {
    for (const [column, value] of Object.entries(cells)) {
      if (value.page !== cell.page || !isInside(value, cell)) continue;
      return { row, column, label: [code, name, table.columns.find(({ key }) => key === column)?.path.at(-1)].filter(Boolean).join(' ') };
    }
  }
  return null;
}

function isInside(value: DisclosureValue, cell: DisclosureGridCell): boolean {
  const [[x0, y0, x1, y1], box] = [boxOf(value), boxOf(cell)];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

/** Signs of a finding that are too many to quote. */
const MOST_SIGNS = 20;

/** The letters and digits of a page's prose, whatever their order: engines cut lines alike, or the tables would differ too. */
function compareText(page: number, one: readonly TextLine[], other: readonly TextLine[]): Finding[] {
  return compareCounts(page, countLetters(page, one), countLetters(page, other));
}

/** The letters of a page outside its tables, as two engines count them. */
export function compareCounts(page: number, mine: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): Finding[] {
  const [lost, more] = [excess(theirs, mine), excess(mine, theirs)];
  if (lost === '' && more === '') return [];
  const parts = [lost === '' ? '' : `少读「${lost}」`, more === '' ? '' : `多读「${more}」`].filter((part) => part !== '');
  const message = `第${page}页表外文字，两个引擎识读不一：与第二引擎相比，${parts.join('，')}，请对照原件。`;
  return [{ ...finding('warning', message, []), quote: { section: null, page, box: null, text: more + lost } }];
}

const countLetters = (page: number, lines: readonly TextLine[]): Map<string, number> =>
  countsOf(lines.filter((line) => line.page === page).map(({ text }) => text));

/** How often each letter and digit stands in some texts. */
export function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const letter of letters(text.normalize('NFKC'))) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function excess(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string {
  const signs = [...one].flatMap(([letter, count]) => Array<string>(Math.max(0, count - (other.get(letter) ?? 0))).fill(letter));
  return signs.slice(0, MOST_SIGNS).join('') + (signs.length > MOST_SIGNS ? '…' : '');
}

const finding = (severity: Finding['severity'], message: string, cells: Finding['cells']): Finding => ({
  rule: ENGINES_DISAGREE.id,
  severity,
  verdict: 'reading',
  message,
  cells,
});

/** Pages that were in doubt and that the second engine could not read: their doubt is neither cleared nor confirmed. */
export function unconfirmed(pages: readonly { readonly number: number }[]): Finding[] {
  if (pages.length === 0) return [];
  const message = `第${pages.map(({ number }) => number).join('、')}页存疑，第二个引擎未能识读，未经复核。`;
  return [{ rule: READ_ONCE.id, severity: 'info', verdict: 'reading', message, cells: [] }];
}

/** The tables with every value `contradicted` on which the engines disagree. */
export function withDisagreements(tables: readonly DisclosureTable[], disagreements: readonly Finding[]): DisclosureTable[] {
  const places = disagreements.flatMap(({ cells }) => cells);
  return tables.map((table, index) => {
    const own = places.filter((cell) => cell.table === index);
    if (own.length === 0) return table;
    const isDenied = (row: number, column: string, { page }: DisclosureValue) =>
      own.some((cell) => (cell.column === null ? cell.box === null && cell.page === page : cell.row === row && cell.column === column));
    const deny = (value: DisclosureValue): DisclosureValue =>
      value.value === null || value.status === 'corrected' ? value : { ...value, status: 'contradicted' };
    const rows = table.rows.map((row, i) => {
      const cells = Object.entries(row.cells).map(([key, value]) => [key, isDenied(i, key, value) ? deny(value) : value] as const);
      return { ...row, cells: Object.fromEntries(cells) };
    });
    return { ...table, rows };
  });
}

/**
 * Findings with what a second engine says of their figure or sentence: where it read another, the reading is to blame; where it read the same,
 * no engine lost its sign or digits, and it is the publisher's.
 */
export function settleVerdicts(findings: readonly Finding[], disagreements: readonly Finding[], pages: ReadonlySet<number>): Finding[] {
  const denied = new Set(disagreements.flatMap(({ cells }) => cells.map(cellKey)));
  const deniedTexts = new Set(disagreements.flatMap(({ quote }) => quote?.page ?? []));
  return findings.map((each) => {
    if (each.quote && deniedTexts.has(each.quote.page)) return { ...each, verdict: 'unknown' };
    const [culprit] = each.cells;
    if (!culprit || culprit.column === null || !pages.has(culprit.page)) return each;
    if (denied.has(cellKey(culprit)) || denied.has(cellKey({ ...culprit, row: null, column: null })))
      return { ...each, verdict: 'reading' };
    return each.verdict === 'reading' && each.found != null ? { ...each, verdict: 'publisher' } : each;
  });
}

const cellKey = ({ table, row, column, page }: Finding['cells'][number]) => `${table} ${row} ${column} ${page}`;
