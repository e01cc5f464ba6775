import type { DocumentFamily } from '../../extractors/family.js';
import type { CellCorrection, Correction, RowCorrection, TableCorrection } from '../../schemas/corrections.js';
import type { DisclosureRow, PartNote } from '../../schemas/disclosure.js';
import { readAsForm } from '../extract/extract.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow, PrintedTable } from '../model/printed.js';
import { possibleTexts, printedText, readingsOf } from '../normalize/prints.js';
import { normalizeTable } from '../normalize/table.js';
import { blankAt, cellAt, rowAt, tableAt } from './place.js';

/** Labelled tables with what a person corrected, and why each entry that was not applied was refused. */
export interface Applied {
  readonly tables: readonly PrintedTable[];
  /** By the index of the entry; null: applied. */
  readonly refusals: ReadonlyMap<number, string | null>;
}

type Step = readonly PrintedTable[] | string;

const NOTHING_THERE = '该处没有';
const TAKEN = '同一处已有另一条更正';

/**
 * Corrections on labelled tables, as if the print had read so: forms and units first, for they decide what the rows and columns are; then
 * rows from top to bottom, for a code may be inherited from above; then cells. One whose place no longer reads as it did is refused.
 */
export function applyCorrections(
  tables: readonly PrintedTable[],
  entries: ReadonlyMap<number, Correction>,
  family: DocumentFamily,
): Applied {
  const refusals = new Map<number, string | null>();
  let current = tables;
  const take = (index: number, step: Step) => {
    refusals.set(index, typeof step === 'string' ? step : null);
    if (typeof step !== 'string') current = step;
  };
  const all = [...entries];
  for (const [index, entry] of all) if (entry.kind === 'table') take(index, correctTable(current, entry, family));
  const asRead = readRows(current, family);
  const rows = all.flatMap(([index, entry]) => (entry.kind === 'row' ? [{ index, entry }] : []));
  for (const { index, entry } of rows.toSorted((a, b) => downwards(a.entry, b.entry)))
    take(index, correctRow(current, entry, asRead, family));
  for (const [index, entry] of all) if (entry.kind === 'cell') take(index, correctCell(current, entry));
  return { tables: current, refusals };
}

const downwards = (a: Correction, b: Correction) => a.page - b.page || a.box[1] - b.box[1];

function correctTable(tables: readonly PrintedTable[], { now, was, reason, by, ...place }: TableCorrection, family: DocumentFamily): Step {
  const index = tableAt(tables, place);
  const table = index === null ? undefined : tables[index];
  if (index === null || !table) return `${NOTHING_THERE}表格`;
  if (table.corrections) return TAKEN;
  const { unit } = normalizeTable(table, family).table;
  if (table.form !== was.form) return `该表现在的表种是 ${table.form}，作更正时是 ${was.form}`;
  if (unit !== was.unit) return `该表现在的单位是${quoted(unit)}，作更正时是${quoted(was.unit)}`;
  const notes: PartNote[] = [
    ...(now.form === undefined ? [] : [{ what: 'form' as const, was: was.form, reason, by }]),
    ...(now.unit === undefined ? [] : [{ what: 'unit' as const, was: was.unit, reason, by }]),
  ];
  if (notes.length === 0) return '没有写明改成什么';
  const read = now.form === undefined || now.form === table.form ? table : readAsForm(table, now.form, family);
  const caption = now.unit === undefined ? read.caption : { ...read.caption, unit: now.unit };
  return tables.with(index, { ...read, caption, corrections: notes });
}

/** Codes and names as they are without any correction of a row. */
type ReadRows = (table: number, row: number) => DisclosureRow | undefined;

function readRows(tables: readonly PrintedTable[], family: DocumentFamily): ReadRows {
  const read = new Map<number, readonly DisclosureRow[]>();
  return (index, row) => {
    const table = tables[index];
    if (table && !read.has(index)) read.set(index, normalizeTable(table, family).table.rows);
    return read.get(index)?.[row];
  };
}

function correctRow(
  tables: readonly PrintedTable[],
  { now, was, reason, by, ...place }: RowCorrection,
  asRead: ReadRows,
  family: DocumentFamily,
): Step {
  const found = rowAt(tables, place);
  const table = found ? tables[found.table] : undefined;
  const printed = found ? table?.rows[found.row] : undefined;
  if (!found || !table || !printed) return `${NOTHING_THERE}有名称或金额的行`;
  if (printed.corrections) return TAKEN;
  // What stands above may have been corrected since: either way to read the row will do.
  const current = normalizeTable(table, family).table.rows[found.row];
  const isSame = (row: DisclosureRow | undefined) => row?.code === was.code && row.name === was.name;
  if (!isSame(asRead(found.table, found.row)) && !isSame(current))
    return `该行现在读作${quoted(labelOf(current))}，作更正时是${quoted(labelOf(was))}`;
  if (now.code && table.declaration?.rows.by !== 'code') return '该表的行没有科目编码';
  const notes: PartNote[] = [
    ...(now.code === undefined ? [] : [{ what: 'code' as const, was: was.code, reason, by }]),
    ...(now.name === undefined ? [] : [{ what: 'name' as const, was: was.name, reason, by }]),
  ];
  if (notes.length === 0) return '没有写明改成什么';
  const name = now.name === undefined ? was.name : now.name;
  const code = now.code === undefined ? was.code : now.code;
  return withRow(tables, found.table, found.row, { ...printed, code: code ? [code] : [], name, corrections: notes });
}

const labelOf = (row: { readonly code: string | null; readonly name: string | null } | undefined): string | null =>
  row ? [row.code, row.name].filter((part) => part !== null).join(' ') : null;

function correctCell(tables: readonly PrintedTable[], { now, was, reason, by, ...place }: CellCorrection): Step {
  const found = was.text === null ? blankAt(tables, place) : cellAt(tables, place);
  const row = found ? tables[found.table]?.rows[found.row] : undefined;
  const other = found ? null : cellAt(tables, place);
  if (!found || !row) return other ? differs(other.cell, was.text) : `${NOTHING_THERE}可以更正的单元格`;
  if (found.cell.correction) return TAKEN;
  if (was.text !== null && !textsOf(found.cell).includes(was.text)) return differs(found.cell, was.text);
  const { ink, ...cell } = found.cell;
  const corrected: Cell = { ...cell, ink, text: now.text, correction: { was: was.text, reason, by } };
  return withRow(tables, found.table, found.row, { ...row, cells: new Map(row.cells).set(found.column, corrected) });
}

const differs = (cell: Cell, was: string | null) =>
  cell.correction ? TAKEN : `该格现在读作${quoted(printedText(cell))}，作更正时是${quoted(was)}`;

/** Any of what OCR held possible may have stood in the result that was corrected: the identities chose. */
const textsOf = (cell: Cell): string[] => [printedText(cell), ...possibleTexts(readingsOf(cell))];

function withRow(tables: readonly PrintedTable[], table: number, row: number, changed: PrintedRow): readonly PrintedTable[] {
  return tables.map((each, i) => (i === table ? { ...each, rows: each.rows.with(row, changed) } : each));
}

/** Characters of a reading that a message quotes. */
const LONGEST = 40;

/** 「395.87」, or 空白 for what is blank. */
export function quoted(text: string | null): string {
  if (text === null || text === '') return '空白';
  return `「${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}」`;
}
