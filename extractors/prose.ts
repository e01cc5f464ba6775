/**
 * The prose of a family of documents, as data: how its parts and chapters are headed, which figures it restates and where the tables
 * print them, and the words that are its own. `src/check/prose` reads and checks sentences by it; grammar that every such document
 * shares (增加, 占, 比上年, units) stands there.
 *
 * Names are compared bare: without white space, punctuation, brackets and quotation marks. Patterns are matched against text without
 * white space whose digits, letters and % are ASCII and whose brackets and commas are （），.
 */
export interface ProseDeclaration {
  readonly wording: Wording;
  /** Headings of the parts of a document; the first that fits, in this order. */
  readonly zones: readonly ZonePattern[];
  /** What the chapters of the explanation are about; the first whose heading fits, in this order. */
  readonly chapters: readonly Chapter[];
  /** Parts are about something themselves: 第五部分 财政拨款“三公”经费预算情况. */
  readonly partsAreChapters?: true;
  /**
   * A heading, or a sentence without figures, that is nothing but a measure's name opens its account: 1.公务接待费。2026年预算数5万元. What may
   * stand behind the name there; no such account is read where absent.
   */
  readonly behindTitles?: RegExp;
  /** Chapters that sub-headings may narrow, the widest first; those not listed are the narrowest. A sub-heading never widens. */
  readonly widest: readonly ChapterId[];
  /** Every figure of the tables that prose restates. */
  readonly measures: readonly Measure[];
  readonly functionSpending: FunctionSpending;
  /** Tables as a 目录 announces them. */
  readonly announced: AnnouncedTables;
  /** The table that spells out what the chapter names: 主要包括：办公费、…. */
  readonly itemised: ItemisedTable;
  /** Totals whose parts are all stated. */
  readonly lists: readonly List[];
  /** Numbers of tables that the prose states. */
  readonly counted: readonly CountedTables[];
  readonly assessments: Assessments;
}

/** What a part of a document is for. */
export type Zone = 'cover' | 'contents' | 'overview' | 'tables' | 'explanation' | 'glossary' | 'attachment' | 'body';

export interface ZonePattern {
  readonly zone: Zone;
  readonly heading: RegExp;
  /** A chapter so headed begins the zone too, though it is no part of its own. */
  readonly chapter?: RegExp;
}

export type ChapterId = string;

/** A chapter of the explanation. */
export interface Chapter {
  readonly id: ChapterId;
  readonly heading: RegExp;
  /** Its figures are budgets, contracts or projects: the tables do not print them, but for measures with sources for this very chapter. */
  readonly isApart?: true;
  /** Its figures stand in no table, or are mostly zero: the year it opens with is all that dates them. */
  readonly isDatedByOpening?: true;
  /** Its figures are compared with any year, not only the one before. */
  readonly comparesAnyYear?: true;
  /** What it calls the things that are owned at the end of the year (截至2024年12月31日). */
  readonly owned?: string;
  /** Shares without a whole of their own are of this measure. */
  readonly wholeOfShares?: MeasureId;
  /** The form it explains: its words may declare that the table is empty. */
  readonly explains?: string;
  /** What its words may deny (没有使用…安排的支出): how they call it, and where the tables print that there is some. */
  readonly deniable?: { readonly about: RegExp; readonly total: readonly MeasureSource[] };
}

/** One figure of a table: the row by its concept, the column by its key. An empty concept is the one row without a label. */
export interface TableFigure {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  /** A key that the table must have too: without it, `column` means something else. */
  readonly beside?: string;
}

/** Where the tables print a measure: one figure, or several that add up to it. */
export type MeasureSource = readonly TableFigure[];

/** By the chapter that states it; `any` stands for chapters that are not listed. Any one of the sources may be meant. */
type SourcesByChapter = Readonly<Partial<Record<ChapterId, readonly MeasureSource[]>>>;

export type MeasureId = string;

/** Something that prose gives a figure for, and where the tables print the same figure. */
export interface Measure {
  readonly id: MeasureId;
  /** As messages call it. */
  readonly title: string;
  /** Bare words that mean it and nothing else. */
  readonly names: readonly string[];
  /** Where its principal amount is printed. In a chapter without a source it is not held against the tables. */
  readonly sources: SourcesByChapter;
  /** Where the same amount may stand by chance or by the manner of a place: it shows that the prose is right, and never that it is wrong. */
  readonly confirming?: SourcesByChapter;
  /** Where its other amount is printed. */
  readonly others?: SourcesByChapter;
  /** Where the amount of the year before is printed: its other amount, where the column's or the row's head names that. */
  readonly pasts?: SourcesByChapter;
  /** A paragraph that opens with it divides it, even where other amounts stand between. */
  readonly isTotal?: true;
  /** A list behind it (主要包括：…) names rows of the itemised table. */
  readonly isItemised?: true;
  /** Its sources print not the measure but what it is a part of. */
  readonly partOf?: Whole;
}

