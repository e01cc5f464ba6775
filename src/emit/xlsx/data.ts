import type { CellObject, Sheet } from 'write-excel-file/node';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { TIDY_COLUMNS, type TidyColumn, tidyCells } from '../tidy.js';
import { displayWidth } from '../width.js';
import { amountCell, type CellStyle, HEADING_FILL, textCell } from './cells.js';

/** Characters. */
const NARROWEST = 7;
const WIDEST = 32;
const MARGIN = 2;

const HEADING: CellStyle = { fontWeight: 'bold', backgroundColor: HEADING_FILL };

/** The tidy lines of the CSV, numbers as numbers. */
export function dataSheet(disclosure: Disclosure): Sheet<never> {
  const cells = tidyCells(disclosure);
  const lines = cells.map((cell) => TIDY_COLUMNS.map((column) => column.of(cell)));
  return {
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
