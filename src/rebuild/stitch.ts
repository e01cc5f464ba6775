import type { Cell, Grid } from '../model/grid.js';
import type { TextLine } from '../model/page.js';
import { appendBeside, fitsBeside } from './beside.js';
import { type FramedGrid, nearestIndex, repeatedRows, SAME_BOUNDARY, startsWithTitle, startTable, type Table } from './growing-table.js';
import { mergeCells } from './merge.js';

/** Share of a part's boundaries that must meet one of the table's. */
const MATCHING = 0.8;
/** Share of the table's columns a part must still show: code columns may vanish on a continuation. */
const SHOWN = 0.5;

/** Parts of one table on successive pages → one grid each, with repeated headers once. */
export function stitchGrids(framed: readonly FramedGrid[]): Grid[] {
  const tables: Table[] = [];
  for (const part of framed) {
    const open = tables.at(-1);
    const shift = open ? shiftOnto(open, part) : null;
    if (open && shift !== null && continues(open, part)) appendBelow(open, part, shift);
    else if (open && fitsBeside(open, part)) appendBeside(open, part);
    else tables.push(startTable(part));
  }
  return tables.map(({ xs, rows, cells, pages, above, below }) => ({ rows, columns: xs.length - 1, cells, pages, above, below }));
}

/** pt to add to the part's boundaries so that they lie on the table's; null where its columns are others. */
function shiftOnto(table: Table, { grid: part }: FramedGrid): number | null {
  const [left, right] = [table.xs[0] ?? 0, table.xs.at(-1) ?? 0];
  const [partLeft, partRight] = [part.xs[0] ?? 0, part.xs.at(-1) ?? 0];
  if (Math.abs(right - left - (partRight - partLeft)) > 2 * SAME_BOUNDARY) return null;
  const shift = left - partLeft;
  const met = part.xs.filter((x) => table.xs.some((t) => Math.abs(t - x - shift) <= SAME_BOUNDARY)).length;
  const enough = met >= part.xs.length * MATCHING && part.xs.length - 1 >= (table.xs.length - 1) * SHOWN;
  return enough ? shift : null;
}

/** Does this part go on with the table? Either nothing stands between them, or it begins with the same title and header. */
function continues(table: Table, part: FramedGrid): boolean {
  if (part.grid.page !== (table.pages.at(-1) ?? 0) + 1) return false;
  if (!table.last.closesPage) return false;
  if (startsWithTitle(part.grid)) return repeatsMoreThanTitles(table, part);
  if (part.opensPage) return true;
  return part.above.length > 0 && repeatedRows(table.cells, part.grid) > 0 && sameCaption(table.above, part.above);
}

/** A title inside the grid begins the same table again only where the header below it does too. */
function repeatsMoreThanTitles(table: Table, { grid }: FramedGrid): boolean {
  const repeated = repeatedRows(table.cells, grid);
  return grid.cells.some((c) => c.row < repeated && c.text !== '' && c.columnSpan < grid.xs.length - 1);
}

function sameCaption(a: readonly TextLine[], b: readonly TextLine[]): boolean {
  const words = (lines: readonly TextLine[]) => new Set(lines.map((l) => l.text.replace(/[（(]?续[表）)]*|\s/g, '')));
  const known = words(a);
  return [...words(b)].every((text) => known.has(text));
}

function appendBelow(table: Table, part: FramedGrid, shift: number): void {
  const { grid } = part;
  const skip = repeatedRows(table.cells, grid);
  const map = columnMap(table, grid.xs, shift);
  const offset = table.rows - skip;
  const body = grid.cells
    .filter((c) => c.row + c.rowSpan > skip)
    .map((c): Cell => {
      const column = map[c.column] ?? 0;
      const top = Math.max(c.row, skip);
      const kept = c.row >= skip ? {} : { text: '', lines: [], ink: null };
      return {
        ...c,
        ...kept,
        row: top + offset,
        rowSpan: c.row + c.rowSpan - top,
        column,
        columnSpan: (map[c.column + c.columnSpan] ?? column + 1) - column,
      };
    });
  const broken = goesOn(table, body);
  if (broken) joinBrokenRow(table, body);
  else table.cells.push(...body);
  table.rows += grid.ys.length - 1 - skip - (broken ? 1 : 0);
  table.pages.push(grid.page);
  table.parts.push({ ys: grid.ys, skip, offset: broken ? offset - 1 : offset });
  table.below = part.below;
  table.last = part;
  table.shift = shift;
}

/**
 * For each boundary of the part the index of the table's. The ends are the table's ends; a boundary between that the table lacks
 * is put in and its cells widened.
 */
function columnMap(table: Table, xs: readonly number[], shift: number): number[] {
  for (const x of xs.slice(1, -1).map((x) => x + shift)) {
    if (table.xs.some((t) => Math.abs(t - x) <= SAME_BOUNDARY)) continue;
    const at = table.xs.findIndex((t) => t > x);
    table.xs.splice(at, 0, x);
    table.cells = table.cells.map((c) => {
      if (c.column >= at) return { ...c, column: c.column + 1 };
      return c.column + c.columnSpan >= at ? { ...c, columnSpan: c.columnSpan + 1 } : c;
    });
  }
  const last = table.xs.length - 1;
  return xs.map((x, i) => (i === 0 ? 0 : i === xs.length - 1 ? last : nearestIndex(table.xs, x + shift)));
}

/** Share of the em left at a cell's right side by a line that wrapped there. */
const WRAPPED = 1.3;

/**
 * Is the part's first row the rest of the table's last? It holds no number, the last row does, and each of its texts goes on
 * below a line that ran to the end of its cell.
 */
function goesOn(table: Table, body: readonly Cell[]): boolean {
  const rest = body.filter((c) => c.row === table.rows && c.text !== '');
  const last = table.cells.filter((c) => c.row + c.rowSpan === table.rows && c.text !== '');
  const isNumber = (c: Cell) => /^[\d.,%％-]+$/.test(c.text);
  if (rest.length === 0 || rest.some(isNumber) || !last.some(isNumber)) return false;
  return rest.every((c) => {
    const before = last.find((l) => l.column === c.column && l.columnSpan === c.columnSpan);
    const line = before?.lines.at(-1);
    const end = (table.xs[c.column + c.columnSpan] ?? 0) - table.shift;
    return line !== undefined && end - line.box[2] < WRAPPED * line.size;
  });
}

/** The rest's texts go on in the cells they continue; a cell that reaches further down keeps doing so. */
function joinBrokenRow(table: Table, body: readonly Cell[]): void {
  for (const rest of body.filter((c) => c.row === table.rows)) {
    const index = table.cells.findIndex((c) => c.row + c.rowSpan === table.rows && c.column === rest.column);
    const before = table.cells[index];
    if (!before || before.columnSpan !== rest.columnSpan) {
      if (rest.rowSpan > 1) table.cells.push({ ...rest, rowSpan: rest.rowSpan - 1 });
      continue;
    }
    table.cells[index] = mergeCells(before, { ...rest, row: rest.row - 1 });
  }
  table.cells.push(...body.filter((c) => c.row > table.rows).map((c) => ({ ...c, row: c.row - 1 })));
}
