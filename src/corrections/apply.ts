import type { DocumentFamily } from '../../extractors/family.js';
import type { CellCorrection, Correction, RowCorrection, TableCorrection } from '../../schemas/corrections.js';
import type { DisclosureRow, PartNote } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { readAsForm } from '../extract/extract.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow, PrintedTable } from '../model/printed.js';
import { possibleTexts, printedText, readingsOf } from '../normalize/prints.js';
import type { Places } from '../rebuild/sheets/places.js';
import { findBlank, findCell, findRow, findTable } from './find.js';
import { type Located, locate } from './locate.js';
import { type ResultReader, resultReader } from './result-reader.js';
import { quoted } from './words.js';

/** Labelled tables with what a person corrected, and why each entry that was not applied was refused. */
export interface Applied {
  readonly tables: readonly PrintedTable[];
  /** By the index of the entry; null: applied. */
  readonly refusals: ReadonlyMap<number, string | null>;
}

/** All tables with one correction, or the sentence that says why it is refused. */
type Attempt = readonly PrintedTable[] | string;

const NOTHING_THERE = '该处没有';
const TAKEN = '同一处已有另一条更正';
const NOTHING_CHANGED = '没有写明改成什么';

/**
 * Corrections on labelled tables, as if the print had read so: forms and units first, for they decide what the rows and columns are; then
 * rows from top to bottom, for a code may be inherited from above; then cells. One whose place no longer reads as it did is refused.
 * @param places of a document without pages
 */
export function applyCorrections(
  tables: readonly PrintedTable[],
  entries: ReadonlyMap<number, Correction>,
  family: DocumentFamily,
  places?: Places,
): Applied {
  const inResult = resultReader(family, tables);
  const refusals = new Map<number, string | null>();
  let current = tables;
  const record = (index: number, attempt: Attempt) => {
    refusals.set(index, typeof attempt === 'string' ? attempt : null);
    if (typeof attempt !== 'string') current = attempt;
  };
  const located = [...entries].flatMap(([index, entry]) => {
    const place = locate(entry, places);
    if (typeof place !== 'string') return [{ index, entry, place }];
    record(index, place);
    return [];
  });
  for (const { index, entry, place } of located)
    if (entry.kind === 'table') record(index, correctTable(current, place, entry, family, inResult));
  const uncorrected = current;
  for (const { index, entry, place } of located.toSorted((a, b) => downwards(a.place, b.place)))
    if (entry.kind === 'row') record(index, correctRow(current, place, entry, uncorrected, inResult));
  for (const { index, entry, place } of located) if (entry.kind === 'cell') record(index, correctCell(current, place, entry));
  return { tables: current, refusals };
}

const downwards = (a: Located, b: Located) => a.page - b.page || a.box[1] - b.box[1];

function correctTable(
  tables: readonly PrintedTable[],
  place: Located,
  { now, was, reason, by }: TableCorrection,
  family: DocumentFamily,
  inResult: ResultReader,
): Attempt {
  const index = findTable(tables, place);
  if (index === null) return `${NOTHING_THERE}表格`;
  const table = at(tables, index);
  if (table.corrections) return TAKEN;
  const { unit } = inResult(table);
  if (table.form !== was.form) return `该表现在的表种是 ${table.form}，作更正时是 ${was.form}`;
  if (unit !== was.unit) return `该表现在的单位是${quoted(unit)}，作更正时是${quoted(was.unit)}`;
  const notes: PartNote[] = [
    ...(now.form === undefined ? [] : [{ what: 'form' as const, was: was.form, reason, by }]),
    ...(now.unit === undefined ? [] : [{ what: 'unit' as const, was: was.unit, reason, by }]),
  ];
  if (notes.length === 0) return NOTHING_CHANGED;
  const read = now.form === undefined || now.form === table.form ? table : readAsForm(table, now.form, family);
  const caption = now.unit === undefined ? read.caption : { ...read.caption, unit: now.unit };
  return tables.with(index, { ...read, caption, corrections: notes });
}

/** @param uncorrected the tables before any of their rows was corrected */
function correctRow(
  tables: readonly PrintedTable[],
  place: Located,
  { now, was, reason, by }: RowCorrection,
  uncorrected: readonly PrintedTable[],
  inResult: ResultReader,
): Attempt {
  const found = findRow(tables, place);
  if (!found) return `${NOTHING_THERE}有名称或金额的行`;
  const table = at(tables, found.table);
  const printed = at(table.rows, found.row);
  if (printed.corrections) return TAKEN;
  // What stands above may have been corrected since: either way to read the row will do.
  const current = at(inResult(table).rows, found.row);
  const first = at(inResult(at(uncorrected, found.table)).rows, found.row);
  const isSame = (row: DisclosureRow) => row.code === was.code && row.name === was.name;
  if (!isSame(first) && !isSame(current)) return `该行现在读作${quoted(labelOf(current))}，作更正时是${quoted(labelOf(was))}`;
  if (now.code && table.declaration?.rows.by !== 'code') return '该表的行没有科目编码';
  const notes: PartNote[] = [
    ...(now.code === undefined ? [] : [{ what: 'code' as const, was: was.code, reason, by }]),
    ...(now.name === undefined ? [] : [{ what: 'name' as const, was: was.name, reason, by }]),
  ];
  if (notes.length === 0) return NOTHING_CHANGED;
  const name = now.name === undefined ? was.name : now.name;
  const code = now.code === undefined ? was.code : now.code;
  return withRow(tables, found.table, found.row, { ...printed, code: code ? [code] : [], name, corrections: notes });
}

const labelOf = ({ code, name }: Pick<DisclosureRow, 'code' | 'name'>): string => [code, name].filter((part) => part !== null).join(' ');

function correctCell(tables: readonly PrintedTable[], place: Located, { now, was, reason, by }: CellCorrection): Attempt {
  const found = was.text === null ? findBlank(tables, place) : findCell(tables, place);
  const other = found ? null : findCell(tables, place);
  if (!found) return other ? differs(other.cell, was.text) : `${NOTHING_THERE}可以更正的单元格`;
  if (found.cell.correction) return TAKEN;
  if (was.text !== null && !textsOf(found.cell).includes(was.text)) return differs(found.cell, was.text);
  const table = at(tables, found.table);
  const corrected = (cell: Cell): Cell => ({ ...cell, text: now.text, correction: { was: was.text, reason, by } });
  const filled = table.rows.map((row, index) => {
    const cells = [...row.cells].map(([column, cell]) => [column, isSamePrint(cell, found.cell) ? corrected(cell) : cell] as const);
    const blank = index === found.row && !row.cells.has(found.column) ? [[found.column, corrected(found.cell)] as const] : [];
    return { ...row, cells: new Map([...cells, ...blank]) };
  });
  return tables.with(found.table, { ...table, rows: filled });
}

/** A merged cell is printed once, and is one of each row that it reaches. */
const isSamePrint = (a: Cell, b: Cell): boolean => a.page === b.page && a.box.every((edge, i) => edge === b.box[i]);

const differs = (cell: Cell, was: string | null) =>
  cell.correction ? TAKEN : `该格现在读作${quoted(printedText(cell))}，作更正时是${quoted(was)}`;

/** Any of what OCR held possible may have stood in the result that was corrected: the identities chose. */
const textsOf = (cell: Cell): string[] => [printedText(cell), ...possibleTexts(readingsOf(cell))];

function withRow(tables: readonly PrintedTable[], table: number, row: number, changed: PrintedRow): readonly PrintedTable[] {
  const before = at(tables, table);
  return tables.with(table, { ...before, rows: before.rows.with(row, changed) });
}
