import type { DocumentFamily } from '../../extractors/family.js';
import type { DisclosureTable } from '../../schemas/disclosure.js';
import type { PrintedTable } from '../model/printed.js';
import { normalizeTable } from '../normalize/table.js';
import { unitNames } from '../normalize/unit-names.js';

/** A labelled table → the table as it would stand in the result. */
export type ResultReader = (table: PrintedTable) => DisclosureTable;

/** Reads each table once, however many corrections ask for it; a corrected table is another one. @param tables all of the document */
export function resultReader(family: DocumentFamily, tables: readonly PrintedTable[]): ResultReader {
  const units = unitNames(tables);
  const results = new Map<PrintedTable, DisclosureTable>();
  return (table) => {
    const result = results.get(table) ?? normalizeTable(table, family, units).table;
    results.set(table, result);
    return result;
  };
}
