import { families } from '../../../extractors/families.js';
import type { FormDeclaration } from '../../../extractors/form.js';
import { type ColumnContent, contentOf } from '../../model/column-content.js';
import { exportedDocuments } from './documents.js';
import { type Column, type Line, oneOf, type Resource } from './resource.js';
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

/** Statuses of a value that nobody should use without looking. */
const DOUBTFUL: readonly (string | null)[] = ['contradicted', 'unreadable', 'unchecked'];

function wideTable(form: FormDeclaration): Resource {
  const keys = keysOf(form);
  return {
    name: `wide-${form.id}`,
    title: form.name,
    description: `${form.name} (${form.id}): one line per row of a table, a column for each column key.`,
    primaryKey: ['document', 'table', 'row'],
    refersTo: { fields: ['document'], resource: 'documents', reference: ['document'] },
    columns: [...OWNER_COLUMNS, CONCEPT_COLUMN, ...ROW_COLUMNS, ...keys.map((key) => valueColumn(form, key)), ...ORIGIN],
    async isThere(session, filters) {
      if (filters.forms.length > 0 && !filters.forms.some((each) => each === form.id)) return false;
      const own = await session.all<{ document: number }>('SELECT DISTINCT document FROM tables WHERE form = ?', [form.id]);
      const printed = new Set(own.map(({ document }) => document));
      return (await exportedDocuments(session, filters)).some(({ id }) => printed.has(id));
    },
    async *lines(session, filters) {
      const status = oneOf('v.status', filters.statuses);
      for (const d of await exportedDocuments(session, filters)) {
        const cells = await session.all<StoredValue>(
          `SELECT t.unit, v.table_index, v.row_index, v.row_kind, v.code, v.level, v.name, v.panel, v.concept, v.column_key, v.text, v.value,
             v.yuan, v.page, v.status
           FROM "values" v JOIN tables t ON t.document = v.document AND t.table_index = v.table_index
           WHERE v.document = ? AND t.form = ?${status.sql} ORDER BY v.table_index, v.row_index, v.column_index`,
          [d.id, form.id, ...status.params],
        );
        const owner = ownerOf(d);
        yield rowsOf(cells).map((row): Line => [...owner, ...lineOf(row, keys, form), d.standing, d.sha256, d.file]);
      }
    },
  };
}

const ORIGIN: readonly Column[] = [
  {
    name: 'doubtful',
    type: 'string',
    description: 'Keys of columns whose value here is contradicted, unreadable or unchecked, joined by spaces; empty where none is',
  },
  {
    name: 'unit',
    type: 'string',
    description: 'Of the money as printed; where it is empty the columns of money are, and the panel has the values',
  },
  { name: 'unlisted', type: 'integer', required: true, description: 'Cells of the row in columns that no form knows: the panel has them' },
  { name: 'page', type: 'integer', required: true, description: 'Physical page of the PDF, from 1, of the first cell' },
  ...INDEX_COLUMNS,
  ...DOCUMENT_COLUMNS,
];

/** The keys that a form declares, in the order of its arrangements. */
export function keysOf(form: FormDeclaration): readonly string[] {
  const points = form.kind === 'assessment' ? form.blocks.indicators.points?.key : undefined;
  const declared = form.layouts.flatMap(({ columns }) => Object.keys(columns));
  return [...new Set([...declared, ...Object.values(form.repeated).flat(), ...(points === undefined ? [] : [points])])];
}

/** What the cells of a key hold. */
export const holdsOf = (form: FormDeclaration, key: string): ColumnContent =>
  form.ratios.some(({ rate }) => rate === key) ? 'rate' : contentOf(form, { key, path: [] });

function valueColumn(form: FormDeclaration, key: string): Column {
  const holds = holdsOf(form, key);
  if (holds === 'money')
    return { name: key, type: 'decimal', description: `The column ${key}, in 元, exact; empty where the unit is unknown` };
  if (holds === 'rate') return { name: key, type: 'decimal', description: `The column ${key}, percent: the number before the sign` };
  return { name: key, type: 'string', description: `The column ${key}, as printed` };
}

/** Cells in the order of the store, row by row. */
function rowsOf(cells: readonly StoredValue[]): readonly (readonly [StoredValue, ...StoredValue[]])[] {
  const rows: [StoredValue, ...StoredValue[]][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last && last[0].table_index === cell.table_index && last[0].row_index === cell.row_index) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

function lineOf(cells: readonly [StoredValue, ...StoredValue[]], keys: readonly string[], form: FormDeclaration): Line {
  const [first] = cells;
  const { concept, unit, page, table_index, row_index } = first;
  const byKey = new Map(cells.map((cell) => [cell.column_key, cell]));
  const doubtful = cells.filter(({ status }) => DOUBTFUL.includes(status)).map(({ column_key }) => column_key);
  return [
    concept,
    ...rowOf(first),
    ...keys.map((key) => {
      const cell = byKey.get(key);
      return cell ? contentIn(cell, holdsOf(form, key)) : null;
    }),
    ...[doubtful.length === 0 ? null : doubtful.join(' '), unit, cells.filter(({ column_key }) => !keys.includes(column_key)).length],
    ...[page, table_index, row_index],
  ];
}

const contentIn = ({ yuan, value, text }: StoredValue, holds: ColumnContent): string | null =>
  holds === 'money' ? yuan : holds === 'rate' ? value : text;

/** A table for each known form, with its rows as they are printed and a column for each key that the form declares. */
export const wideTables: readonly Resource[] = families.flatMap(({ forms }) => forms.map(wideTable));
