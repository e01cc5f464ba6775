import type { Disclosure } from '../../schemas/disclosure.js';
import { type TextColumn, textTable } from '../base/text-table.js';

/** The line of one document in the terminal. */
export interface SummaryRow {
  document: string;
  department: string | null;
  year: number | null;
  status: string;
  /** Tables of a known form. */
  tables: number;
  /** Cells that hold a number. */
  values: number;
  /** Findings a person should look at, and one more where the document failed. */
  problems: number;
}

/** Columns of the terminal. */
const WIDEST = 36;

interface SummaryColumn extends TextColumn {
  of: (row: SummaryRow) => string;
}

const COLUMNS: SummaryColumn[] = [
  { title: 'document', align: 'left', of: ({ document }) => document },
  { title: 'department', align: 'left', of: ({ department }) => department ?? '—' },
  { title: 'year', align: 'right', of: ({ year }) => (year === null ? '—' : String(year)) },
  { title: 'tables', align: 'right', of: ({ tables }) => String(tables) },
  { title: 'values', align: 'right', of: ({ values }) => String(values) },
  { title: 'problems', align: 'right', of: ({ problems }) => String(problems) },
  { title: '', align: 'left', of: ({ status }) => (status === 'ok' ? '' : status) },
];

export function summarize(disclosure: Disclosure): SummaryRow {
  const { source, document, outcome, tables, findings } = disclosure;
  const cells = tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells)));
  return {
    document: source.name,
    department: document.department,
    year: document.year,
    status: outcome.status,
    tables: tables.filter((table) => table.form !== 'other').length,
    values: cells.filter((cell) => cell.value !== null).length,
    problems: findings.filter((finding) => finding.severity !== 'info').length + (outcome.status === 'failed' ? 1 : 0),
  };
}

/** A plain-text table for a terminal, one line per document and a line of sums; status only where it is not `ok`. Ends with a line break. */
export function summaryTable(rows: readonly SummaryRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => column.of(row)));
  return textTable(COLUMNS, lines, { widest: WIDEST, foot: sumLine(rows) });
}

function sumLine(rows: readonly SummaryRow[]): string[] {
  const sum = (of: (row: SummaryRow) => number): string => String(rows.reduce((total, row) => total + of(row), 0));
  const documents = `${rows.length} ${rows.length === 1 ? 'document' : 'documents'}`;
  return [documents, '', '', sum(({ tables }) => tables), sum(({ values }) => values), sum(({ problems }) => problems), ''];
}
