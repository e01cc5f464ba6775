import { createHash } from 'node:crypto';
import type { Disclosure, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { tidyCells } from '../../emit/tidy.js';
import type { Param } from './database.js';

/** A disclosure as rows of the store. They begin with the second column: the first is the document's id, which the store gives. */
export interface Rows {
  readonly tables: Param[][];
  readonly values: Param[][];
  readonly findings: Param[][];
}

export const TABLE_COLUMNS = ['document', 'table_index', 'form', 'number', 'title', 'department', 'unit', 'first_page', 'declared_empty'];
export const VALUE_COLUMNS = [
  'document',
  'table_index',
  'row_index',
  'column_index',
  'row_kind',
  'code',
  'level',
  'name',
  'line',
  'panel',
  'concept',
  'column_key',
  'column_path',
  'text',
  'value',
  'yuan',
  'page',
  'x0',
  'y0',
  'x1',
  'y1',
  'method',
  'status',
];
export const FINDING_COLUMNS = [
  'document',
  'finding_index',
  'rule',
  'severity',
  'verdict',
  'message',
  'found',
  'expected',
  'difference',
  'tolerance',
  'page',
  'quote',
  'cells',
];

/** What a document says, row by row: its tables, every printed cell that has text, its findings. */
export function disclosureToRows(disclosure: Disclosure): Rows {
  return {
    tables: disclosure.tables.map((table, index) => tableRow(table, index)),
    values: valueRows(disclosure),
    findings: disclosure.findings.map((finding, index) => findingRow(finding, index)),
  };
}

function tableRow(table: DisclosureTable, index: number): Param[] {
  const { form, number, title, department, unit, pages, empty } = table;
  // Declared without a statement: an empty text, for null says that nothing was declared.
  return [index, form, number, title, department, unit, at(pages, 0), empty === null ? null : (empty.statement ?? '')];
}

function valueRows(disclosure: Disclosure): Param[][] {
  let place = '';
  let column = 0;
  return tidyCells(disclosure).map(({ tableIndex, row, rowIndex, columnKey, columnPath, cell }) => {
    column = place === `${tableIndex} ${rowIndex}` ? column + 1 : 0;
    place = `${tableIndex} ${rowIndex}`;
    return [
      tableIndex,
      rowIndex,
      column,
      row.kind,
      row.code,
      row.level,
      row.name,
      row.line,
      row.panel,
      row.concept,
      columnKey,
      columnPath.join(' / '),
      cell.text,
      cell.value,
      cell.yuan,
      cell.page,
      ...(cell.box ?? NO_BOX),
      cell.method,
      cell.status,
    ];
  });
}

/** What stands on no page. */
const NO_BOX = [null, null, null, null];

function findingRow(finding: Finding, index: number): Param[] {
  const { rule, severity, verdict, message, found, expected, difference, tolerance, quote, cells } = finding;
  const page = quote?.page ?? cells[0]?.page ?? null;
  return [
    index,
    rule,
    severity,
    verdict,
    message,
    found ?? null,
    expected ?? null,
    difference ?? null,
    tolerance ?? null,
    page,
    quote?.text ?? null,
    JSON.stringify(cells),
  ];
}

/**
 * The hash of what a document says, wherever it stands on the page: the same for a copy that was saved again by another program.
 * Null where nothing could be read: two scans have that in common, and nothing else.
 */
export function contentHash({ document, tables, sections }: Disclosure): string | null {
  const hash = createHash('sha256');
  const cells = tables.map(({ form, number, title, unit, rows, grid }) => [
    form,
    number,
    title,
    unit,
    rows.map((row) => [row.kind, row.code, row.name, row.line, row.panel, Object.entries(row.cells).map(([key, { text }]) => [key, text])]),
    grid.cells.map(({ row, column, text }) => [row, column, text]),
  ]);
  const prose = sections.map(({ heading, text }) => [heading, text]);
  if (cells.length === 0 && prose.every(([, text]) => text === '')) return null;
  return hash.update(JSON.stringify([document.kind, document.department, document.year, cells, prose])).digest('hex');
}
