/** What tables of values share: whose account it is, what a row is about, where a value stands in its document. */

import { REGION_COLUMNS, regionOf } from './region.js';
import type { Column, Line } from './resource.js';

/** A value as the store has it, with the unit of its table. */
export interface StoredValue {
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
  readonly text: string;
  readonly value: string | null;
  readonly yuan: string | null;
  readonly page: number;
  readonly status: string | null;
}

export const OWNER_COLUMNS: readonly Column[] = [
  { name: 'region_code', type: 'string', description: 'GB/T 2260, as the document tells or else the harvester' },
  ...REGION_COLUMNS,
  { name: 'department', type: 'string', description: 'As printed, or else as the harvester knew it' },
  { name: 'department_id', type: 'string', description: 'The key of the department over years and spellings' },
  { name: 'year', type: 'integer', description: 'The year of the account' },
  { name: 'kind', type: 'string', required: true, description: '部门决算, 单位决算, 部门预算, 单位预算, other' },
];

/** A document, as far as its owner is told. */
interface Owned {
  readonly region_code: string | null;
  readonly department: string | null;
  readonly department_id: string | null;
  readonly year: number | null;
  readonly kind: string;
}

/** The values of `OWNER_COLUMNS`. */
export const ownerOf = ({ region_code, department, department_id, year, kind }: Owned): Line => [
  region_code,
  ...regionOf(region_code),
  department,
  department_id,
  year,
  kind,
];

export const CONCEPT_COLUMN: Column = {
  name: 'concept',
  type: 'string',
  description: 'What the row is about, such as function/2080505; empty where unknown',
};

export const ROW_COLUMNS: readonly Column[] = [
  { name: 'code', type: 'string', description: '科目编码 as printed' },
  { name: 'level', type: 'string', description: '类, 款, 项' },
  { name: 'name', type: 'string', description: '科目名称 or 项目 as printed' },
  { name: 'panel', type: 'string', description: 'Of a form in panels: 人员经费, 公用经费' },
  { name: 'row_kind', type: 'string', required: true, description: 'item, subtotal, total, group' },
];

/** The values of `ROW_COLUMNS`. */
export const rowOf = ({ code, level, name, panel, row_kind }: StoredValue): Line => [code, level, name, panel, row_kind];

export const INDEX_COLUMNS: readonly Column[] = [
  { name: 'table', type: 'integer', required: true, description: 'Index of the table in the document’s JSON' },
  { name: 'row', type: 'integer', required: true, description: 'Index of the row in the table' },
];

export const DOCUMENT_COLUMNS: readonly Column[] = [
  { name: 'standing', type: 'string', required: true, description: 'Of the document: see documents' },
  { name: 'document', type: 'string', required: true, description: 'SHA-256 of the document' },
  { name: 'file', type: 'string', required: true, description: 'Path of the document' },
];
