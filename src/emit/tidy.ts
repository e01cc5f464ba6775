import type { Disclosure, DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { isPageless } from '../model/pageless.js';

/** One printed cell with its place in the document. `table` and `row` are in the document, the indexes in its arrays. */
interface TidyCell {
  disclosure: Disclosure;
  table: DisclosureTable;
  tableIndex: number;
  row: DisclosureRow;
  rowIndex: number;
  columnKey: string;
  /** Header texts from top to leaf; empty where the table lists no such column. */
  columnPath: string[];
  cell: DisclosureValue;
}

/** A column of the tidy lines. A `number` is a number or a plain decimal string, a `text` may hold anything that was printed. */
export interface TidyColumn {
  name: string;
  kind: 'text' | 'number';
  of: (cell: TidyCell) => string | number | null;
}

/** The columns of `.values.csv` and of the sheet 数据, in their fixed order. */
const TIDY_COLUMNS: readonly TidyColumn[] = [
  { name: 'document', kind: 'text', of: ({ disclosure }) => disclosure.source.name },
  { name: 'department', kind: 'text', of: ({ disclosure }) => disclosure.document.department },
  { name: 'year', kind: 'number', of: ({ disclosure }) => disclosure.document.year },
  { name: 'region_code', kind: 'text', of: ({ disclosure }) => disclosure.document.region.code },
  { name: 'form', kind: 'text', of: ({ table }) => table.form },
  { name: 'table', kind: 'number', of: ({ tableIndex }) => tableIndex },
  { name: 'number', kind: 'text', of: ({ table }) => table.number },
  { name: 'title', kind: 'text', of: ({ table }) => table.title },
  { name: 'page', kind: 'number', of: ({ cell }) => cell.page },
  { name: 'row', kind: 'number', of: ({ rowIndex }) => rowIndex },
  { name: 'row_kind', kind: 'text', of: ({ row }) => row.kind },
  { name: 'code', kind: 'text', of: ({ row }) => row.code },
  { name: 'level', kind: 'text', of: ({ row }) => row.level },
  { name: 'name', kind: 'text', of: ({ row }) => row.name },
  { name: 'line', kind: 'text', of: ({ row }) => row.line },
  { name: 'panel', kind: 'text', of: ({ row }) => row.panel },
  { name: 'concept', kind: 'text', of: ({ row }) => row.concept },
  { name: 'column_key', kind: 'text', of: ({ columnKey }) => columnKey },
  { name: 'column_path', kind: 'text', of: ({ columnPath }) => columnPath.join(' / ') },
  { name: 'text', kind: 'text', of: ({ cell }) => cell.text },
  { name: 'value', kind: 'number', of: ({ cell }) => cell.value },
  { name: 'unit', kind: 'text', of: ({ table, cell }) => (cell.percent ? '%' : table.unit) },
  { name: 'yuan', kind: 'number', of: ({ cell }) => cell.yuan },
  { name: 'x0', kind: 'number', of: ({ cell }) => cell.box?.[0] ?? null },
  { name: 'y0', kind: 'number', of: ({ cell }) => cell.box?.[1] ?? null },
  { name: 'x1', kind: 'number', of: ({ cell }) => cell.box?.[2] ?? null },
  { name: 'y1', kind: 'number', of: ({ cell }) => cell.box?.[3] ?? null },
  { name: 'method', kind: 'text', of: ({ cell }) => cell.method },
  { name: 'status', kind: 'text', of: ({ cell }) => cell.status },
  { name: 'department_id', kind: 'text', of: ({ disclosure }) => disclosure.document.departmentId },
];

const REF: TidyColumn = { name: 'ref', kind: 'text', of: ({ cell }) => cell.ref ?? null };

/** The columns of one document's lines: where it has no pages, one more says where each value stands. */
export const tidyColumns = (disclosure: Disclosure): readonly TidyColumn[] =>
  isPageless(disclosure) ? [...TIDY_COLUMNS, REF] : TIDY_COLUMNS;

/** Every cell that has text, in the order of tables, rows and columns. A cell of no listed column comes last in its row: it is not lost. */
export function tidyCells(disclosure: Disclosure): TidyCell[] {
  return disclosure.tables.flatMap((table, tableIndex) => {
    const paths = new Map(table.columns.map((column) => [column.key, column.path]));
    return table.rows.flatMap((row, rowIndex) =>
      columnKeys(row, paths).flatMap((columnKey) => {
        const cell = row.cells[columnKey];
        if (!cell?.text) return [];
        return [{ disclosure, table, tableIndex, row, rowIndex, columnKey, columnPath: paths.get(columnKey) ?? [], cell }];
      }),
    );
  });
}

function columnKeys(row: DisclosureRow, paths: Map<string, string[]>): string[] {
  const unlisted = Object.keys(row.cells).filter((key) => !paths.has(key));
  return [...[...paths.keys()].filter((key) => Object.hasOwn(row.cells, key)), ...unlisted];
}
