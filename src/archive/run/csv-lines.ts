import { parse } from 'csv-parse/sync';
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
  const fields = fieldsOf(line, separator);
  return typeof fields === 'string' ? [] : fields.map((name) => name.toLowerCase());
};

function readLines(all: readonly string[], from: number, separator: string, columns: readonly string[]): Pick<CsvTable, 'lines' | 'wrong'> {
  const lines: CsvLine[] = [];
  const wrong: { number: number; why: string }[] = [];
  for (let index = from; index < all.length; ) {
    const read = readLine(all, index, separator, columns);
    const number = index + 1;
    index += read.taken;
    if ('why' in read) wrong.push({ number, why: read.why });
    else if (read.fields.some((field) => field !== ''))
      lines.push({ number, fields: Object.fromEntries(columns.map((name, column) => [name, at(read.fields, column)])) });
  }
  return { lines, wrong };
}

/** One line, or several where a text in quotation marks goes on over them; a mark that is never closed costs its own line only. */
function readLine(
  all: readonly string[],
  index: number,
  separator: string,
  columns: readonly string[],
): { readonly taken: number } & ({ readonly fields: readonly string[] } | { readonly why: string }) {
  const alone = readFields(at(all, index), separator, columns);
  if (typeof alone !== 'string') return { taken: 1, fields: alone };
  let quotes = 0;
  for (let taken = 1; taken <= MOST_LINES && index + taken <= all.length; taken += 1) {
    quotes += at(all, index + taken - 1).split('"').length - 1;
    if (taken === 1 && quotes % 2 === 0) break;
    if (quotes % 2 !== 0) continue;
    const joined = readFields(all.slice(index, index + taken).join('\n'), separator, columns);
    if (typeof joined !== 'string') return { taken, fields: joined };
  }
  return { taken: 1, why: alone };
}

/** The fields of a line, one for each column, or why there are none. */
function readFields(line: string, separator: string, columns: readonly string[]): readonly string[] | string {
  if (line.includes('\uFFFD')) return 'it holds bytes that are no text in the encoding of the file';
  const fields = fieldsOf(line, separator);
  if (typeof fields === 'string') return fields;
  // Spreadsheets write a separator for every column that was ever used.
  const isMore = fields.length > columns.length && fields.slice(columns.length).every((field) => field === '');
  const isBlank = fields.every((field) => field === '');
  if (fields.length === columns.length || isMore) return fields.slice(0, columns.length);
  return isBlank ? columns.map(() => '') : `it has ${fields.length} fields, the first line names ${columns.length}`;
}

function fieldsOf(line: string, separator: string): string[] | string {
  if (line.trim() === '') return [];
  try {
    const [fields = []]: string[][] = parse(line, { delimiter: separator, trim: true, relax_column_count: true });
    return fields;
  } catch {
    return 'its quotation marks do not match';
  }
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
