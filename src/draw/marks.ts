import { fitWidth } from '../emit/width.js';
import type { Box, Cell } from '../model.js';
import { squeeze } from '../words.js';
import type { DrawnTable } from './drawing.js';
import { firstRowOf, placeOf } from './roles.js';

/** Half ems: longer names are cut in the margin. */
const LONGEST = 30;

/** A column's key and where its column stands. */
export interface ColumnMark {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** The top of the first cell with a figure; null where none stands on this page. */
  readonly firstCell: number | null;
}

/** The name of one row of a side or panel, and where it stands. */
export interface RowMark {
  readonly text: string;
  readonly sum: boolean;
  /** In a further side or panel: not the first one of its printed line. */
  readonly further: boolean;
  readonly from: number;
  /** The middle of the row. */
  readonly at: number;
}

/** A table's columns as far as print tells where they stand: by their values, or by a header cell that is theirs alone. */
export function columnsOnPage(drawn: DrawnTable, page: number): { marks: ColumnMark[]; unplaced: string[] } {
  const { printed } = drawn;
  const body = firstRowOf(drawn);
  const standing = cellsByColumn(drawn);
  const marks: ColumnMark[] = [];
  const unplaced: string[] = [];
  for (const { key, path } of printed.columns) {
    const columns = [...standing.values()].filter((column) => column.key === key);
    const head = columns.length === 0 ? loneHead(drawn, path.at(-1) ?? '', body, standing) : null;
    if (columns.length === 0 && head === null) unplaced.push(key);
    if (head) marks.push({ key, from: head.box[0], to: head.box[2], firstCell: null });
    for (const { cells } of columns) {
      const here = cells.filter((cell) => cell.page === page);
      const narrowest = (here.length > 0 ? here : cells).reduce((a, b) => (width(b.box) < width(a.box) ? b : a));
      const tops = here.map((cell) => cell.box[1]);
      marks.push({ key, from: narrowest.box[0], to: narrowest.box[2], firstCell: tops.length > 0 ? Math.min(...tops) : null });
    }
  }
  return { marks, unplaced };
}

const width = (box: Box) => box[2] - box[0];

/** Values by key and by the grid's column: panels share a key. Cells that extract moved do not tell where a column stands. */
function cellsByColumn({ printed }: DrawnTable): Map<string, { key: string; column: number; cells: Cell[] }> {
  const columnAt = new Map(printed.grid.cells.map((cell) => [placeOf(cell), cell.column]));
  const standing = new Map<string, { key: string; column: number; cells: Cell[] }>();
  for (const row of printed.rows) {
    for (const [key, cell] of row.cells) {
      if (columnAt.get(placeOf(cell)) !== cell.column) continue;
      const id = `${cell.column} ${key}`;
      const column = standing.get(id) ?? { key, column: cell.column, cells: [] };
      column.cells.push(cell);
      standing.set(id, column);
    }
  }
  return standing;
}

/** The one cell with these words over a column that no key has yet; null where several could be meant. */
function loneHead({ printed }: DrawnTable, words: string, body: number, standing: ReadonlyMap<string, { column: number }>): Cell | null {
  const taken = new Set([...standing.values()].map(({ column }) => column));
  const heads = printed.grid.cells.filter(
    (cell) => cell.row < body && cell.columnSpan === 1 && !taken.has(cell.column) && squeeze(cell.text) === words,
  );
  return heads.length === 1 ? (heads[0] ?? null) : null;
}

/** The rows of a table that stand on a page, top to bottom. Panels follow each other: where rows begin again at the top, the next one begins. */
export function rowsOnPage({ printed, table }: DrawnTable, page: number): RowMark[] {
  const marks: RowMark[] = [];
  let panel = 0;
  let above = 0;
  printed.rows.forEach((row, index) => {
    const own = ownCell([...row.label, ...row.cells.values()]);
    const out = table.rows[index];
    if (!own || !out) return;
    if (own.row < above) panel++;
    above = own.row;
    if (own.page !== page) return;
    marks.push({
      text: `${index} ${out.concept ?? fitWidth(out.code ?? out.name ?? '', LONGEST)}`.trim(),
      sum: out.kind === 'total' || out.kind === 'subtotal',
      further: row.side === '支出' || panel > 0,
      from: own.box[0],
      at: (own.box[1] + own.box[3]) / 2,
    });
  });
  return marks.toSorted((a, b) => a.at - b.at || a.from - b.from);
}

/** Of a row's cells the one that is the row's alone: others reach down from rows above. */
function ownCell(cells: readonly Cell[]): Cell | null {
  return cells.reduce<Cell | null>(
    (best, cell) => (!best || cell.row > best.row || (cell.row === best.row && cell.rowSpan < best.rowSpan) ? cell : best),
    null,
  );
}
