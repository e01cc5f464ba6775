import type { RuleDeclaration } from './rule.js';
import { CODE_CHILD, CODE_PARENT, CODE_SUM, COLUMN_SUM, ROW_MISSING, ROW_SUM } from './shared/rules.js';

/**
 * What must agree within one table (勾稽), as data: `src/check/identity/within.ts` turns an identity into equations over the cells that are
 * printed.
 */
export type Identity =
  /**
   * In every row: the column `total` is the sum of `parts` less `minus`; some print a total that holds the columns `also` too. It holds only
   * where none of the columns `unless` is printed: there the total is divided otherwise.
   */
  | {
      readonly over: 'columns';
      readonly rule: RuleDeclaration;
      readonly total: string;
      readonly parts: readonly ColumnTerm[];
      readonly minus: readonly ColumnTerm[];
      readonly also: readonly string[];
      readonly unless: readonly string[];
      /** What the total is, in the words of a message (年初结转和结余加本年收入减本年支出); null: the sum of the row's columns. */
      readonly inWords: string | null;
    }
  /** In every row: the column `part` is contained in the column `whole`. */
  | { readonly over: 'part'; readonly rule: RuleDeclaration; readonly part: string; readonly whole: string }
  /** In every column: 合计 is the sum of the rows that stand below no other. */
  | { readonly over: 'rows'; readonly rule: RuleDeclaration }
  /** In every column: 类 is the sum of its 款, 款 of its 项, as far as they are printed. */
  | { readonly over: 'codes'; readonly rule: RuleDeclaration }
  /** The line `total` is the sum of all lines above it on its side. */
  | {
      readonly over: 'lines-above';
      readonly rule: RuleDeclaration;
      readonly total: string;
      readonly columns: readonly string[];
      /** Lines with a figure in this column count also where they are blank: they should have one. */
      readonly beside?: string;
      /** What the total always is, in its own unit: full marks. */
      readonly usual?: string;
    }
  /**
   * In every run of rows over which one cell of the column `total` is merged: it is the sum of their figures in the column `part`. Without the
   * line `last` the table may go on elsewhere, and a run with it.
   */
  | { readonly over: 'merged-rows'; readonly rule: RuleDeclaration; readonly total: string; readonly part: string; readonly last: string }
  /** In every column: lines that the form names as sums are the sums of the lines of their level. */
  | { readonly over: 'named-sums'; readonly rule: RuleDeclaration }
  /** In every column: a line with lines of the next level below it is their sum. */
  | { readonly over: 'levels'; readonly rule: RuleDeclaration }
  /** The line `total` is the sum of the lines `parts` less `minus`, as far as they are printed, in each of `columns`. */
  | {
      readonly over: 'lines';
      readonly rule: RuleDeclaration;
      readonly total: string;
      readonly parts: readonly string[];
      readonly minus: readonly string[];
      readonly columns: readonly string[];
    }
  /** One cell is the sum of others, whatever their columns; all of them must be printed. */
  | { readonly over: 'places'; readonly rule: RuleDeclaration; readonly total: DeclaredCell; readonly parts: readonly DeclaredCell[] }
  /** The line `total` is the sum of the economic 类 that `holds` names, or of all that it does not. */
  | { readonly over: 'classes'; readonly rule: RuleDeclaration; readonly total: string; readonly classes: Classes }
  /** Rows of these economic 类 have all their amount, `total`, in `column`. */
  | {
      readonly over: 'class-column';
      readonly rule: RuleDeclaration;
      readonly total: string;
      readonly column: string;
      readonly classes: Classes;
    }
  /** The line stands in the table, on the side of `column`; in some arrangements another one stands there instead. */
  | {
      readonly over: 'presence';
      readonly rule: RuleDeclaration;
      readonly line: string;
      readonly column: string;
      readonly instead: readonly string[];
    }
  /** Every code has the rows of its 类 and 款, where other codes have theirs. */
  | { readonly over: 'parents'; readonly rule: RuleDeclaration }
  /** No code ends above the lowest level that the document prints. */
  | { readonly over: 'children'; readonly rule: RuleDeclaration }
  /** The line `total` is the sum of the lines that follow it, as long as they have amounts in `columns`. */
  | { readonly over: 'lines-below'; readonly rule: RuleDeclaration; readonly total: string; readonly columns: readonly string[] };

