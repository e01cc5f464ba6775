import type { PrintedTable } from '../model/printed.js';

/** The names of units that stand in the unit columns of tables. */
export const unitNames = (tables: readonly PrintedTable[]): ReadonlySet<string> =>
  new Set(tables.flatMap(({ declaration, rows }) => (declaration ? rows.flatMap(({ unit }) => unit?.name ?? []) : [])));
