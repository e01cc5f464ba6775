import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';

/** A cell of a grid, its row and its column counted from 0. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** Where a row and a column of a table meet in its grid; of a row alone its first cell. Null where the grid does not show it. */
export type PositionOf = (row: number | null, column: string | null) => GridPosition | null;

/** Blank cells have a position too: in the line of their row's other values and in the column of their column's. */
export function positionsOf(table: DisclosureTable, values: ReadonlyMap<DisclosureGridCell, DisclosureValue>): PositionOf {
  const cells = new Map([...values].map(([cell, value]) => [value, cell]));
  const cellOf = (row: number, key: string) => {
    const value = table.rows[row]?.cells[key];
    return value && cells.get(value);
  };
  const lines = table.rows.map((row, index) => Object.keys(row.cells).flatMap((key) => cellOf(index, key) ?? [])[0]?.row);
  const columns = new Map(table.columns.map(({ key }) => [key, table.rows.flatMap((_, row) => cellOf(row, key)?.column ?? [])]));
  return (row, key) => {
    const cell = row === null || key === null ? undefined : cellOf(row, key);
    if (cell) return { row: cell.row, column: cell.column };
    const line = row === null ? undefined : lines[row];
    if (line === undefined) return null;
    const column = key === null ? 0 : columns.get(key)?.[0];
    return column === undefined ? { row: line, column: 0 } : { row: line, column };
  };
}
