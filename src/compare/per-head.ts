import { Decimal } from 'decimal.js';
import { readCsv } from '../archive/run/csv-lines.js';
import { Exact } from '../base/money.js';
import { bare, plainDigits, squeeze } from '../base/text.js';

/** Heads of the columns of a table of headcounts, in any of their names. */
const NAMES = [
  'department',
  '部门',
  '单位',
  '部门名称',
  '单位名称',
  'department_id',
  '部门编码',
  '单位编码',
  'code',
  '编码',
  'file',
  '文件',
  '文件名',
  'stem',
];
const HEADS = ['heads', 'headcount', 'staff', '人数', '编制人数', '在职人数', '编制', '在编人数', '职工人数'];
const YEARS = ['year', '年度', '年份', '年'];

/** What is wrong with a table of headcounts, or with it and these documents. */
export type HeadsProblem = 'not-a-table' | 'not-a-number' | 'not-above-zero' | 'duplicate' | 'ambiguous' | 'unknown' | 'missing';

export class HeadsError extends Error {
  constructor(
    readonly problem: HeadsProblem,
    message: string,
  ) {
    super(message);
    this.name = 'HeadsError';
  }
}

/** A line of a table of headcounts. */
export interface HeadsRow {
  /** The number of its line, from 1. */
  readonly line: number;
  /** Name or id of a department, or the stem of a file. */
  readonly name: string;
  /** Null where it holds for every year. */
  readonly year: number | null;
  /** A plain decimal above zero: an average over a year need not be whole. */
  readonly heads: string;
}

/** What tells a document among those of a table of headcounts. */
export interface HeadsSubject {
  readonly file: string;
  readonly department: string | null;
  readonly departmentId: string | null;
  readonly year: number | null;
}

/**
 * Reads a table whose first line names its columns: one of the departments (`department`, `部门`, `code`, `file` …), one of the heads
 * (`heads`, `人数` …), and where heads differ from year to year one of the years (`year`, `年度`). CSV, or pasted from a spreadsheet.
 * @throws HeadsError where it is no such table or a number is not above zero
 */
export function readHeads(bytes: Uint8Array): HeadsRow[] {
  const tables = NAMES.flatMap((name) => HEADS.map((heads) => ({ name, heads, table: readCsv(bytes, [name, heads]) })));
  const found = tables.find(({ table }) => typeof table !== 'string');
  if (!found || typeof found.table === 'string') {
    throw new HeadsError(
      'not-a-table',
      `its first line must name a column of departments (${NAMES.join(', ')}) and one of heads (${HEADS.join(', ')})`,
    );
  }
  const { name, heads, table } = found;
  const [wrong] = table.wrong;
  if (wrong) throw new HeadsError('not-a-table', `line ${wrong.number}: ${wrong.why}`);
  const year = YEARS.find((one) => table.columns.includes(one));
  return table.lines.map(({ number, fields }) => {
    const who = fields[name] ?? '';
    if (who === '') throw new HeadsError('not-a-table', `line ${number} names no department`);
    return {
      line: number,
      name: who,
      year: year === undefined ? null : toYear(fields[year] ?? '', number),
      heads: toHeads(fields[heads] ?? '', who, number),
    };
  });
}

function toYear(text: string, line: number): number | null {
  if (text === '') return null;
  const [, digits] = /^(\d{4})年?度?$/u.exec(plainDigits(text)) ?? [];
  if (digits === undefined) throw new HeadsError('not-a-number', `line ${line}: "${text}" is no year`);
  return Number(digits);
}

function toHeads(text: string, who: string, line: number): string {
  const digits = plainDigits(squeeze(text))
    .replace(/[,，](?=\d{3})/gu, '')
    .replace(/人$/u, '');
  if (!/^-?\d+(?:\.\d+)?$/.test(digits)) throw new HeadsError('not-a-number', `line ${line}: the heads of ${who} are no number: "${text}"`);
  if (!new Exact(digits).gt(0)) throw new HeadsError('not-above-zero', `line ${line}: the heads of ${who} must be above zero, not ${text}`);
  return digits;
}

const stemOf = (file: string): string => (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]+$/, '');

/** What a document may be called in the table. */
const namesOf = ({ file, department, departmentId }: HeadsSubject): string[] =>
  [department, departmentId, stemOf(file)].flatMap((name) => (name === null || name === '' ? [] : bare(name)));

/**
 * The heads of each document, in their order; null for those that could not be read (`department` and `year` are then unknown, and the
 * table does not name their file).
 * @throws HeadsError where a document has no line, a line no document or several departments, or two lines are of one
 */
export function headsOf(rows: readonly HeadsRow[], subjects: readonly (HeadsSubject & { readonly status?: string })[]): (string | null)[] {
  // The ids of the departments that take their heads from each line.
  const ofRow = new Map<HeadsRow, string[]>();
  const heads = subjects.map((subject) => {
    const names = namesOf(subject);
    const own = rows.filter(({ name, year }) => names.includes(bare(withoutEnding(name))) && (year === null || year === subject.year));
    const [row, twice] = own;
    for (const one of own) ofRow.set(one, [...(ofRow.get(one) ?? []), subject.departmentId ?? '?']);
    const who = subject.department ?? subject.file;
    if (row && twice)
      throw new HeadsError(
        'duplicate',
        `lines ${row.line} and ${twice.line} are both of ${who}${subject.year === null ? '' : ` ${subject.year}`}`,
      );
    if (!row && subject.status !== 'failed') {
      throw new HeadsError('missing', `it has no line for ${who}${subject.year === null ? '' : ` ${subject.year}`} (${subject.file})`);
    }
    return row?.heads ?? null;
  });
  const shared = rows.find((row) => new Set(ofRow.get(row)).size > 1);
  if (shared)
    throw new HeadsError(
      'ambiguous',
      `line ${shared.line}: ${shared.name} is the name of several departments: name them by their ids, ${[...new Set(ofRow.get(shared))].join(', ')}`,
    );
  const unknown = rows.filter((row) => !ofRow.has(row));
  if (unknown.length > 0) {
    const named = unknown.slice(0, MOST_NAMED).map(({ line, name, year }) => `${name}${year === null ? '' : ` ${year}`} (line ${line})`);
    const more = unknown.length > MOST_NAMED ? ` and ${unknown.length - MOST_NAMED} more` : '';
    throw new HeadsError('unknown', `none of the documents is of ${named.join(', ')}${more}`);
  }
  return heads;
}

/** Lines that an error names. */
const MOST_NAMED = 5;

/** A file may be named with its ending. */
const withoutEnding = (name: string): string => (/\.(?:pdf|ofd|xlsx?|xlsm|docx?|docm|html?|json)$/i.test(name) ? stemOf(name) : name);

/** 元 for each head, to 分: half away from zero. */
export const perHead = (yuan: string, heads: string): string => new Exact(yuan).div(heads).toFixed(FEN_PLACES, Decimal.ROUND_HALF_UP);

const FEN_PLACES = 2;

/** The change of an amount for each head in hundredths of the earlier one, from the exact amounts; null where that is not above zero. */
export function perHeadPercent(earlier: { readonly yuan: string; readonly heads: string }, later: typeof earlier): string | null {
  const base = new Exact(earlier.yuan).times(later.heads);
  if (!base.gt(0)) return null;
  const change = new Exact(later.yuan).times(earlier.heads).minus(base);
  const text = change.times(100).div(base).toFixed(FEN_PLACES, Decimal.ROUND_HALF_UP);
  return /[1-9]/.test(text) ? text : text.replace(/^-/, '');
}
