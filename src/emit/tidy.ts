import type { Disclosure, DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { isPageless } from '../model/pageless.js';

/** One printed cell with its place in the document. `table` and `row` are in the document, the indexes in its arrays. */
export interface TidyCell {
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
  /** What the workbook calls it. */
  title: string;
  kind: 'text' | 'number';
  of: (cell: TidyCell) => string | number | null;
}

/** The columns of `.values.csv`, in their fixed order. */
const TIDY_COLUMNS: readonly TidyColumn[] = [
  { name: 'document', title: '文件', kind: 'text', of: ({ disclosure }) => disclosure.source.name },
  { name: 'department', title: '部门', kind: 'text', of: ({ disclosure }) => disclosure.document.department },
  { name: 'year', title: '年度', kind: 'number', of: ({ disclosure }) => disclosure.document.year },
  { name: 'region_code', title: '行政区划代码', kind: 'text', of: ({ disclosure }) => disclosure.document.region.code },
  { name: 'form', title: '表式', kind: 'text', of: ({ table }) => table.form },
  { name: 'table', title: '表序', kind: 'number', of: ({ tableIndex }) => tableIndex },
  { name: 'number', title: '表号', kind: 'text', of: ({ table }) => table.number },
  { name: 'title', title: '表名', kind: 'text', of: ({ table }) => table.title },
  { name: 'page', title: '页', kind: 'number', of: ({ cell }) => cell.page },
  { name: 'row', title: '行序', kind: 'number', of: ({ rowIndex }) => rowIndex },
  { name: 'row_kind', title: '行类', kind: 'text', of: ({ row }) => row.kind },
  { name: 'code', title: '科目编码', kind: 'text', of: ({ row }) => row.code },
  { name: 'level', title: '级次', kind: 'text', of: ({ row }) => row.level },
  { name: 'name', title: '项目', kind: 'text', of: ({ row }) => row.name },
  { name: 'line', title: '行次', kind: 'text', of: ({ row }) => row.line },
  { name: 'panel', title: '栏', kind: 'text', of: ({ row }) => row.panel },
  { name: 'concept', title: '含义', kind: 'text', of: ({ row }) => row.concept },
  { name: 'column_key', title: '列键', kind: 'text', of: ({ columnKey }) => columnKey },
  { name: 'column_path', title: '列名', kind: 'text', of: ({ columnPath }) => columnPath.join(' / ') },
  { name: 'text', title: '印文', kind: 'text', of: ({ cell }) => cell.text },
  { name: 'value', title: '数值', kind: 'number', of: ({ cell }) => cell.value },
  { name: 'unit', title: '单位', kind: 'text', of: ({ table, cell }) => (cell.percent ? '%' : table.unit) },
  { name: 'yuan', title: '元', kind: 'number', of: ({ cell }) => cell.yuan },
  { name: 'x0', title: '左', kind: 'number', of: ({ cell }) => cell.box?.[0] ?? null },
  { name: 'y0', title: '上', kind: 'number', of: ({ cell }) => cell.box?.[1] ?? null },
  { name: 'x1', title: '右', kind: 'number', of: ({ cell }) => cell.box?.[2] ?? null },
  { name: 'y1', title: '下', kind: 'number', of: ({ cell }) => cell.box?.[3] ?? null },
  { name: 'method', title: '读法', kind: 'text', of: ({ cell }) => cell.method },
  { name: 'status', title: '状态', kind: 'text', of: ({ cell }) => cell.status },
  { name: 'department_id', title: '部门标识', kind: 'text', of: ({ disclosure }) => disclosure.document.departmentId },
];

const REF: TidyColumn = { name: 'ref', title: '处所', kind: 'text', of: ({ cell }) => cell.ref ?? null };

/** The columns of the lines of documents of every kind. */
export const ALL_TIDY_COLUMNS: readonly TidyColumn[] = [...TIDY_COLUMNS, REF];

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