/** What a measure can never exceed. */
export interface Whole {
  readonly title: string;
  /** When the measure may be less than the whole, as a message ends: 有…的部门可以少于…. */
  readonly exception: string;
  /** Where some documents print the measure itself: it must agree with that instead. */
  readonly unless?: SourcesByChapter;
}

/** Spending by the codes of the functional classification: measures that no list could hold. */
export interface FunctionSpending {
  /** The 类 by code, with their names through the years. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /** 类 whose names mean other things too: only with （类） behind them. */
  readonly ambiguous: readonly string[];
  /** The columns that print spending by code, by the chapter that states it. */
  readonly columns: Readonly<Partial<Record<ChapterId, readonly Pick<TableFigure, 'form' | 'column'>[]>>>;
  /** Columns that print it too, or a part of it: they only confirm. None where absent. */
  readonly confirmingColumns?: Readonly<Partial<Record<ChapterId, readonly Pick<TableFigure, 'form' | 'column'>[]>>>;
  /** The columns that print that of the year before; none where absent. */
  readonly pastColumns?: Readonly<Partial<Record<ChapterId, readonly Pick<TableFigure, 'form' | 'column'>[]>>>;
  /** Names that mean the 项 itself in its account: （项）支出5万元. They mean none where absent. */
  readonly ownNames?: readonly string[];
  /** How a sentence opens the account of one 项: by three levels (groups `category`, `group`, `item`, and `code1` to `code3`, which may be missing). */
  readonly byLevels: RegExp;
  /** Or by a code of seven digits (groups `item` and `code`), in any of these ways. */
  readonly byCode: readonly RegExp[];
}

/** The words of a family: for its principal amount (决算, in final accounts) and for the other that prose holds against it (预算). */
export interface Wording {
  /** What the document is: 本决算. */
  readonly account: string;
  /** The word that names the principal amount: 决算. */
  readonly principal: string;
  readonly other: OtherAmount;
  /** How words before a number name either amount, and the share that one is of the other. All other kinds of phrases are grammar. */
  readonly phrases: readonly FamilyPhrase[];
  /** The year that changes are stated against, counted from the document's own: -1 for the year before. */
  readonly comparedYear: number;
  /** Words that a heading or title names behind the year of the account: a pattern's source. */
  readonly titles: string;
  /** Words before a name that belong to none: who pays, 本年. None where absent. */
  readonly lead?: RegExp;
}

interface OtherAmount {
  /** The word that names it: 预算. */
  readonly word: string;
  /** All words by which a comparison (比…增加) is one with the other amount: a pattern's source. */
  readonly against: string;
  /** It is that of the year before: nothing of the document's own year can be held against it. */
  readonly isPast?: true;
  /** Its stages, each as printed before the word: as it was at first, as it was changed later, and all of them as a pattern's source. */
  readonly initial: string;
  readonly adjusted: string;
  readonly stages: string;
}

/** What a number is, by the words before it. */
export type PhraseKind = 'amount' | 'principal' | 'other' | 'change' | 'share' | 'completion' | 'score' | 'count' | 'unclear';

/** How words are read: one row of a grammar, tried in order. */
export interface PhrasePattern {
  readonly kind: PhraseKind;
  /** The numbers whose words it reads. */
  readonly numbers: readonly ('money' | 'percent' | 'score' | 'count')[];
  /**
   * Matches all the words before the number, brackets left out. Groups: `name` what is meant · `side` 支出 or 收入 that belongs to the
   * name · `stage` of the other amount · `whole` what a share is of · `up` and `down` which way a change goes, with `rest` before it.
   */
  readonly pattern: RegExp;
  /** Names before the pattern's word that make it another word. */
  readonly notAfter?: RegExp;
  /** A sentence whose last number it reads, and one whose last number it must leave to another row. */
  readonly example: string;
  readonly counterExample: string;
}

/** A phrase whose words are a family's own. */
export type FamilyPhrase = PhrasePattern & { readonly kind: 'completion' | 'principal' | 'other' };

/** How tables are numbered and titled in a 目录. */
export interface AnnouncedTables {
  /** Words before 表 that number a table (公开01表): a pattern's source. */
  readonly numbering: string;
  readonly tables: readonly { readonly form: string; readonly titles: readonly string[] }[];
  /** A 目录 that is a table itself and says of each table whether it is empty; no such 目录 is read where absent. */
  readonly emptiness?: AnnouncedEmptiness;
}

