import type { Form } from '../schemas/disclosure.js';
import type { Identity } from './identities.js';

/**
 * How one form looks in print. A declaration, not a parser: `src/extract` reads tables by it.
 *
 * All words are compared after NFKC, without white space, punctuation and quotation marks. A column pattern `A/B` means: the
 * header path ends with B and has A somewhere above; the pattern with most parts wins, of
 * equals the one whose A stands lowest.
 */
export interface FormDeclaration {
  readonly id: Form;
  /** Printed titles; a year or a department's name may stand before them. */
  readonly titles: readonly string[];
  /** Anything may stand before the title (a project's name), not only a department and a year. */
  readonly anyPrefix: boolean;
  /** Header words → column keys, in every arrangement the form is published in; the first that fits wins. */
  readonly layouts: readonly ColumnLayout[];
  /** Row labels → concepts. */
  readonly rows: RowDeclaration;
  /** Keys of the columns that hold money; null where all do. The others hold scores, rates and words. */
  readonly money: readonly string[] | null;
  /** Its blocks of columns stand side by side and go on one below the other (公开06). */
  readonly panels: boolean;
  /** What must agree within it; what must agree between forms stands in `extractors/between.ts`. */
  readonly identities: readonly Identity[];
}

/** Column key → header patterns. */
export type Columns = Readonly<Record<string, readonly string[]>>;

export interface ColumnLayout {
  readonly columns: Columns;
  /** This arrangement holds only where a row bears one of these labels. */
  readonly onlyWithRows?: readonly string[];
}

/** What identifies a row: a code of a classification, or its words. */
export type RowDeclaration =
  | { readonly by: 'code'; readonly classification: 'function' | 'economic'; readonly words: Words }
  | {
      readonly by: 'words';
      readonly words: Words;
      /** Words that mean something else below the row of this concept: the parts of an opening balance. */
      readonly parts?: { readonly of: string; readonly words: Words };
      /** Concept → the concepts printed below it that add up to it. */
      readonly sums?: Readonly<Record<string, readonly string[]>>;
      /** Rows of the expenditure side are 类 of the functional classification, by name. */
      readonly categories: boolean;
    };

/** Concept → labels. */
export type Words = Readonly<Record<string, readonly string[]>>;

/** Labels of sums that many forms share. */
const totals: Words = { total: ['合计', '总计'] };

/** Rows that bear a 功能分类科目编码. */
export const functionCodes: RowDeclaration = { by: 'code', classification: 'function', words: totals };

type Sketch = Pick<FormDeclaration, 'id' | 'titles' | 'rows'> & Partial<FormDeclaration> & { columns?: Columns };

/** Fills in what most forms share: one layout, no panels, all columns money. */
export function form({ columns, ...sketch }: Sketch): FormDeclaration {
  return { anyPrefix: false, panels: false, money: null, identities: [], layouts: columns ? [{ columns }] : [], ...sketch };
}
