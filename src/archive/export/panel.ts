import { FORMS } from '../../../schemas/disclosure.js';
import { exportedDocuments } from './documents.js';
import { type Line, oneOf, type Resource } from './resource.js';
import {
  CONCEPT_COLUMN,
  DOCUMENT_COLUMNS,
  INDEX_COLUMNS,
  OWNER_COLUMNS,
  ownerOf,
  ROW_COLUMNS,
  rowOf,
  type StoredValue,
} from './value-columns.js';

/** All forms but `other`: tables of no known form have no concepts. Their cells are in `cells`. */
const KNOWN_FORMS = FORMS.filter((form) => form !== 'other');

interface ValueRow extends StoredValue {
  readonly form: string;
  readonly column_path: string;
  readonly method: string;
}

/** One line per printed value: department × year × form × concept × column. */
export const panel: Resource = {
  name: 'panel',
  title: '数据',
  description:
    'One line per printed value: department × year × form × concept × column, with its place, its status and where its document came from.',
  primaryKey: ['document', 'table', 'row', 'column_key'],
  refersTo: { fields: ['document'], resource: 'documents', reference: ['document'] },
  columns: [
    ...OWNER_COLUMNS,
    { name: 'form', type: 'string', required: true, description: 'The form by meaning, such as income' },
    CONCEPT_COLUMN,
    { name: 'column_key', type: 'string', required: true, description: 'What the column is about, such as fiscal' },
    { name: 'value', type: 'decimal', description: 'As printed, exact; empty where the print is no number' },
    { name: 'unit', type: 'string', description: 'Of the money: 元 or 万元; empty where unknown, and of percentages, scores and counts' },
    { name: 'yuan', type: 'decimal', description: 'The value in 元, exact; empty where the unit is unknown' },
    {
      name: 'status',
      type: 'string',
      description:
        'proved, uncontradicted, contradicted, unreadable, unchecked (the structure is inferred and nothing proves it), corrected (by a person); empty for text',
    },
    { name: 'text', type: 'string', required: true, description: 'As printed' },
    ...ROW_COLUMNS,
    { name: 'column_path', type: 'string', description: 'The column’s header texts from top to leaf' },
    { name: 'page', type: 'integer', required: true, description: 'Physical page of the PDF, from 1' },
    ...INDEX_COLUMNS,
    { name: 'method', type: 'string', required: true, description: 'text, ocr' },
    ...DOCUMENT_COLUMNS,
    { name: 'source_url', type: 'string', description: 'Where it was fetched' },
    { name: 'published_on', type: 'date', description: 'As the harvester knew it' },
    { name: 'retrieved_on', type: 'string', description: 'As the harvester knew it' },
  ],
  isThere: async (_session, { forms }) => forms.length === 0 || forms.some((form) => form !== 'other'),
  async *lines(session, filters) {
    const form = oneOf('t.form', filters.forms.length > 0 ? filters.forms : KNOWN_FORMS);
    const status = oneOf('v.status', filters.statuses);
    for (const d of await exportedDocuments(session, filters)) {
      const rows = await session.all<ValueRow>(
        `SELECT t.form, CASE WHEN v.value IS NOT NULL AND v.yuan IS NULL THEN NULL ELSE t.unit END AS unit, v.table_index, v.row_index, v.row_kind, v.code, v.level, v.name, v.panel, v.concept, v.column_key, v.column_path,
           v.text, v.value, v.yuan, v.page, v.method, v.status
         FROM "values" v JOIN tables t ON t.document = v.document AND t.table_index = v.table_index
         WHERE v.document = ?${form.sql}${status.sql} ORDER BY v.table_index, v.row_index, v.column_index`,
        [d.id, ...form.params, ...status.params],
      );
      const owner = ownerOf(d);
      yield rows.map(
        (v): Line => [
          ...owner,
          v.form,
          v.concept,
          v.column_key,
          v.value,
          v.unit,
          v.yuan,
          v.status,
          v.text,
          ...rowOf(v),
          v.column_path,
          v.page,
          v.table_index,
          v.row_index,
          v.method,
          d.standing,
          d.sha256,
          d.file,
          d.source_url,
          d.published_on,
          d.retrieved_on,
        ],
      );
    }
  },
};