/** Heads of the columns of a 目录, and what stands below them. */
interface AnnouncedEmptiness {
  readonly titleHead: RegExp;
  readonly emptyHead: RegExp;
  readonly empty: RegExp;
  readonly filled: RegExp;
}

interface ItemisedTable {
  readonly chapter: ChapterId;
  readonly form: string;
  /** As messages call it where its title is not printed. */
  readonly title: string;
}

/** A total and its parts. What shows that no part is left out differs. */
/** Its chapter is null where it may stand in any. */
export type List =
  /** The parts follow the total in their sentence, in this order. */
  | {
      readonly kind: 'ordered';
      readonly chapter: ChapterId | null;
      readonly title: string;
      readonly total: RegExp;
      readonly parts: readonly string[];
      /** The parts may stand in any order. */
      readonly anyOrder?: true;
      /** What was given to a group of sellers, in all and as a share of each part. */
      readonly given?: GivenShares;
    }
  /** The last part closes the list: 其他用车. */
  | {
      readonly kind: 'closed';
      readonly chapter: ChapterId;
      readonly title: string;
      readonly unit: '辆';
      readonly total: RegExp;
      readonly part: RegExp;
      readonly last: RegExp;
    }
  /** Measures, each stated once in the chapter. */
  | { readonly kind: 'measures'; readonly chapter: ChapterId; readonly total: MeasureId; readonly parts: readonly MeasureId[] }
  /** As many numbered paragraphs as the leading sentence counts. */
  | {
      readonly kind: 'paragraphs';
      readonly chapter: ChapterId;
      readonly title: string;
      readonly unit: '个';
      readonly counted: RegExp;
    };

/** A number of tables of one form that the prose states (公开绩效目标的项目3个): as many must be there. */
export interface CountedTables {
  readonly chapter: ChapterId;
  readonly form: string;
  /** As messages call the things that have a table each. */
  readonly title: string;
  readonly unit: '个';
  /** Matches the words before the number, bare of brackets. */
  readonly words: RegExp;
}

/** Contracts given to a group of sellers. */
export interface GivenShares {
  /** As messages call all that was given, and the shares that were given. */
  readonly title: string;
  readonly sharesTitle: string;
  /** What the shares are of. */
  readonly boughtTitle: string;
  /** Names of the amount, and of a share (group `part`). */
  readonly total: RegExp;
  readonly share: RegExp;
}

/** Tables in which a department assesses itself; prose restates them. */
export interface Assessments {
  /** One for each project, named in the field `nameField`; and one for the whole department. */
  readonly project: string;
  readonly department: string;
  readonly nameField: string;
  /** The field that names the unit which carries a project out. */
  readonly unitField: string;
  /** Concepts of the rows with the money and with the score. */
  readonly funds: string;
  readonly total: string;
  readonly columns: {
    readonly score: string;
    readonly initial: string;
    readonly full: string;
    readonly executed: string;
    readonly rate: string;
  };
  /** Words before a score that is the department's own, and those that make it a mean of several. */
  readonly scoreWords: RegExp;
  readonly meanWords: RegExp;
  /** The beginning of a paragraph about one project, 3.某某项目绩效自评综述：, with the groups `number` and `name`. */
  readonly projectHead: RegExp;
  /** Words behind a number of projects: 82个项目. */
  readonly countWords: RegExp;
  /** All that stands before the first amount of a sentence that opens the account of one item with it, 1.信息化运维项目（, with the group `name`. */
  readonly itemHead: RegExp;
  /** Words before an amount that is what the item of the account gets this year: 2026年拟安排该项目. */
  readonly itemOwn: RegExp;
  /** Words among them that make it a part of that, and words of a sentence that make its amounts those of other years or of the whole. */
  readonly itemParts: RegExp;
  readonly itemBeside: RegExp;
  /** Where a table says by when something is done, by the heads of fields, the names of indicators and their column; not read where absent. */
  readonly periods?: { readonly fields: RegExp; readonly indicators: RegExp; readonly column: string };
  /** Words before a budget that make it the one after all changes. */
  readonly fullWords: RegExp;
  /** Words that make a score the whole department's, and the name of all its spending. */
  readonly departmentWords: RegExp;
  readonly departmentName: RegExp;
  /** As messages call them. */
  readonly titles: {
    readonly table: string;
    readonly shortTable: string;
    readonly department: string;
    readonly score: string;
    readonly budget: string;
    readonly fullBudget: string;
    readonly executed: string;
  };
}
