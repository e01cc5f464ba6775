import type { DisclosureValue } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { squeeze } from '../base/text.js';
import type { Box } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { DrawnTable } from './drawing.js';

/** What a cell of a grid is to its table. A value's role is its status; `word` is a value that is no number. */
export type CellRole =
  | NonNullable<DisclosureValue['status']>
  | 'word'
  | 'label'
  /** Above the first row, or the words of a column's head: blocks of a 绩效 table have heads of their own. */
  | 'head'
  /** A caption or a note in the grid itself. */
  | 'caption'
  | 'blank'
  /** Of a table whose form is not known: its grid is all there is. */
  | 'other'
  /** Its text is kept in the grid, but no row, field or column holds it by name. */
  | 'unnamed';

export interface DrawnCell {
  readonly cell: Cell;
  /** Where it is drawn. */
  readonly box: Box;
  readonly role: CellRole;
  /** Lines that show where the pointer rests. */
  readonly tip: readonly string[];
}

/** The cells of a table on one page. Extract may move a row that slid: a cell is known again by its box, which never moves. */
export function cellsOnPage(drawn: DrawnTable, page: number): DrawnCell[] {
  const named = namedCells(drawn);
  const around = new Set([...drawn.printed.caption.lines, ...drawn.printed.noteLines]);
  const headWords = new Set(drawn.printed.columns.flatMap(({ path }) => path));
  const firstRow = firstRowOf(drawn);
  const roleOf = (cell: Cell): CellRole => {
    if (cell.text === '') return 'blank';
    if (cell.lines.some((line) => around.has(line))) return 'caption';
    if (!drawn.printed.declaration) return 'other';
    return cell.row < firstRow || headWords.has(squeeze(cell.text)) ? 'head' : 'unnamed';
  };
  return drawn.printed.grid.cells
    .filter((cell) => cell.page === page)
    .map((cell) => {
      const name = named.get(positionOf(cell)) ?? { role: roleOf(cell), tip: [cell.text] };
      return { cell, box: drawn.boxOf(cell), role: name.role, tip: [...name.tip, gridPosition(cell)] };
    });
}

/** The grid's row in which the first of the table's rows stands. */
function firstRowOf({ printed }: DrawnTable): number {
  const cells = printed.rows.flatMap((row) => [...row.label, ...row.cells.values()]);
  return cells.reduce((first, cell) => Math.min(first, cell.row), Number.POSITIVE_INFINITY);
}

/** Where a cell is printed: the same for a cell and its copies. */
const positionOf = ({ page, box }: Cell) => `${page} ${box.join(' ')}`;

const gridPosition = ({ row, column, rowSpan, columnSpan }: Cell) =>
  `grid row ${row}, column ${column}${rowSpan * columnSpan > 1 ? `, ${rowSpan} × ${columnSpan}` : ''}`;

type NamedCell = Pick<DrawnCell, 'role' | 'tip'>;

/** The cells that a row or a field of the table holds, by where they are printed. The first row that holds a cell names it. */
function namedCells(drawn: DrawnTable): Map<string, NamedCell> {
  const { printed, table, index } = drawn;
  const named = new Map<string, NamedCell>();
  const name = (cell: Cell, role: CellRole, tip: readonly string[]) => {
    if (!named.has(positionOf(cell))) named.set(positionOf(cell), { role, tip });
  };
  printed.rows.forEach((row, r) => {
    const out = at(table.rows, r);
    for (const [key, cell] of row.cells) {
      const value = out.cells[key];
      if (value) name(cell, value.status ?? 'word', [`table ${index}, row ${r}, ${key}`, describeValue(value, table.unit)]);
    }
    for (const cell of row.label)
      name(cell, 'label', [`table ${index}, row ${r}`, [out.code, out.name, out.concept].filter(Boolean).join(' · ')]);
  });
  const fields = new Set(Object.entries(printed.fields).flatMap(([label, text]) => [label.replace(/#\d+$/u, ''), squeeze(text)]));
  for (const cell of fields.size > 0 ? printed.grid.cells : []) {
    if (cell.text !== '' && fields.has(squeeze(cell.text).replace(/[:：]$/u, '')))
      name(cell, 'label', [`table ${index}, a field`, cell.text]);
  }
  return named;
}

function describeValue({ text, value, yuan, status }: DisclosureValue, unit: string | null): string {
  if (value === null) return status === 'unreadable' ? 'unreadable' : text;
  return `${text} → ${value}${yuan === null ? '' : ` ${unit ?? ''} = ${yuan} 元`} (${status})`;
}
