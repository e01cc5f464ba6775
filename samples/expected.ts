/** What must be read out of a sample, made from the declarations it was drawn from. */
import type { Form } from '../schemas/disclosure.js';
import type { Reason } from '../src/base/errors.js';
import { readAmount, yuanOf } from './accounts/amount.js';
import type { Kind } from './documents/narrative.js';
import type { BookTable } from './drawing/book.js';
import type { Rectangle } from './drawing/table.js';
import type { SheetRow } from './forms/sheet.js';

/** `within`: the drawn cell, pt from the top left of the page as seen; the ink's box lies in it. */
interface ExpectedCell {
  text: string;
  value: string | null;
  yuan: string | null;
  page: number;
  within: Rectangle;
  /** A percentage. */
  percent?: true;
}

interface ExpectedRow {
  kind: 'item' | 'subtotal' | 'total' | 'group';
  code: string | null;
  level: '类' | '款' | '项' | null;
  name: string | null;
  line: string | null;
  panel: string | null;
  concept: string | null;
  unit?: SheetRow['row']['unit'];
  codes?: SheetRow['row']['codes'];
  cells: Record<string, ExpectedCell>;
}

export interface ExpectedTable {
  form: Form;
  number: string | null;
  title: string;
  department: string | null;
  unit: string | null;
  pages: number[];
  empty: { statement: string } | null;
  columns: { key: string; path: string[]; ordinal: string | null }[];
  rows: ExpectedRow[];
  fields: Record<string, string>;
  notes: string[];
}

/** A 绩效 form: its head fields, and the text of every cell. */
export interface ExpectedPerformance {
  form: Form;
  number: string | null;
  title: string;
  pages: number[];
  fields: Record<string, string>;
  texts: string[];
}

export interface ExpectedDocument {
  outcome: { status: 'ok' | 'failed'; reason: Reason | null };
  /** null: nothing is expected of it. */
  document: { kind: Kind; department: string; year: number } | null;
  tables: (ExpectedTable | ExpectedPerformance)[];
  /** Where the document contradicts another sample on purpose. */
  injected?: Injected[];
}

/** One figure that two documents tell differently. */
export interface Injected {
  /** The figure's name, as a person would say it. */
  what: string;
  /** What this document prints, in its unit, and where. */
  here: { place: string; value: string };
  /** The stem of the other document, what it prints, and where. */
  other: { stem: string; place: string; value: string };
}

export function expectedTable(table: BookTable): ExpectedTable | ExpectedPerformance {
  const { sheet, drawn } = table;
  const { form, title, fields } = sheet;
  const number = sheet.number === null ? null : withoutSpace(sheet.number);
  if (form === 'department-performance' || form === 'project-performance') {
    const texts = sheet.grid.cells.map((cell) => cell.text).filter((text) => text !== '');
    return { form, number, title, pages: drawn.pages, fields, texts };
  }
  return {
    form,
    number,
    title,
    department: sheet.department,
    unit: sheet.unit,
    pages: drawn.pages,
    empty: sheet.statement === null ? null : { statement: sheet.statement },
    columns: sheet.columns,
    rows: sheet.rows.map((row) => expectedRow(row, table)),
    fields,
    notes: sheet.statement === null ? sheet.notes : [...sheet.notes, sheet.statement],
  };
}

function expectedRow({ row, panel, cells }: SheetRow, table: BookTable): ExpectedRow {
  const { kind, code, line, concept, unit, codes } = row;
  const name = row.name === null ? null : withoutSpace(row.name);
  const printed = cells.filter((cell) => cell.text !== '');
  const values = printed.map((cell) => [cell.key, expectedCell(cell, table)] as const);
  const isBare = kind === 'subtotal' && values.every(([, cell]) => cell.value === null);
  return {
    kind: isBare ? 'group' : kind,
    code,
    level: levelOf(code),
    name,
    line,
    panel,
    concept,
    ...(unit && { unit }),
    ...(codes && { codes }),
    cells: Object.fromEntries(values),
  };
}

function expectedCell({ key, text, row, column }: SheetRow['cells'][number], { sheet, drawn }: BookTable): ExpectedCell {
  const placed = drawn.placed.get(`${row},${column}`);
  if (!placed) throw new Error(`${sheet.title}: the cell ${row},${column} was not drawn`);
  const [x0, y0, x1, y1] = placed.rectangle;
  const place = { page: placed.page, within: [x0, y0, x1, y1].map(hundredths) as Rectangle };
  const isRate = key === RATE;
  const value = readAmount(isRate ? text.replace('%', '') : text);
  const yuan = value === null || isRate ? null : yuanOf(value, sheet.unit);
  return { text, value, yuan, ...place, ...(isRate && value !== null && { percent: true as const }) };
}

/** The column of budgets that holds percentages. */
const RATE = 'change-rate';

/** 208 is a 类, 20805 a 款, 2080505 a 项; of economic codes 301 is a 类, 30101 a 款. */
function levelOf(code: string | null): ExpectedRow['level'] {
  if (code === null) return null;
  return ({ 3: '类', 5: '款', 7: '项' } as const)[code.length] ?? null;
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
