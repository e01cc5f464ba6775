import type { Param, Session } from '../store/database.js';

/** A column of a dataset. A `decimal` is an exact decimal string, whatever a database or file format makes of it. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'decimal' | 'real' | 'date';
  readonly description: string;
  /** Every line has it. */
  readonly required?: true;
}

export type Line = readonly Param[];

/** A table of the dataset: what its columns mean, and its lines in their fixed order, some at a time. */
export interface Resource {
  readonly name: string;
  /** Of its sheet. */
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  /** Columns that name a line of the resource `documents`. */
  readonly refersTo?: { readonly fields: readonly string[]; readonly resource: string; readonly reference: readonly string[] };
  /** Whether the dataset has it; always where this is missing. */
  isThere?(session: Session, filters: Filters): Promise<boolean>;
  lines(session: Session, filters: Filters): AsyncIterable<Line[]>;
}

/** What of the store goes into the dataset. */
export interface Filters {
  /** A division's code, 41 to 410503: all that lie in it. */
  readonly region: string | null;
  readonly years: readonly number[];
  readonly forms: readonly string[];
  /** Of values. */
  readonly statuses: readonly string[];
  /** Copies of a document that is in the dataset already. */
  readonly duplicates: boolean;
  /** Of several editions of one account all, not only the one that holds. */
  readonly allEditions: boolean;
  /** Also every cell of the tables as printed. */
  readonly cells: boolean;
  /** Also a table for each form, with a column for each column key. */
  readonly wide: boolean;
}

export const NO_FILTERS: Filters = {
  region: null,
  years: [],
  forms: [],
  statuses: [],
  duplicates: false,
  allEditions: false,
  cells: false,
  wide: false,
};

/** `name IN (?, ?)`, or nothing to ask for. */
export function oneOf(name: string, values: readonly Param[]): { sql: string; params: readonly Param[] } {
  return values.length === 0 ? { sql: '', params: [] } : { sql: ` AND ${name} IN (${values.map(() => '?').join(', ')})`, params: values };
}
