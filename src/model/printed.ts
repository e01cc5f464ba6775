/** The nouns of stage 3: tables labelled, but as printed. */

import type { FormDeclaration } from '../../extractors/form.js';
import type { Form, PartNote } from '../../schemas/disclosure.js';
import type { Unit } from '../base/money.js';
import type { Cell, Grid } from './grid.js';
import type { TextLine } from './page.js';
import type { Remark } from './remark.js';
import type { Side } from './side.js';

/** What is printed around a grid. Strings are as printed, white space removed. */
export interface Caption {
  readonly number: string | null;
  readonly title: string | null;
  readonly department: string | null;
  readonly unit: Unit | null;
  /** The lines it was read from. */
  readonly lines: readonly TextLine[];
}

export interface PrintedColumn {
  readonly key: string;
  readonly path: readonly string[];
  readonly ordinal: string | null;
  /** Columns of the grid that bear the key: one, or one in each panel. */
  readonly indexes: readonly number[];
}

/** A publishing unit (预算单位) as a row names it. */
export interface UnitName {
  readonly code: string | null;
  readonly name: string | null;
}

/** One printed body row of one side or panel. */
export interface PrintedRow {
  /** Texts of the code columns, left to right: one, or 类 款 项; empty where blank. */
  readonly code: readonly string[];
  readonly name: string | null;
  readonly line: string | null;
  readonly panel: string | null;
  readonly side: Side | null;
  /** The unit its unit columns name, where the table has such columns and they are filled. */
  readonly unit?: UnitName;
  /** Codes of other classifications beside its own, as printed. */
  readonly others?: ReadonlyMap<string, string>;
  /** The cells its label stands in. */
  readonly label: readonly Cell[];
  /** Column key → cell, only cells with text. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Where a person corrected its code or name. */
  readonly corrections?: readonly PartNote[];
}

/** A grid whose form is known or `other`, labelled but as printed. */
export interface PrintedTable {
  readonly form: Form;
  readonly declaration: FormDeclaration | null;
  readonly grid: Grid;
  readonly caption: Caption;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly PrintedRow[];
  readonly fields: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  readonly noteLines: readonly TextLine[];
  readonly remarks: readonly Remark[];
  /** Where a person corrected its form or unit. */
  readonly corrections?: readonly PartNote[];
}
