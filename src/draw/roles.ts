import type { DisclosureValue } from '../../schemas/disclosure.js';
import { squeeze } from '../base/text.js';
import type { Box } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { DrawnTable } from './drawing.js';

/** What a cell of a grid is to its table. A value's role is its status; `word` is a value that is no number. */
export type Role =
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
  readonly role: Role;
  /** What to say where the pointer rests. */
  readonly tip: readonly string[];
}

/** The cells of a table on one page. A row that slid was moved by extract: cells are told by their boxes, which never move. */
export function cellsOnPage(drawn: DrawnTable, page: number): DrawnCell[] {
  const named = namedCells(drawn);
  const around = new Set([...drawn.printed.caption.lines, ...drawn.printed.noteLines]);
  const headWords = new Set(drawn.printed.columns.flatMap(({ path }) => path));
  const firstRow = firstRowOf(drawn);
  const roleOf = (cell: Cell): Role => {
    if (cell.text === '') return 'blank';
    if (cell.lines.some((line) => around.has(line))) return 'caption';
    if (!drawn.printed.declaration) return 'other';
    return cell.row < firstRow || headWords.has(squeeze(cell.text)) ? 'head' : 'unnamed';
  };
  return drawn.printed.grid.cells
    .filter((cell) => cell.page === page)
    .map((cell) => {
      const name = named.get(placeOf(cell)) ?? { role: roleOf(cell), tip: [cell.text] };
      return { cell, box: drawn.boxOf(cell), role: name.role, tip: [...name.tip, placeInGrid(cell)] };
    });
}

/** The grid's row in which the first of the table's rows stands. */
function firstRowOf({ printed }: DrawnTable): number {
  const cells = printed.rows.flatMap((row) => [...row.label, ...row.cells.values()]);
  return cells.reduce((first, cell) => Math.min(first, cell.row), Number.POSITIVE_INFINITY);
}

/** A cell's place on paper: the same for a cell and its copies. */
const placeOf = ({ page, box }: Cell) => `${page} ${box.join(' ')}`;

const placeInGrid = ({ row, column, rowSpan, columnSpan }: Cell) =>
  `grid row ${row}, column ${column}${rowSpan * columnSpan > 1 ? `, ${rowSpan} × ${columnSpan}` : ''}`;

type Name = Pick<DrawnCell, 'role' | 'tip'>;

/** The cells that a row or a field of the table holds, by their place on paper. The first row that holds a cell names it. */
function namedCells(drawn: DrawnTable): Map<string, Name> {
  const { printed, table, index } = drawn;
  const named = new Map<string, Name>();
  const name = (cell: Cell, role: Role, tip: readonly string[]) => {
    if (!named.has(placeOf(cell))) named.set(placeOf(cell), { role, tip });
  };
  printed.rows.forEach((row, r) => {
    const out = table.rows[r];
    for (const [key, cell] of row.cells) {
      const value = out?.cells[key];
      if (value) name(cell, value.status ?? 'word', [`table ${index}, row ${r}, ${key}`, describeValue(value, table.unit)]);
    }
    for (const cell of row.label)
      name(cell, 'label', [`table ${index}, row ${r}`, [out?.code, out?.name, out?.concept].filter(Boolean).join(' · ')]);
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
