import { CsvError, parse } from 'csv-parse/sync';
import { decodeText, type Encoding } from '../../base/decode.js';
import { at } from '../../base/invariant.js';

/** A line of a table that people keep, with the number it has in the file, from 1. */
export interface CsvLine {
  readonly number: number;
  /** By the name of their column, without blanks around them. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A table of named columns, as far as it can be read. */
export interface CsvTable {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly columns: readonly string[];
  readonly lines: readonly CsvLine[];
  /** Lines that cannot be used, and why. */
  readonly wrong: readonly { readonly number: number; readonly why: string }[];
}

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** Lines that are read at once: the reader takes as long to begin as for hundreds of them. */
const BLOCK = 1000;

/** Lines that a text in quotation marks may go on over. */
const MOST_LINES = 20;

/**
 * Reads a table whose first line names its columns, among them all of `needed`, in any encoding that `decodeText` knows. The separator is
 * the one by which the first line has these columns. A line that cannot be read costs that line alone.
 * Gives a sentence where there is no such first line.
 */
export function readCsv(bytes: Uint8Array, needed: readonly string[]): CsvTable | string {
  const { text, encoding } = decodeText(bytes);
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return 'it is empty';
  const headers = SEPARATORS.map((separator) => ({ separator, columns: columnsOf(at(lines, first), separator) }));
  const fitting = headers.filter(({ columns }) => needed.every((name) => columns.includes(name)));
  const [header] = fitting;
  if (!header)
    return `line ${first + 1} must name the column ${needed.join(', ')}; it reads ${JSON.stringify(shortened(at(lines, first)))}`;
  const { separator, columns } = header;
  const double = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (double !== undefined) return `line ${first + 1} names the column ${double} twice`;
  return { encoding, separator, columns, ...readLines(lines, first + 1, separator, columns) };
}

const columnsOf = (line: string, separator: string): string[] => {
  const records = recordsOf(line, separator);
  return typeof records === 'string' ? [] : at(records, 0).map((name) => name.toLowerCase());
};

function readLines(all: readonly string[], from: number, separator: string, columns: readonly string[]): Pick<CsvTable, 'lines' | 'wrong'> {
  const lines: CsvLine[] = [];
  const wrong: { number: number; why: string }[] = [];
  const take = (index: number, read: readonly string[] | string) => {
    const number = index + 1;
    if (typeof read === 'string') wrong.push({ number, why: read });
    else if (read.some((field) => field !== ''))
      lines.push({ number, fields: Object.fromEntries(columns.map((name, column) => [name, at(read, column)])) });
  };
  for (let index = from; index < all.length; ) {
    const block = all.slice(index, index + BLOCK);
    const records = recordsOf(block.join('\n'), separator);
    if (typeof records !== 'string' && records.length === block.length) {
      for (const [i, fields] of records.entries()) take(index + i, fitting(at(block, i), fields, columns));
      index += block.length;
      continue;
    }
    // Something goes on over several lines, or is wrong: each line by itself.
    for (const end = index + block.length; index < end; ) {
      const { taken, read } = readLine(all, index, separator, columns);
      take(index, read);
      index += taken;
    }
  }
  return { lines, wrong };
}

/** One line, or several where a text in quotation marks goes on over them; a mark that is never closed costs its own line only. */
function readLine(
  all: readonly string[],
  index: number,
  separator: string,
  columns: readonly string[],
): { readonly taken: number; readonly read: readonly string[] | string } {
  const alone = readFields(at(all, index), separator, columns);
  let quotes = 0;
  for (let taken = 1; typeof alone === 'string' && taken <= MOST_LINES && index + taken <= all.length; taken += 1) {
    quotes += at(all, index + taken - 1).split('"').length - 1;
    if (taken === 1 && quotes % 2 === 0) break;
    if (quotes % 2 !== 0) continue;
    const joined = readFields(all.slice(index, index + taken).join('\n'), separator, columns);
    if (typeof joined !== 'string') return { taken, read: joined };
  }
  return { taken: 1, read: alone };
}

/** The fields of one line, or why it has none. */
function readFields(line: string, separator: string, columns: readonly string[]): readonly string[] | string {
  const records = recordsOf(line, separator);
  return typeof records === 'string' ? records : fitting(line, at(records, 0), columns);
}

/** A field for each column, or why they do not fit. */
function fitting(line: string, fields: readonly string[], columns: readonly string[]): readonly string[] | string {
  if (line.includes('\uFFFD')) return 'it holds bytes that are no text in the encoding of the file';
  // Spreadsheets write a separator for every column that was ever used.
  const isMore = fields.length > columns.length && fields.slice(columns.length).every((field) => field === '');
  if (fields.length === columns.length || isMore) return fields.slice(0, columns.length);
  const isBlank = fields.every((field) => field === '');
  return isBlank ? columns.map(() => '') : `it has ${fields.length} fields, the first line names ${columns.length}`;
}

/** The fields of each line, or what is wrong with their quotation marks. */
function recordsOf(text: string, separator: string): string[][] | string {
  try {
    // With the break at its end an empty line too is a record.
    return parse(`${text}\n`, { delimiter: separator, record_delimiter: '\n', trim: true, relax_column_count: true });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return 'its quotation marks do not match';
  }
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
