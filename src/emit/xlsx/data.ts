import type { Disclosure } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { say } from '../../base/language.js';
import { displayWidth } from '../../base/width.js';
import { type TidyColumn, tidyCells, tidyColumns } from '../tidy.js';
import { STATUSES } from '../words.js';
import type { CellStyle, SheetCell, SheetRow, Worksheet } from '../workbook/sheet.js';
import { amountCell, HEADING_FILL, textCell } from './cells.js';
import { SHEETS } from './names.js';

/** Characters. */
const NARROWEST = 7;
const WIDEST = 32;
const MARGIN = 4;

const HEADING: CellStyle = { bold: true, fill: HEADING_FILL };

type TidyLine = readonly (string | number | null)[];

/** Columns that machines ask for: they stand behind the others, folded away. */
const TECHNICAL = new Set([
  'document',
  'region_code',
  'form',
  'table',
  'row',
  'row_kind',
  'concept',
  'column_key',
  'x0',
  'y0',
  'x1',
  'y1',
  'method',
  'department_id',
]);

/** The tidy lines of the CSV, numbers as numbers, as a table to filter, under heads that people read. */
export function dataSheet(disclosure: Disclosure): Worksheet {
  const { columns: tidy, foldedFrom } = dataColumns(tidyColumns(disclosure));
  const lines = tidyCells(disclosure).map((cell): TidyLine => tidy.map((column) => column.of(cell)));
  const columns = tidy.map(({ title }) => title);
  return {
    name: SHEETS.data,
    rows: dataRows(tidy, lines),
    widths: columns.map((name, index) => columnWidth([name, ...lines.map((line) => String(line[index] ?? ''))])),
    landscape: true,
    frozenRows: 1,
    foldedFrom,
    // A table needs a line below its heads.
    ...(lines.length > 0 && { table: { columns, rows: lines.length } }),
  };
}

/** The columns in the order of the sheet, and how many of them are shown before one unfolds the others. */
export function dataColumns(all: readonly TidyColumn[]): { readonly columns: readonly TidyColumn[]; readonly foldedFrom: number } {
  const isTechnical = ({ name }: TidyColumn) => TECHNICAL.has(name);
  const shown = all.filter((column) => !isTechnical(column));
  return { columns: [...shown, ...all.filter(isTechnical)].map(inWords), foldedFrom: shown.length };
}

/** Its head and a status as people read them. */
const inWords = (column: TidyColumn): TidyColumn => ({
  ...column,
  title: say(column.title, englishHead(column.name)),
  ...(column.name === 'status' && { of: ({ cell }) => cell.status && STATUSES[cell.status].name }),
});

/** column_path → Column path. */
const englishHead = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

function* dataRows(tidy: readonly TidyColumn[], lines: readonly TidyLine[]): Generator<SheetRow> {
  yield dataHeads(tidy);
  for (const line of lines) yield { cells: line.map((value, index) => dataCell(at(tidy, index), value)) };
}

export const dataHeads = (columns: readonly Pick<TidyColumn, 'title' | 'kind'>[]): SheetRow => ({
  cells: columns.map(({ title, kind }) => textCell(title, { ...HEADING, horizontal: kind === 'number' ? 'right' : 'left' })),
});

/** A value of a tidy line. */
export function dataCell({ kind }: Pick<TidyColumn, 'kind'>, value: string | number | null): SheetCell | null {
  if (value === null) return null;
  if (typeof value === 'number') return { value };
  return kind === 'number' ? amountCell(value, value) : textCell(value);
}

function columnWidth(texts: readonly string[]): number {
  const widest = texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, widest + MARGIN));
}
