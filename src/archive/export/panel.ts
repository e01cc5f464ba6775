import { FORMS } from '../../../schemas/disclosure.js';
import { exportedDocuments } from './documents.js';
import { REGION_COLUMNS, regionOf } from './region.js';
import { type Line, oneOf, type Resource } from './resource.js';

/** All forms but `other`: tables of no known form have no concepts. Their cells are in `cells`. */
const KNOWN_FORMS = FORMS.filter((form) => form !== 'other');

interface ValueRow {
  readonly form: string;
  readonly unit: string | null;
  readonly table_index: number;
  readonly row_index: number;
  readonly row_kind: string;
  readonly code: string | null;
  readonly level: string | null;
  readonly name: string | null;
  readonly panel: string | null;
  readonly concept: string | null;
  readonly column_key: string;
  readonly column_path: string;
  readonly text: string;
  readonly value: string | null;
  readonly yuan: string | null;
  readonly page: number;
  readonly method: string;
  readonly status: string | null;
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
    { name: 'region_code', type: 'string', description: 'GB/T 2260, as the document tells or else the harvester' },
    ...REGION_COLUMNS,
    { name: 'department', type: 'string', description: 'As printed, or else as the harvester knew it' },
    { name: 'department_id', type: 'string', description: 'The key of the department over years and spellings' },
    { name: 'year', type: 'integer', description: 'The year of the account' },
    { name: 'kind', type: 'string', required: true, description: '部门决算, 单位决算, 部门预算, 单位预算, other' },
    { name: 'form', type: 'string', required: true, description: 'The form by meaning, such as income' },
    { name: 'concept', type: 'string', description: 'What the row is about, such as function/2080505; empty where unknown' },
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
    { name: 'code', type: 'string', description: '科目编码 as printed' },
    { name: 'level', type: 'string', description: '类, 款, 项' },
    { name: 'name', type: 'string', description: '科目名称 or 项目 as printed' },
    { name: 'panel', type: 'string', description: 'Of a form in panels: 人员经费, 公用经费' },
    { name: 'row_kind', type: 'string', required: true, description: 'item, subtotal, total, group' },
    { name: 'column_path', type: 'string', description: 'The column’s header texts from top to leaf' },
    { name: 'page', type: 'integer', required: true, description: 'Physical page of the PDF, from 1' },
    { name: 'table', type: 'integer', required: true, description: 'Index of the table in the document’s JSON' },
    { name: 'row', type: 'integer', required: true, description: 'Index of the row in the table' },
    { name: 'method', type: 'string', required: true, description: 'text, ocr' },
    { name: 'standing', type: 'string', required: true, description: 'Of the document: see documents' },
    { name: 'document', type: 'string', required: true, description: 'SHA-256 of the document' },
    { name: 'file', type: 'string', required: true, description: 'Path of the document' },
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
      yield rows.map(
        (v): Line => [
          d.region_code,
          ...regionOf(d.region_code),
          d.department,
          d.department_id,
          d.year,
          d.kind,
          v.form,
          v.concept,
          v.column_key,
          v.value,
          v.unit,
          v.yuan,
          v.status,
          v.text,
          v.code,
          v.level,
          v.name,
          v.panel,
          v.row_kind,
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
