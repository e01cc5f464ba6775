import type { Identity } from './identities.js';
import type { RuleDeclaration } from './rule.js';

/**
 * How one form looks in print. A declaration, not a parser: `src/extract` reads tables by it, `src/normalize` and `src/check` take
 * from it what its rows mean and what must agree.
 *
 * All words are compared after NFKC, without white space, punctuation and quotation marks, and without 其中 before others. A column pattern
 * `A/B` means: the header path ends with B and has A somewhere above; `A|C/B` allows either head. The pattern with most parts wins, of
 * equals the one whose parts stand lowest.
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
  /** Printed titles, spelled as `title.ts` tells; a year or a department's name may stand before them. */
  readonly titles: readonly string[];
  /** What may stand before a title besides department and year: nothing, these words, or (a project's name) anything. */
  readonly beforeTitle: readonly string[] | 'anything';
  /** Header words → column keys, in every arrangement the form is published in; the first that fits wins. */
  readonly layouts: readonly ColumnLayout[];
  /** Row labels → concepts. */
  readonly rows: RowDeclaration;
  /** Keys of the columns that hold money; null where all do but those of `besides` and `rates`. The others hold scores, rates and words. */
  readonly money: readonly string[] | null;
  /** Keys of the columns that hold percentages. */
  readonly rates: readonly string[];
  /** Heads of columns that stand beside the money and hold none (数量, 采购目录): they keep their path as their key. */
  readonly besides: readonly string[];
  /** Words in the heads of columns of money that some provinces print and no key names: they keep their path, and nobody is told. */
  readonly unnamed: readonly string[];
  /** Key → the keys that the second, the third … column with its header words bears: sides of a table that are headed alike. */
  readonly repeated: Readonly<Record<string, readonly string[]>>;
  /** A column is named in messages by all its heads, for its leaf stands under several (预算数 and 决算数). */
  readonly namedByAllHeads: boolean;
  /** What must agree within it. */
  readonly identities: readonly Identity[];
  /** Percentages that rows print beside the amounts they are made of. */
  readonly ratios: readonly Ratio[];
  /** Points that rows print beside what they are mostly made of. */
  readonly points?: Points;
}

/** Points by a percentage: mostly `of` full marks by `rate`. All are column keys. */
export interface Points {
  readonly score: string;
  readonly of: string;
  readonly rate: string;
  readonly rule: RuleDeclaration;
}

/** A column of percentages: `part` of `whole`; some templates take another column for the whole. All are column keys. */
export interface Ratio {
  readonly rate: string;
  readonly part: string;
  readonly whole: string;
  readonly orWhole?: readonly string[];
  readonly rule: RuleDeclaration;
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
    /** The points of a level may stand in its name, 产出指标（50分）: in the cells of `within`, read as those of a column. */
    readonly points?: { readonly within: string; readonly key: string; readonly path: readonly string[] };
    /** Labels of the row of sums. */
    readonly totals: readonly string[];
  };
}

/**
 * Column key → header patterns. Years are relative: a head of the newest year that a header names bears none (2026年预算数 is 预算数,
 * 2026年 alone 本年), one of the year before is 上年 (上年预算数).
 */
export type Columns = Readonly<Record<string, readonly string[]>>;

export interface ColumnLayout {
  readonly columns: Columns;
  /** This arrangement holds only where a row bears one of these labels. */
  readonly onlyWithRows?: readonly string[];
}

/** What identifies a row: a code of a classification, or its words. */
export type RowDeclaration = RowsByCode | RowsByWords;

interface RowsBase {
  /** Concept → labels; of years as in headers: 本年, 上年. */
  readonly words: Words;
  /** Concepts of rows that are sums beside the hierarchy of codes. */
  readonly totals: readonly string[];
  /** Units (预算单位) stand in rows or columns of their own: a row of one governs those below it. */
  readonly units?: true;
}

export interface RowsByCode extends RowsBase {
  readonly by: 'code';
  readonly classification: Classification;
  /** Where no code is printed, the name tells it by the book, below the 类 and 款 printed above. */
  readonly names?: true;
}

export type Classification = 'function' | 'economic';

export interface RowsByWords extends RowsBase {
  readonly by: 'words';
  /** A side for what comes in and one or more for what goes out, whatever their heads say of the money. */
  readonly sided?: true;
  /** Rows are things, each named by its last label; codes beside them classify the thing. */
  readonly items?: true;
  /** The code of a catalogue that things are sorted by. */
  readonly catalogue?: Catalogue;
  /** Names of this classification stand on the expenditure side, below their 类. */
  readonly names?: Classification;
  /** Words that mean something else below the row of this concept: the parts of an opening balance. */
  readonly parts?: { readonly of: string; readonly words: Words };
  /** Concept → the concepts printed below it that add up to it. */
  readonly sums?: Readonly<Record<string, readonly string[]>>;
  /** Category concepts → names, for the rows of the expenditure side: 类 of the functional classification. */
  readonly categories?: Words;
  /** Lines stand above and below each other by their ordinals and codes, and these sum them up. */
  readonly summed?: LinesThatSum;
  /** Concepts above whose first row lines bear ordinals (一、); a line without one there is a detail of the line above it. */
  readonly numberedAbove?: readonly string[];
}

export interface Catalogue {
  /** In a column of its own. */
  readonly code: RegExp;
  /** Before the name in one cell: the code, then the name. */
  readonly named: RegExp;
}

export interface LinesThatSum {
  /** Concepts of lines that sum up what stands above them, or below where nothing does; those of `ofYear` leave the balances out. */
  readonly sums: readonly string[];
  readonly ofYear: readonly string[];
  /** Concepts of lines beside the numbered ones, which bear no ordinals: balances. */
  readonly beside: readonly string[];
  /** Concepts of lines on the side of what is spent, but for categories: a line without amounts shows on which side it stands by them alone. */
  readonly spent: readonly string[];
}

/** Concept → labels. */
export type Words = Readonly<Record<string, readonly string[]>>;

/** Labels of sums that many forms share. */
const TOTAL: Words = { total: ['合计', '总计'] };

/** Rows that bear a 功能分类科目编码. */
export const functionCodes: RowsByCode = { by: 'code', classification: 'function', words: TOTAL, totals: ['total'] };

type Sketch<Kind extends FormDeclaration> = Pick<Kind, 'id' | 'name' | 'titles' | 'rows'> & Partial<Kind> & { readonly columns?: Columns };

/** Declares a table of accounts. Filled in: one layout made of `columns`, nothing before the title, no panels, all columns but 备注 money. */
export const form = ({ columns, ...sketch }: Omit<Sketch<AccountForm>, 'kind'>): AccountForm => ({
  kind: 'account',
  beforeTitle: [],
  panels: null,
  money: null,
  rates: [],
  besides: ['备注'],
  unnamed: [],
  repeated: {},
  namedByAllHeads: false,
  identities: [],
  ratios: [],
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
  rates: [],
  besides: [],
  unnamed: [],
  repeated: {},
  namedByAllHeads: false,
  identities: [],
  ratios: [],
  layouts: columns ? [{ columns }] : [],
  ...sketch,
});
