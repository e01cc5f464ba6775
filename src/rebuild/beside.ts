import { at, must } from '../base/invariant.js';
import type { Cell } from '../model/grid.js';
import { type GrowingTable, lastPageOf, type PlacedPart, SAME_BOUNDARY, startsWithTitle, type TablePart } from './growing-table.js';
import { endsOf, nearestIndex } from './lattice.js';
import { mergeCells } from './merge.js';

/**
 * Is this part a further strip of columns of a table too wide for its page? Spreadsheets print all pages of the first columns,
 * then those of the next. Nothing stands above such a part, and its rows stand where those of the part beside it stand.
 */
export function fitsBeside(table: GrowingTable, { grid, opensPage }: TablePart): boolean {
  if (!opensPage || startsWithTitle(grid) || grid.page !== lastPageOf(table) + 1) return false;
  const { ys } = partBeside(table);
  const isNear = (a: number, b: number) => Math.abs(a - b) <= SAME_BOUNDARY;
  const [[top, bottom], [otherTop, otherBottom]] = [endsOf(grid.ys), endsOf(ys)];
  const sameEnds = isNear(top, otherTop) && isNear(bottom, otherBottom);
  const isKnown = grid.ys.every((y) => ys.some((other) => isNear(other, y)));
  const strip = unfinishedStrip(table);
  const sameColumns = !strip || (strip.xs.length === grid.xs.length && strip.xs.every((x, i) => isNear(x, at(grid.xs, i))));
  return sameEnds && isKnown && sameColumns;
}

/** Adds a part for which `fitsBeside` holds: its columns right of those the table has, or below those of its strip. */
export function appendBeside(table: GrowingTable, { grid, below }: TablePart): void {
  const part = partBeside(table);
  const strip = unfinishedStrip(table);
  const column = strip?.column ?? table.xs.length - 1;
  if (!strip) {
    const shift = must(table.xs.at(-1), 'the right end of a table') - at(grid.xs, 0);
    table.xs.push(...grid.xs.slice(1).map((x) => x + shift));
  }
  const rows = grid.ys.map((y) => nearestIndex(part.ys, y));
  for (const cell of grid.cells) {
    const [from, to] = [at(rows, cell.row), at(rows, cell.row + cell.rowSpan)];
    if (to <= part.skip) continue;
    const top = Math.max(from, part.skip);
    // A row whose ends lie on one boundary of the part beside is none there.
    if (to === top && cell.text === '') continue;
    const moved: Cell = { ...cell, row: top + part.offset, rowSpan: Math.max(1, to - top), column: cell.column + column };
    if (moved.open.left && joinOverPage(table, moved)) continue;
    if (!joinBrokenCell(table, moved)) table.cells.push(moved);
  }
  table.strip = { placed: (strip?.placed ?? 0) + 1, column, xs: grid.xs };
  table.pages.push(grid.page);
  if (below.length > 0) table.below = [...table.below, ...below];
}

/** The strip to which the next page belongs; null where that page begins a new one. */
const unfinishedStrip = ({ strip, parts }: GrowingTable) => (strip && strip.placed < parts.length ? strip : null);

/** The part whose rows the next page of a strip must share. */
const partBeside = (table: GrowingTable): PlacedPart => at(table.parts, unfinishedStrip(table)?.placed ?? 0);

/** The strip's half of a row that a page break cut: its first piece is there already, and the rest's text goes on in it. */
function joinBrokenCell(table: GrowingTable, rest: Cell): boolean {
  const index = table.cells.findIndex((c) => c.column === rest.column && c.row <= rest.row && c.row + c.rowSpan > rest.row);
  const before = table.cells[index];
  if (!before) return false;
  table.cells[index] = mergeCells(before, rest);
  return true;
}

/** A merged header cell cut by the page's edge: neither half is closed there. Its text may stand on either side, or be cut too. */
function joinOverPage(table: GrowingTable, right: Cell): boolean {
  const index = table.cells.findIndex(
    (c) => c.row === right.row && c.rowSpan === right.rowSpan && c.column + c.columnSpan === right.column && c.open.right,
  );
  const left = table.cells[index];
  if (!left || /\d/.test(left.text + right.text)) return false;
  table.cells[index] = mergeCells(left, right);
  return true;
}
