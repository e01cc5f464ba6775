import { z } from 'zod';
import { parseAmount } from '../../normalize/amount.js';
import type { JsonFiles } from '../store/json-files.js';
import { exportedDocuments } from './documents.js';
import { fitsParquet } from './parquet.js';
import { type Line, oneOf, type Resource } from './resource.js';
import { ExportError } from './sink.js';

/** What is needed of a document's JSON, of whichever version. */
const printed = z.object({
  tables: z.array(
    z.object({
      form: z.string(),
      title: z.string().nullable(),
      unit: z.string().nullable(),
      grid: z.object({
        cells: z.array(
          z.object({
            row: z.number(),
            column: z.number(),
            rowSpan: z.number(),
            columnSpan: z.number(),
            text: z.string(),
            page: z.number(),
            box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullish(),
          }),
        ),
      }),
    }),
  ),
});

/** Every cell of the tables as printed, in the rows and columns of its grid: tables of no known form too, which the panel has not. */
export const cellsOf = (json: JsonFiles): Resource => ({
  name: 'cells',
  title: '单元格',
  description: 'One line per cell of a table as printed, tables of no known form (other) too: a grid in long form.',
  primaryKey: ['document', 'table', 'row', 'column'],
  refersTo: { fields: ['document'], resource: 'documents', reference: ['document'] },
  columns: [
    { name: 'document', type: 'string', required: true, description: 'SHA-256 of the document' },
    { name: 'table', type: 'integer', required: true, description: 'Index of the table in the document’s JSON' },
    { name: 'row', type: 'integer', required: true, description: 'Row of the grid, from 0: the first it covers' },
    { name: 'column', type: 'integer', required: true, description: 'Column of the grid, from 0: the first it covers' },
    { name: 'row_span', type: 'integer', required: true, description: 'Rows it covers' },
    { name: 'column_span', type: 'integer', required: true, description: 'Columns it covers' },
    { name: 'text', type: 'string', description: 'As printed; empty where the cell is blank' },
    { name: 'number', type: 'decimal', description: 'The text as an exact decimal, where it is nothing but a number' },
    { name: 'unit', type: 'string', description: 'Of the money in its table, as printed; a number need not be money' },
    { name: 'page', type: 'integer', required: true, description: 'Physical page of the PDF, from 1' },
    { name: 'x0', type: 'real', description: 'pt from the left of the page as displayed: the left edge of the cell' },
    { name: 'y0', type: 'real', description: 'pt from its top: the upper edge' },
    { name: 'x1', type: 'real', description: 'The right edge' },
    { name: 'y1', type: 'real', description: 'The lower edge' },
    {
      name: 'form',
      type: 'string',
      required: true,
      description: 'The form of the table by meaning, such as income; other where none is known',
    },
    { name: 'title', type: 'string', description: 'Of the table, as printed' },
    { name: 'file', type: 'string', required: true, description: 'Path of the document' },
  ],
  async *lines(session, filters) {
    const form = oneOf('form', filters.forms);
    for (const { id, sha256, file } of await exportedDocuments(session, filters)) {
      const asked = await session.all<{ table_index: number }>(`SELECT table_index FROM tables WHERE document = ?${form.sql}`, [
        id,
        ...form.params,
      ]);
      if (asked.length === 0) continue;
      const text = await json.read(session, sha256);
      if (text === null) throw new ExportError(`the store has lost the JSON of ${file}: read it again with juesuan archive`);
      const { tables } = printed.parse(JSON.parse(text));
      const chosen = new Set(asked.map(({ table_index }) => table_index));
      yield tables.flatMap(({ form: name, title, unit, grid }, index): Line[] =>
        chosen.has(index)
          ? grid.cells.map((cell) => [
              ...[sha256, index, cell.row, cell.column, cell.rowSpan, cell.columnSpan],
              ...[cell.text === '' ? null : cell.text, numberOf(cell.text), unit, cell.page],
              ...(cell.box ?? [null, null, null, null]),
              ...[name, title, file],
            ])
          : [],
      );
    }
  },
});

/** Null too for a row of digits that is longer than any amount: a number of an account or a document. */
function numberOf(text: string): string | null {
  const amount = parseAmount(text);
  return amount.kind === 'number' && fitsParquet(amount.value) ? amount.value : null;
}
