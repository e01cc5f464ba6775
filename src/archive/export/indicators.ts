import { NOT_PRINTED } from '../store/indicators.js';
import { exportedDocuments } from './documents.js';
import type { Line, Resource } from './resource.js';
import { DOCUMENT_COLUMNS, OWNER_COLUMNS, ownerOf } from './value-columns.js';

interface IndicatorRow {
  readonly indicator: string;
  readonly name: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly yuan: string | null;
  readonly text: string | null;
  readonly status: string | null;
  readonly origin: string | null;
  readonly page: number | null;
  readonly table_index: number | null;
  readonly row_index: number | null;
  readonly column_key: string | null;
  readonly findings: string | null;
}

/** The figures that one quotes: document × indicator, whatever the layout. */
export const indicators: Resource = {
  name: 'indicators',
  title: '指标',
  description:
    'One line per figure that one quotes of a document, whatever its layout: total income and expenditure, basic and project expenditure, the 三公 and their parts, running costs, the balance carried over. A figure that a document does not print has a line that says so.',
  primaryKey: ['document', 'indicator'],
  refersTo: { fields: ['document'], resource: 'documents', reference: ['document'] },
  columns: [
    ...OWNER_COLUMNS,
    {
      name: 'indicator',
      type: 'string',
      required: true,
      description: 'The figure, by the name that budgets and final accounts share; see docs/data-dictionary.md of juesuan',
    },
    { name: 'name', type: 'string', required: true, description: 'The same in the words of the form' },
    { name: 'value', type: 'decimal', description: 'As printed, exact; empty where the print is no number, or there is none' },
    { name: 'unit', type: 'string', description: 'As printed: 元 or 万元' },
    { name: 'yuan', type: 'decimal', description: 'The value in 元, exact; empty where the unit is unknown' },
    {
      name: 'status',
      type: 'string',
      required: true,
      description: `As in the panel; told: in the prose alone, which nothing proves; ${NOT_PRINTED}: the document prints no such figure, which is not zero`,
    },
    {
      name: 'findings',
      type: 'string',
      description: 'Indexes of the errors and warnings about its cell (finding of findings), joined by spaces',
    },
    { name: 'text', type: 'string', description: 'As printed' },
    { name: 'origin', type: 'string', description: 'table, or prose where no table prints it' },
    { name: 'page', type: 'integer', description: 'Physical page of the PDF, from 1' },
    { name: 'table', type: 'integer', description: 'Index of the table in the document’s JSON' },
    { name: 'row', type: 'integer', description: 'Index of the row in the table' },
    { name: 'column_key', type: 'string', description: 'The column in the table' },
    ...DOCUMENT_COLUMNS,
  ],
  // What an older version has read has none: a file with some of them would be taken for whole.
  async isThere(session, filters) {
    const rows = await session.all<{ id: number }>(
      `SELECT DISTINCT d.id FROM documents d JOIN tables t ON t.document = d.id
       WHERE t.form <> 'other' AND d.status <> 'failed' AND NOT EXISTS (SELECT 1 FROM indicators i WHERE i.document = d.id)`,
    );
    const without = new Set(rows.map(({ id }) => id));
    return !(await exportedDocuments(session, filters)).some(({ id }) => without.has(id));
  },
  async *lines(session, filters) {
    for (const d of await exportedDocuments(session, filters)) {
      const rows = await session.all<IndicatorRow>('SELECT * FROM indicators WHERE document = ? ORDER BY indicator', [d.id]);
      const owner = ownerOf(d);
      yield rows.map(
        (i): Line => [
          ...owner,
          ...[i.indicator, i.name, i.value, i.unit, i.yuan, i.status, i.findings, i.text, i.origin, i.page],
          ...[i.table_index, i.row_index, i.column_key, d.standing, d.sha256, d.file],
        ],
      );
    }
  },
};
