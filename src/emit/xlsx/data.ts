import type { Disclosure } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { displayWidth } from '../../base/width.js';
import { type TidyColumn, tidyCells, tidyColumns } from '../tidy.js';
import type { CellStyle, SheetCell, SheetRow, Worksheet } from '../workbook/sheet.js';
import { amountCell, HEADING_FILL, textCell } from './cells.js';

/** Characters. */
const NARROWEST = 7;
const WIDEST = 32;
const MARGIN = 4;

const HEADING: CellStyle = { bold: true, fill: HEADING_FILL };

type TidyLine = readonly (string | number | null)[];

/** The tidy lines of the CSV, numbers as numbers, as a table to filter. */
export function dataSheet(disclosure: Disclosure): Worksheet {
  const tidy = tidyColumns(disclosure);
  const lines = tidyCells(disclosure).map((cell): TidyLine => tidy.map((column) => column.of(cell)));
  const columns = tidy.map(({ name }) => name);
  return {
    name: '数据',
    rows: dataRows(tidy, lines),
    widths: columns.map((name, index) => columnWidth([name, ...lines.map((line) => String(line[index] ?? ''))])),
    landscape: true,
    frozenRows: 1,
    // A table needs a line below its heads.
    ...(lines.length > 0 && { table: { columns, rows: lines.length } }),
  };
}

function* dataRows(tidy: readonly TidyColumn[], lines: readonly TidyLine[]): Generator<SheetRow> {
  yield { cells: tidy.map(({ name, kind }) => textCell(name, { ...HEADING, horizontal: kind === 'number' ? 'right' : 'left' })) };
  for (const line of lines) yield { cells: line.map((value, index) => dataCell(at(tidy, index), value)) };
}

function dataCell({ kind }: TidyColumn, value: string | number | null): SheetCell | null {
  if (value === null) return null;
  if (typeof value === 'number') return { value };
  return kind === 'number' ? amountCell(value, value) : textCell(value);
}

function columnWidth(texts: readonly string[]): number {
  const widest = texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, widest + MARGIN));
}
