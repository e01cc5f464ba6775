import type { CellObject } from 'write-excel-file/node';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { displayWidth } from '../../base/width.js';
import { addressOf } from '../grid/places.js';
import { TIDY_COLUMNS, type TidyColumn, tidyCells } from '../tidy.js';
import { amountCell, type CellStyle, HEADING_FILL, textCell } from './cells.js';
import type { ExtendedSheet } from './sheet.js';

/** Characters. */
const NARROWEST = 7;
const WIDEST = 32;
const MARGIN = 4;

const HEADING: CellStyle = { fontWeight: 'bold', backgroundColor: HEADING_FILL };

/** The tidy lines of the CSV, numbers as numbers, as a table to filter. */
export function dataSheet(disclosure: Disclosure): ExtendedSheet {
  const cells = tidyCells(disclosure);
  const lines = cells.map((cell) => TIDY_COLUMNS.map((column) => column.of(cell)));
  const sheet: ExtendedSheet['sheet'] = {
    sheet: '数据',
    data: [
      TIDY_COLUMNS.map(({ name, kind }) => textCell(name, { ...HEADING, align: kind === 'number' ? 'right' : 'left' })),
      ...lines.map((line) => line.map((value, index) => dataCell(TIDY_COLUMNS[index], value))),
    ],
    columns: TIDY_COLUMNS.map((column, index) => ({
      width: columnWidth([column.name, ...lines.map((line) => String(line[index] ?? ''))]),
    })),
    orientation: 'landscape',
    stickyRowsCount: 1,
  };
  const range = `A1:${addressOf({ row: lines.length, column: TIDY_COLUMNS.length - 1 })}`;
  const names = TIDY_COLUMNS.map(({ name }) => name);
  // A table needs a line below its heads.
  return { sheet, extras: lines.length === 0 ? {} : { table: { range, columns: names } } };
}

function dataCell(column: TidyColumn | undefined, value: string | number | null): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value };
  return column?.kind === 'number' ? amountCell(value, value) : textCell(value);
}

function columnWidth(texts: string[]): number {
  const widest = texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, widest + MARGIN));
}
