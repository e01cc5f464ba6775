import type { Disclosure } from '../../schemas/disclosure.js';
import { TIDY_COLUMNS, type TidyColumn, tidyCells } from './tidy.js';

/** Excel takes a file without it for GBK. */
const BOM = '\uFEFF';

/**
 * What a spreadsheet may run instead of show: a formula's first character, or a control character, which it may skip to
 * find one. East Asian editions of Excel take the full-width forms too (OWASP, CSV Injection).
 * Apostrophes before it count along, so that taking one away again always gives back the printed text.
 */
const DANGEROUS = /^'*[=+\-@＝＋－＠\p{Cc}]/u;
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/** The tidy lines as RFC 4180 with a BOM and CRLF: one line per cell that has text, under one line of column names. */
export function toCsv(disclosure: Disclosure): string {
  const lines = tidyCells(disclosure).map((cell) => TIDY_COLUMNS.map((column) => field(column, column.of(cell))));
  return BOM + [TIDY_COLUMNS.map((column) => column.name), ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

function field(column: TidyColumn, value: string | number | null): string {
  if (value === null) return '';
  return quote(column.kind === 'text' ? harmless(String(value)) : String(value));
}

/** A leading apostrophe where a spreadsheet might take the text for a formula. A plain decimal such as `-12.30` cannot be one. */
export function harmless(text: string): string {
  return DANGEROUS.test(text) && !PLAIN_DECIMAL.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
