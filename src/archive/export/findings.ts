import { exportedDocuments } from './documents.js';
import { JUDGED } from './judgements.js';
import type { Line, Resource } from './resource.js';

interface FindingRow {
  readonly finding_index: number;
  readonly rule: string;
  readonly severity: string;
  readonly verdict: string;
  readonly page: number | null;
  readonly message: string;
  readonly found: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  readonly quote: string | null;
  readonly state: string | null;
  readonly note: string | null;
}

/** What contradicts itself within a document. */
export const findings: Resource = {
  name: 'findings',
  title: '勾稽',
  description: 'What contradicts itself within a document.',
  primaryKey: ['document', 'finding'],
  refersTo: { fields: ['document'], resource: 'documents', reference: ['document'] },
  columns: [
    { name: 'department', type: 'string', description: 'As printed, or else as the harvester knew it' },
    { name: 'department_id', type: 'string', description: 'The key of the department over years and spellings' },
    { name: 'year', type: 'integer', description: 'The year of the account' },
    { name: 'severity', type: 'string', required: true, description: 'error, warning, info' },
    { name: 'verdict', type: 'string', required: true, description: 'rounding, publisher, reading, unknown' },
    { name: 'rule', type: 'string', required: true, description: 'See docs/rules.md of juesuan' },
    { name: 'page', type: 'integer', description: 'Physical page of the PDF, from 1' },
    { name: 'message', type: 'string', required: true, description: 'One sentence' },
    { name: 'found', type: 'string', description: 'What is printed' },
    { name: 'expected', type: 'string', description: 'What it should be' },
    { name: 'difference', type: 'string', description: 'Between the two' },
    { name: 'quote', type: 'string', description: 'The sentence as printed' },
    { name: 'judgement', type: 'string', description: `What a person thinks of it: ${JUDGED}; empty where nobody has judged it` },
    { name: 'judgement_note', type: 'string', description: 'What that person adds' },
    { name: 'document', type: 'string', required: true, description: 'SHA-256 of the document' },
    { name: 'finding', type: 'integer', required: true, description: 'Index of the finding in the document’s JSON' },
    { name: 'file', type: 'string', required: true, description: 'Path of the document' },
  ],
  async *lines(session, filters) {
    for (const d of await exportedDocuments(session, filters)) {
      const rows = await session.all<FindingRow>(
        `SELECT f.finding_index, f.rule, f.severity, f.verdict, f.page, f.message, f.found, f.expected, f.difference, f.quote, j.state, j.note
         FROM findings f LEFT JOIN judgements j ON j.document = f.document AND j.finding_index = f.finding_index
         WHERE f.document = ? ORDER BY f.finding_index`,
        [d.id],
      );
      yield rows.map(
        (f): Line => [
          d.department,
          d.department_id,
          d.year,
          f.severity,
          f.verdict,
          f.rule,
          f.page,
          f.message,
          f.found,
          f.expected,
          f.difference,
          f.quote,
          f.state,
          f.note || null,
          d.sha256,
          f.finding_index,
          d.file,
        ],
      );
    }
  },
};

interface StoreFindingRow extends Omit<FindingRow, 'page' | 'quote' | 'state' | 'note'> {
  readonly department: string | null;
  readonly year: number | null;
  readonly form: string | null;
  readonly concept: string | null;
  readonly column_key: string | null;
  readonly documents: string;
}

/** What contradicts itself between documents. */
export const storeFindings: Resource = {
  name: 'store-findings',
  title: '跨文件',
  description: 'What documents of the archive say against each other.',
  primaryKey: ['finding'],
  columns: [
    { name: 'finding', type: 'integer', required: true, description: 'Number of the finding' },
    { name: 'department', type: 'string', description: 'As printed, or else as the harvester knew it' },
    { name: 'year', type: 'integer', description: 'The later year' },
    { name: 'severity', type: 'string', required: true, description: 'error, warning, info' },
    { name: 'verdict', type: 'string', required: true, description: 'rounding, publisher, reading, unknown' },
    { name: 'rule', type: 'string', required: true, description: 'See docs/archive.md of juesuan' },
    { name: 'message', type: 'string', required: true, description: 'One sentence' },
    { name: 'form', type: 'string', description: 'Form of the value in question' },
    { name: 'concept', type: 'string', description: 'Its concept' },
    { name: 'column_key', type: 'string', description: 'Its column' },
    { name: 'found', type: 'string', description: 'What is printed' },
    { name: 'expected', type: 'string', description: 'What it should be' },
    { name: 'difference', type: 'string', description: 'Between the two' },
    { name: 'documents', type: 'string', required: true, description: 'SHA-256 of the documents, joined by spaces' },
  ],
  async *lines(session, { years }) {
    const rows = await session.all<StoreFindingRow>('SELECT * FROM store_findings ORDER BY finding_index');
    yield rows
      .filter(({ year }) => years.length === 0 || (year !== null && years.includes(year)))
      .map(
        (f): Line => [
          f.finding_index,
          f.department,
          f.year,
          f.severity,
          f.verdict,
          f.rule,
          f.message,
          f.form,
          f.concept,
          f.column_key,
          f.found,
          f.expected,
          f.difference,
          f.documents,
        ],
      );
  },
};