/** A column key, or a list: its first column or, where the table has no such column, the sum of the others, each a term of its own. */
export type ColumnTerm = string | readonly [string, ...ColumnTerm[]];

/** A cell by the concept of its line and the key of its column. */
export interface DeclaredCell {
  readonly line: string;
  readonly column: string;
}

/** 类 of the economic classification: the named ones, or all that begin with `of` but them. */
export type Classes = { readonly only: readonly string[] } | { readonly of: string; readonly except: readonly string[] };

export const rowSum = (
  total: string,
  parts: readonly ColumnTerm[],
  rule: RuleDeclaration = ROW_SUM,
  { also = [], unless = [] }: { readonly also?: readonly string[]; readonly unless?: readonly string[] } = {},
): Identity => ({
  over: 'columns',
  rule,
  total,
  parts,
  minus: [],
  also,
  unless,
  inWords: null,
});

/** 年初 + 收入 − 支出 = 年末. */
export const balance = (
  closing: string,
  plus: readonly ColumnTerm[],
  minus: readonly ColumnTerm[],
  rule: RuleDeclaration,
  inWords: string,
): Identity => ({
  over: 'columns',
  rule,
  total: closing,
  parts: plus,
  minus,
  also: [],
  unless: [],
  inWords,
});

export const partOf = (part: string, whole: string, rule: RuleDeclaration): Identity => ({ over: 'part', rule, part, whole });

export const columnSums: Identity = { over: 'rows', rule: COLUMN_SUM };

export const codeHierarchy: Identity = { over: 'codes', rule: CODE_SUM };

/** 类, 款 and 项 are all there. */
export const codeLevels: readonly Identity[] = [
  { over: 'parents', rule: CODE_PARENT },
  { over: 'children', rule: CODE_CHILD },
];

/** A row without which the table is not whole. */
export const expected = (line: string, column: string, ...instead: readonly string[]): Identity => ({
  over: 'presence',
  rule: ROW_MISSING,
  line,
  column,
  instead,
});

export const linesAbove = (
  total: string,
  columns: readonly string[],
  rule: RuleDeclaration,
  more: { readonly beside?: string; readonly usual?: string } = {},
): Identity => ({
  over: 'lines-above',
  rule,
  total,
  columns,
  ...more,
});

export const mergedRows = (total: string, part: string, last: string, rule: RuleDeclaration): Identity => ({
  over: 'merged-rows',
  rule,
  total,
  part,
  last,
});

export const linesBelow = (total: string, columns: readonly string[], rule: RuleDeclaration): Identity => ({
  over: 'lines-below',
  rule,
  total,
  columns,
});

export const lineSum = (
  total: string,
  parts: readonly string[],
  columns: readonly string[],
  rule: RuleDeclaration,
  minus: readonly string[] = [],
): Identity => ({ over: 'lines', rule, total, parts, minus, columns });

export const namedSums = (rule: RuleDeclaration): Identity => ({ over: 'named-sums', rule });

export const levelSums = (rule: RuleDeclaration): Identity => ({ over: 'levels', rule });

export const placeSum = (total: DeclaredCell, parts: readonly DeclaredCell[], rule: RuleDeclaration): Identity => ({
  over: 'places',
  rule,
  total,
  parts,
});

export const at = (line: string, column: string): DeclaredCell => ({ line, column });

export const classSum = (total: string, classes: Classes, rule: RuleDeclaration): Identity => ({ over: 'classes', rule, total, classes });

export const classColumn = (total: string, column: string, classes: Classes, rule: RuleDeclaration): Identity => ({
  over: 'class-column',
  rule,
  total,
  column,
  classes,
});
