import type { Disclosure } from '../../schemas/disclosure.js';
import { BOM, csvLine } from '../base/csv.js';
import { tidyCells, tidyColumns } from './tidy.js';

/** The tidy lines as RFC 4180 with a BOM and CRLF: one line per cell that has text, under one line of column names. */
export function toCsv(disclosure: Disclosure): string {
  const columns = tidyColumns(disclosure);
  const isText = (index: number) => columns[index]?.kind === 'text';
  const lines = tidyCells(disclosure).map((cell) => columns.map((column) => column.of(cell)));
  return BOM + [columns.map(({ name }) => name), ...lines].map((line) => csvLine(line, isText)).join('');
}
