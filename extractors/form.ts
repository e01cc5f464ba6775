import type { Identity } from './identities.js';

/**
 * How one form looks in print. A declaration, not a parser: `src/extract` reads tables by it, `src/normalize` and `src/check` take
 * from it what its rows mean and what must agree.
 *
 * All words are compared after NFKC, without white space, punctuation and quotation marks. A column pattern `A/B` means: the
 * header path ends with B and has A somewhere above; the pattern with most parts wins, of
 * equals the one whose A stands lowest.
 */
export type FormDeclaration = AccountForm | AssessmentForm;

/** A table of amounts by line or by code. */
export interface AccountForm extends FormBase {
  readonly kind: 'account';
  /** Its blocks of columns stand side by side and go on one below the other (公开06); null where they do not. */
  readonly panels: Panels | null;
}

/** A 绩效 table: head fields, then blocks with header rows of their own. Less is known of its points and money than of accounts. */
export interface AssessmentForm extends FormBase {
  readonly kind: 'assessment';
  readonly blocks: AssessmentBlocks;
}

interface FormBase {
  /** Unique among all families; `form` in results. */
  readonly id: string;
  /** What the form is called in the Ministry of Finance's order. */
  readonly name: string;
  /** Printed titles; a year or a department's name may stand before them. */
  readonly titles: readonly string[];
  /** What may stand before a title besides department and year: nothing, these words, or (a project's name) anything. */
  readonly beforeTitle: readonly string[] | 'anything';
  /** Header words → column keys, in every arrangement the form is published in; the first that fits wins. */
  readonly layouts: readonly ColumnLayout[];
  /** Row labels → concepts. */
  readonly rows: RowDeclaration;
  /** Keys of the columns that hold money; null where all do. The others hold scores, rates and words. */
  readonly money: readonly string[] | null;
  /** A column is named in messages by all its heads, for its leaf stands under several (预算数 and 决算数). */
  readonly namedByAllHeads: boolean;
  /** What must agree within it. */
  readonly identities: readonly Identity[];
}

export interface Panels {
  /** What may head a panel. It names the panel's rows and is no part of a column's path. */
  readonly heads: readonly string[];
}

/** The blocks of a 绩效 table that are read otherwise than by header words. */
export interface AssessmentBlocks {
  /** Heads of the block in which goal and result stand side by side, each below its head. */
  readonly goals: RegExp;
  readonly indicators: {
    /** The key whose presence makes a block one of indicators. */
    readonly key: string;
    /** Of the column that names an indicator. */
    readonly nameKey: string;
    /** Keys that a merged or blank cell carries down to the indicators below; a new value of one resets another. */
    readonly carried: readonly { readonly key: string; readonly resets?: string }[];
    /** Beside the head `beside`, the head `word` reads as `as`. */
    readonly readAs: readonly { readonly beside: string; readonly word: string; readonly as: string }[];
    /** A head that means another key directly behind the head `after`. */
    readonly behind: readonly { readonly after: string; readonly word: string; readonly key: string }[];
    /** Labels of the row of sums. */
    readonly totals: readonly string[];
  };
}

/** Column key → header patterns. */
export type Columns = Readonly<Record<string, readonly string[]>>;

export interface ColumnLayout {
  readonly columns: Columns;
  /** This arrangement holds only where a row bears one of these labels. */
  readonly onlyWithRows?: readonly string[];
}

/** What identifies a row: a code of a classification, or its words. */
export type RowDeclaration = RowsByCode | RowsByWords;

interface RowsBase {
  readonly words: Words;
  /** Concepts of rows that are sums beside the hierarchy of codes. */
  readonly totals: readonly string[];
}

export interface RowsByCode extends RowsBase {
  readonly by: 'code';
  readonly classification: 'function' | 'economic';
}

interface RowsByWords extends RowsBase {
  readonly by: 'words';
  /** Words that mean something else below the row of this concept: the parts of an opening balance. */
  readonly parts?: { readonly of: string; readonly words: Words };
  /** Concept → the concepts printed below it that add up to it. */
  readonly sums?: Readonly<Record<string, readonly string[]>>;
  /** Category concepts → names, for the rows of the expenditure side: 类 of the functional classification. */
  readonly categories?: Words;
  /** Concepts above whose first row lines bear ordinals (一、); a line without one there is a detail of the line above it. */
  readonly numberedAbove?: readonly string[];
}

/** Concept → labels. */
export type Words = Readonly<Record<string, readonly string[]>>;

/** Labels of sums that many forms share. */
const TOTAL: Words = { total: ['合计', '总计'] };

/** Rows that bear a 功能分类科目编码. */
export const functionCodes: RowsByCode = { by: 'code', classification: 'function', words: TOTAL, totals: ['total'] };

type Sketch<Kind extends FormDeclaration> = Pick<Kind, 'id' | 'name' | 'titles' | 'rows'> & Partial<Kind> & { readonly columns?: Columns };

/** Declares a table of accounts. Filled in: one layout made of `columns`, nothing before the title, no panels, all columns money. */
export const form = ({ columns, ...sketch }: Omit<Sketch<AccountForm>, 'kind'>): AccountForm => ({
  kind: 'account',
  beforeTitle: [],
  panels: null,
  money: null,
  namedByAllHeads: false,
  identities: [],
  layouts: columns ? [{ columns }] : [],
  ...sketch,
});

/** Declares a 绩效 table. Filled in: one layout made of `columns`, anything before the title. */
export const assessment = ({
  columns,
  ...sketch
}: Omit<Sketch<AssessmentForm>, 'kind'> & Pick<AssessmentForm, 'blocks' | 'money'>): AssessmentForm => ({
  kind: 'assessment',
  beforeTitle: 'anything',
  namedByAllHeads: false,
  identities: [],
  layouts: columns ? [{ columns }] : [],
  ...sketch,
});
