/** What was drawn is what is read, value by value, or it is flagged. */
import type { Disclosure, DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { squeeze } from '../../src/base/text.js';
import { boxOf } from '../../src/model/box.js';
import { TABLE_UNREAD } from '../../src/model/reading-rules.js';
import { extractDisclosure } from '../../src/pipeline.js';
import type { Rectangle } from '../drawing/table.js';
import { type RandomDocument, randomDocument } from './document.js';
import type { RandomLayout } from './layout.js';
import type { TrueTable, TrueValue } from './truth.js';

/**
 * `failed`: no result. `table`: no table where one was drawn. Of one value, without a flag: `lost`, `wrong`, `misplaced` (in another column or
 * row), `label` (in a row whose code, name or 行次 is another), `invented`.
 */
interface Miss {
  kind: 'failed' | 'table' | 'lost' | 'wrong' | 'misplaced' | 'label' | 'invented';
  text: string;
}

export interface Verdict {
  values: number;
  right: number;
  /** Not right, but said to be in doubt. */
  flagged: number;
  /** Right, but said to be in doubt. */
  doubted: number;
  misses: Miss[];
}

const FLAGS: readonly (string | null)[] = ['contradicted', 'unreadable', 'unchecked'];

/** One value as read. */
interface Read {
  table: DisclosureTable;
  row: DisclosureRow;
  column: string;
  cell: DisclosureValue;
  /** Its status is a flag, or a finding points at it. */
  isFlagged: boolean;
  /** A finding, be it only a remark, points at its row. */
  isRowFlagged: boolean;
}

/** Draws a document, reads it as everybody reads, and compares. */
export async function judge(layout: RandomLayout): Promise<Verdict> {
  const drawn = randomDocument(layout);
  return compare(drawn, await extractDisclosure(drawn.bytes, { ocr: 'off' }));
}

/** What was drawn beside what was read. */
export function compare({ tables }: Pick<RandomDocument, 'tables'>, found: Disclosure): Verdict {
  const { status, message } = found.outcome;
  const read = readValues(found);
  const verdict: Verdict = { values: 0, right: 0, flagged: 0, doubted: 0, misses: [] };
  if (status === 'failed') verdict.misses.push({ kind: 'failed', text: message ?? '' });
  const matched = new Set<Read>();
  for (const table of tables) {
    const isToldUnread = isUnread(table, found);
    if (!isToldUnread && !found.tables.some((other) => isThere(table, other)))
      verdict.misses.push({ kind: 'table', text: `${table.title}, p. ${table.pages.join(' ')}` });
    for (const value of table.values.filter((candidate) => candidate.value !== null)) {
      verdict.values += 1;
      if (isToldUnread && !read.some((item) => standsIn(item.cell, value))) verdict.flagged += 1;
      else judgeValue(value, table, read, found, verdict, matched);
    }
  }
  const drawn = tables.flatMap((table) => table.values);
  for (const item of read) {
    if (item.cell.value === null || matched.has(item) || item.isFlagged) continue;
    // A value read from the place of a true one was judged there.
    if (drawn.some((value) => value.value !== null && standsIn(item.cell, value))) continue;
    verdict.misses.push({ kind: 'invented', text: readText(item) });
  }
  return verdict;
}

/** A finding says that its caption is printed and its body was not read. */
const isUnread = ({ title, pages }: TrueTable, { findings }: Disclosure): boolean =>
  findings.some(
    ({ rule, message, quote }) => rule === TABLE_UNREAD.id && pages.includes(quote?.page ?? 0) && message.includes(`《${title}》`),
  );

/** A finding says that rows of the page are in no table. */
const hasUnreadRows = (page: number, { findings }: Disclosure): boolean =>
  findings.some(({ rule, message, quote }) => rule === TABLE_UNREAD.id && quote?.page === page && !message.includes('《'));

function judgeValue(value: TrueValue, table: TrueTable, read: Read[], found: Disclosure, verdict: Verdict, matched: Set<Read>): void {
  const here = read.filter((item) => standsIn(item.cell, value));
  const right = here.find((item) => item.table.form === table.form && isRight(item, value));
  if (right) {
    matched.add(right);
    verdict.right += 1;
    if (right.isFlagged) verdict.doubted += 1;
    const others = here.filter((item) => item !== right && item.cell.value !== null && !item.isFlagged);
    for (const item of others) verdict.misses.push({ kind: 'invented', text: `twice: ${readText(item)}` });
    return;
  }
  const touching = read.filter((item) => overlaps(item.cell.page, boxOf(item.cell), value));
  const isUnplaced = found.pages.some((page) => page.unplaced.some(({ box }) => overlaps(page.number, box, value)));
  const isToldLost = here.length === 0 && hasUnreadRows(value.page, found);
  if (isUnplaced || isToldLost || touching.some((item) => item.isFlagged)) {
    verdict.flagged += 1;
    return;
  }
  const [first] = here;
  const kind = kindOf(first, table, value);
  if (kind === 'label' && first?.isRowFlagged) verdict.flagged += 1;
  else verdict.misses.push({ kind, text: `${trueText(table, value)}${first ? ` → ${readText(first)}` : ''}` });
}

function kindOf(read: Read | undefined, { form }: TrueTable, value: TrueValue): Miss['kind'] {
  if (!read) return 'lost';
  if (!sameValue(read.cell.value, value.value)) return 'wrong';
  if (read.table.form !== form || read.column !== value.column) return 'misplaced';
  const isHalfRight = read.row.code === value.row.code || squeeze(read.row.name ?? '') === squeeze(value.row.name ?? '');
  return isHalfRight ? 'label' : 'misplaced';
}

function readValues({ tables, findings }: Disclosure): Read[] {
  const cells = new Set<string>();
  const rows = new Set<string>();
  for (const { severity, cells: places } of findings) {
    for (const { table, row, column } of places) {
      if (severity !== 'info') cells.add(`${table} ${row} ${column}`);
      rows.add(`${table} ${row}`);
    }
  }
  return tables.flatMap((table, t) =>
    table.rows.flatMap((row, r) =>
      Object.entries(row.cells).map(([column, cell]) => {
        const isFlagged = FLAGS.includes(cell.status) || cells.has(`${t} ${r} ${column}`);
        return { table, row, column, cell, isFlagged, isRowFlagged: rows.has(`${t} ${r}`) };
      }),
    ),
  );
}

/** Of the same form; or of an unknown one, if it has rows, whose values say that they are in doubt. */
function isThere(table: TrueTable, found: DisclosureTable): boolean {
  const isOnPage = table.pages.some((page) => found.pages.includes(page));
  return isOnPage && (found.form === table.form || (found.form === 'other' && found.rows.length > 0));
}

function isRight({ row, column, cell }: Read, value: TrueValue): boolean {
  return column === value.column && isSameRow(row, value.row) && sameValue(cell.value, value.value);
}

/** By code, name and 行次, of budgets by concept and unit too; white space is only spacing. */
function isSameRow(read: DisclosureRow, { code, name, line, meaning }: TrueValue['row']): boolean {
  const same = (a: string | null | undefined, b: string | null | undefined) => squeeze(a ?? '') === squeeze(b ?? '');
  if (!same(read.code, code) || !same(read.name, name) || (line !== null && !same(read.line, line))) return false;
  if (meaning === undefined) return true;
  const { concept, unit } = meaning;
  return same(read.concept, concept) && same(read.unit?.code, unit?.code) && same(read.unit?.name, unit?.name);
}

function sameValue(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Number(a) === Number(b);
}

/** Is the middle of what was read within the cell that was drawn? */
function standsIn({ page, box }: DisclosureValue, value: TrueValue): boolean {
  const [x0, y0, x1, y1] = boxOf({ box });
  const [left, top, right, bottom] = value.within;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return page === value.page && left <= x && x <= right && top <= y && y <= bottom;
}

function overlaps(page: number, [x0, y0, x1, y1]: readonly [number, number, number, number], value: TrueValue): boolean {
  const [left, top, right, bottom]: Rectangle = value.within;
  return page === value.page && Math.min(x1, right) - Math.max(x0, left) > 1 && Math.min(y1, bottom) - Math.max(y0, top) > 1;
}

function trueText(table: TrueTable, { row, column, text, page }: TrueValue): string {
  return `${table.form} p. ${page}: ${rowText(row)} ${column} ${text}`;
}

function readText({ table, row, column, cell }: Read): string {
  return `${table.form} p. ${cell.page}: ${rowText(row)} ${column} ${cell.text} (${cell.status ?? 'no status'})`;
}

function rowText(row: TrueValue['row'] | DisclosureRow): string {
  const { code, name, line } = row;
  const { concept, unit } = 'cells' in row ? row : (row.meaning ?? { concept: null, unit: null });
  const beside = [unit ? `(${unit.code ?? '—'} ${unit.name})` : null, concept].filter((label) => label !== null);
  return [...[code, name === null ? null : squeeze(name), line].map((label) => label ?? '—'), ...beside].join(' ');
}
