import type { Disclosure } from '../../schemas/disclosure.js';
import { BOM, csvLine } from '../base/csv.js';
import { TIDY_COLUMNS, tidyCells } from './tidy.js';

/** The tidy lines as RFC 4180 with a BOM and CRLF: one line per cell that has text, under one line of column names. */
export function toCsv(disclosure: Disclosure): string {
  const isText = (index: number) => TIDY_COLUMNS[index]?.kind === 'text';
  const lines = tidyCells(disclosure).map((cell) => TIDY_COLUMNS.map((column) => column.of(cell)));
  return BOM + [TIDY_COLUMNS.map(({ name }) => name), ...lines].map((line) => csvLine(line, isText)).join('');
}
