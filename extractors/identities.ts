/**
 * What must agree within one table (勾稽), as data: `src/check` turns an identity into equations over the cells that are
 * printed. The words for each rule stand in `src/check/rules.ts`.
 */
export type Identity =
  /** In every row: the column `total` is the sum of `parts` less `minus`; some print a total that holds the columns `also` too. */
  | {
      readonly over: 'columns';
      readonly rule: string;
      readonly total: string;
      readonly parts: readonly Part[];
      readonly minus: readonly Part[];
      readonly also: readonly string[];
    }
  /** In every row: the column `part` is contained in the column `whole`. */
  | { readonly over: 'part'; readonly rule: string; readonly part: string; readonly whole: string }
  /** In every column: 合计 is the sum of the rows that stand below no other. */
  | { readonly over: 'rows'; readonly rule: string }
  /** In every column: 类 is the sum of its 款, 款 of its 项, as far as they are printed. */
  | { readonly over: 'codes'; readonly rule: string }
  /** The line `total` is the sum of all lines above it on its side. */
  | { readonly over: 'lines-above'; readonly rule: string; readonly total: string; readonly columns: readonly string[] }
  /** The line `total` is the sum of the lines `parts`, as far as they are printed, in each of `columns`. */
  | {
      readonly over: 'lines';
      readonly rule: string;
      readonly total: string;
      readonly parts: readonly string[];
      readonly columns: readonly string[];
    }
  /** One cell is the sum of others, whatever their columns; all of them must be printed. */
  | { readonly over: 'places'; readonly rule: string; readonly total: Place; readonly parts: readonly Place[] }
  /** The line `total` is the sum of the economic 类 that `holds` names, or of all that it does not. */
  | { readonly over: 'classes'; readonly rule: string; readonly total: string; readonly classes: Classes }
  /** Rows of these economic 类 have all their amount, `total`, in `column`. */
  | { readonly over: 'class-column'; readonly rule: string; readonly total: string; readonly column: string; readonly classes: Classes }
  /** The line stands in the table, on the side of `column`; in some arrangements another one stands there instead. */
  | {
      readonly over: 'presence';
      readonly rule: string;
      readonly line: string;
      readonly column: string;
      readonly instead: readonly string[];
    }
  /** Every code has the rows of its 类 and 款, where other codes have theirs. */
  | { readonly over: 'parents'; readonly rule: string }
  /** No code ends above the lowest level that the document prints. */
  | { readonly over: 'children'; readonly rule: string }
  /** The line `total` is the sum of the lines that follow it, as long as they have amounts in `columns`. */
  | { readonly over: 'lines-below'; readonly rule: string; readonly total: string; readonly columns: readonly string[] };

/** A column key, or a list: its first column or, where the table has no such column, the sum of the others. */
export type Part = string | readonly [string, ...string[]];

/** A cell by the concept of its line and the key of its column. */
export interface Place {
  readonly line: string;
  readonly column: string;
}

/** 类 of the economic classification: the named ones, or all but them. */
export type Classes = { readonly only: readonly string[] } | { readonly except: readonly string[] };

export const rowSum = (total: string, parts: readonly Part[], rule = 'ROW-SUM', also: readonly string[] = []): Identity => ({
  over: 'columns',
  rule,
  total,
  parts,
  minus: [],
  also,
});

/** 年初 + 收入 − 支出 = 年末. */
export const balance = (closing: string, plus: readonly Part[], minus: readonly Part[], rule: string): Identity => ({
  over: 'columns',
  rule,
  total: closing,
  parts: plus,
  minus,
  also: [],
});

export const partOf = (part: string, whole: string, rule: string): Identity => ({ over: 'part', rule, part, whole });

export const columnSums: Identity = { over: 'rows', rule: 'COLUMN-SUM' };

export const codeHierarchy: Identity = { over: 'codes', rule: 'CODE-SUM' };

/** 类, 款 and 项 are all there. */
export const codeLevels: readonly Identity[] = [
  { over: 'parents', rule: 'CODE-PARENT' },
  { over: 'children', rule: 'CODE-CHILD' },
];

/** A row without which the table is not whole. */
export const expected = (line: string, column: string, ...instead: readonly string[]): Identity => ({
  over: 'presence',
  rule: 'ROW-MISSING',
  line,
  column,
  instead,
});

export const linesAbove = (total: string, columns: readonly string[], rule: string): Identity => ({
  over: 'lines-above',
  rule,
  total,
  columns,
});

export const linesBelow = (total: string, columns: readonly string[], rule: string): Identity => ({
  over: 'lines-below',
  rule,
  total,
  columns,
});

export const lineSum = (total: string, parts: readonly string[], columns: readonly string[], rule: string): Identity => ({
  over: 'lines',
  rule,
  total,
  parts,
  columns,
});

export const placeSum = (total: Place, parts: readonly Place[], rule: string): Identity => ({ over: 'places', rule, total, parts });

export const at = (line: string, column: string): Place => ({ line, column });

export const classSum = (total: string, classes: Classes, rule: string): Identity => ({ over: 'classes', rule, total, classes });

export const classColumn = (total: string, column: string, classes: Classes, rule: string): Identity => ({
  over: 'class-column',
  rule,
  total,
  column,
  classes,
});
