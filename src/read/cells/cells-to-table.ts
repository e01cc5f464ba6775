import { at } from '../../base/invariant.js';
import type { SheetCell, SheetTable } from '../../model/sheet.js';
import { lastColumn, lastRow, type PlacedCell } from './placed-cell.js';

/** Where a blank cell stands, in words, by the row and column it would have among the filled ones; empty where it has no words. */
export type BlankRef = (row: number, column: number) => string;

/** Filled cells → a table of them and the blank cells between, without rows and columns in which nothing lies. */
export function cellsToTable(cells: readonly PlacedCell[], blankRef: BlankRef = () => ''): SheetTable {
  const rowOf = placeAmong(cells.map((cell) => [cell.row, lastRow(cell)] as const));
  const columnOf = placeAmong(cells.map((cell) => [cell.column, lastColumn(cell)] as const));
  const [rows, columns] = [rowOf.size, columnOf.size];
  const taken = new Uint8Array(rows * columns);
  const placed: SheetCell[] = [];
  for (const cell of cells) {
    const row = at(rowOf.places, cell.row - rowOf.first);
    const column = at(columnOf.places, cell.column - columnOf.first);
    const end = { row: at(rowOf.places, lastRow(cell) - rowOf.first), column: at(columnOf.places, lastColumn(cell) - columnOf.first) };
    // Merged ranges of a damaged file may overlap: the first has the place.
    const [rowSpan, columnSpan] = isFree(taken, columns, row, column, end) ? [end.row - row + 1, end.column - column + 1] : [1, 1];
    if (taken[row * columns + column]) continue;
    for (let r = row; r < row + rowSpan; r++) taken.fill(1, r * columns + column, r * columns + column + columnSpan);
    placed.push({ ...cell, row, column, rowSpan, columnSpan });
  }
  return {
    kind: 'table',
    rows,
    columns,
    cells: withBlanks(placed, taken, columns, (row, column) => blankRef(at(rowOf.covered, row), at(columnOf.covered, column))),
  };
}

function isFree(taken: Uint8Array, columns: number, row: number, column: number, end: { row: number; column: number }): boolean {
  for (let r = row; r <= end.row; r++) for (let c = column; c <= end.column; c++) if (taken[r * columns + c]) return false;
  return true;
}

function withBlanks(cells: readonly SheetCell[], taken: Uint8Array, columns: number, blankRef: BlankRef): SheetCell[] {
  const all = [...cells];
  for (let unit = 0; unit < taken.length; unit++) {
    if (taken[unit]) continue;
    const [row, column] = [Math.floor(unit / columns), unit % columns];
    all.push({ row, column, rowSpan: 1, columnSpan: 1, lines: [], ref: blankRef(row, column) });
  }
  return all.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Where each index from the first on comes among those that some extent covers, and which they are. */
function placeAmong(extents: readonly (readonly [from: number, to: number])[]) {
  const first = extents.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const last = extents.reduce((most, [, to]) => Math.max(most, to), 0);
  const covered = new Uint8Array(last - first + 1);
  for (const [from, to] of extents) covered.fill(1, from - first, to - first + 1);
  const indexes: number[] = [];
  const places = Array.from(covered, (isCovered, index) => (isCovered ? indexes.push(first + index) - 1 : indexes.length));
  return { first, places, size: indexes.length, covered: indexes };
}
