/** Lines of CSV files: RFC 4180, with CRLF. */

/** Stands at the beginning of a file: Excel takes one without it for GBK. */
export const BOM = '\uFEFF';

/**
 * What a spreadsheet may run instead of show: a formula's first character, or a control character, which it may skip to
 * find one. East Asian editions of Excel take the full-width forms too (OWASP, CSV Injection).
 * Apostrophes before it count along, so that taking one away again always gives back the printed text.
 */
const DANGEROUS = /^'*[=+\-@＝＋－＠\p{Cc}]/u;
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/** A leading apostrophe where a spreadsheet might take the text for a formula. A plain decimal such as `-12.30` cannot be one. */
export function harmless(text: string): string {
  return DANGEROUS.test(text) && !PLAIN_DECIMAL.test(text) ? `'${text}` : text;
}

/** One line with its CRLF. Cells whose index `isText` accepts hold printed text and are made harmless; null is an empty cell. */
export function csvLine(cells: readonly (string | number | null)[], isText: (index: number) => boolean): string {
  return `${cells.map((cell, index) => (cell === null ? '' : quoted(isText(index) ? harmless(String(cell)) : String(cell)))).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
