import type { Cell } from '../model/grid.js';
import { type FramedGrid, nearestIndex, SAME_BOUNDARY, startsWithTitle, type Table } from './growing-table.js';
import { mergeCells } from './merge.js';

/**
 * Is this part a further strip of columns of a table too wide for its page? Spreadsheets print all pages of the first columns,
 * then those of the next. Nothing stands above such a part, and its rows stand where those of the part beside it stand.
 */
export function fitsBeside(table: Table, { grid, opensPage }: FramedGrid): boolean {
  if (!opensPage || startsWithTitle(grid) || grid.page !== (table.pages.at(-1) ?? 0) + 1) return false;
  const { part } = nextPlace(table);
  if (!part) return false;
  const near = (a: number | undefined, b: number | undefined) => Math.abs((a ?? 0) - (b ?? 0)) <= SAME_BOUNDARY;
  const sameEnds = near(grid.ys[0], part.ys[0]) && near(grid.ys.at(-1), part.ys.at(-1));
  const known = grid.ys.every((y) => part.ys.some((p) => near(p, y)));
  const strip = table.strip && table.strip.placed < table.parts.length ? table.strip : null;
  const sameColumns = !strip || (strip.xs.length === grid.xs.length && strip.xs.every((x, i) => near(x, grid.xs[i])));
  return sameEnds && known && sameColumns;
}

export function appendBeside(table: Table, framed: FramedGrid): void {
  const { grid } = framed;
  const { part, placed, isNew } = nextPlace(table);
  if (!part) return;
  const column = isNew ? table.xs.length - 1 : (table.strip?.column ?? 0);
  if (isNew) {
    const shift = (table.xs.at(-1) ?? 0) - (grid.xs[0] ?? 0);
    table.xs.push(...grid.xs.slice(1).map((x) => x + shift));
  }
  const rows = grid.ys.map((y) => nearestIndex(part.ys, y));
  for (const cell of grid.cells) {
    const [from, to] = [rows[cell.row] ?? 0, rows[cell.row + cell.rowSpan] ?? 0];
    if (to <= part.skip) continue;
    const top = Math.max(from, part.skip);
    const moved: Cell = { ...cell, row: top + part.offset, rowSpan: to - top, column: cell.column + column };
    if (moved.open.left && joinOverPage(table, moved)) continue;
    if (!joinBrokenCell(table, moved)) table.cells.push(moved);
  }
  table.strip = { placed: placed + 1, column, xs: grid.xs };
  table.pages.push(grid.page);
  if (framed.below.length > 0) table.below = [...table.below, ...framed.below];
}

/** The part whose rows the next strip page must share. */
function nextPlace(table: Table) {
  const placed = table.strip && table.strip.placed < table.parts.length ? table.strip.placed : 0;
  return { part: table.parts[placed], placed, isNew: placed === 0 };
}

/** The strip's half of a row that a page break cut: its first piece is there already, and the rest's text goes on in it. */
function joinBrokenCell(table: Table, rest: Cell): boolean {
  const index = table.cells.findIndex((c) => c.column === rest.column && c.row <= rest.row && c.row + c.rowSpan > rest.row);
  const before = table.cells[index];
  if (!before) return false;
  table.cells[index] = mergeCells(before, rest);
  return true;
}

/** A merged header cell cut by the page's edge: neither half is closed there. Its text may stand on either side, or be cut too. */
function joinOverPage(table: Table, right: Cell): boolean {
  const index = table.cells.findIndex(
    (c) => c.row === right.row && c.rowSpan === right.rowSpan && c.column + c.columnSpan === right.column && c.open.right,
  );
  const left = table.cells[index];
  if (!left || /\d/.test(left.text + right.text)) return false;
  table.cells[index] = mergeCells(left, right);
  return true;
}
