import { type Side, sideOfPath } from '../../model/side.js';
import { type Figure, figureAt, type Sheet } from './sheet.js';

/** 合计 of a column: its printed cell, or the top rows where the table has no such row; null where it cannot be known. */
export function totalOf(sheet: Sheet, column: string): readonly Figure[] | null {
  const { totals, addends, unplaced } = sheet.outline;
  if (!sheet.columns.includes(column)) return null;
  const [total] = totals;
  if (total !== undefined) return [figureAt(sheet, total, column)];
  if (sheet.table.empty) return [figureAt(sheet, null, column)];
  return addends.length > 0 && unplaced.length === 0 ? addends.map((row) => figureAt(sheet, row, column)) : null;
}

/**
 * The line of a concept that has a figure in a column: a two-sided table prints 总计 twice. Null where there is no such line, or
 * where several have figures.
 */
export function lineAt(sheet: Sheet, concept: string, column: string): Figure | null {
  const rows = sheet.outline.lines.get(concept);
  if (!rows || !sheet.columns.includes(column)) return null;
  const [row, ...more] = candidates(sheet, rows, column);
  return row === undefined || more.length > 0 ? null : figureAt(sheet, row, column);
}

/** Rows with a figure there; else those of the column's side; else one without any figure. */
function candidates(sheet: Sheet, rows: readonly number[], column: string): readonly number[] {
  const filled = rows.filter((row) => sheet.table.rows[row]?.cells[column]);
  if (filled.length > 0) return filled;
  const side = sideOfColumn(sheet, column);
  const blank = rows.filter((row) => sideOfRow(sheet, row) === side);
  return blank.length > 0 ? blank : rows.filter((row) => sideOfRow(sheet, row) === undefined).slice(0, 1);
}

/** 收入 or 支出 where a table has two sides. */
export const sideOfColumn = (sheet: Sheet, key: string): Side | null =>
  sideOfPath(sheet.table.columns.find((c) => c.key === key)?.path ?? []);

/** The side a row has cells on; undefined where it has none. */
function sideOfRow(sheet: Sheet, row: number): Side | null | undefined {
  const [key] = Object.keys(sheet.table.rows[row]?.cells ?? {});
  return key === undefined ? undefined : sideOfColumn(sheet, key);
}
