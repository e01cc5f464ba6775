import type { DocumentKind } from './document-kind.js';
import type { ChapterId, MeasureId } from './prose.js';
import type { RuleDeclaration } from './rule.js';

/** What documents of a family are compared by: with each other, and with those of other families. */
export interface AcrossDeclaration {
  /** Figures that its documents restate from other documents of their department. */
  readonly restated: readonly Restatement[];
  /** Amounts of single codes that only the prose tells. */
  readonly told: readonly ToldColumn[];
  readonly units: UnitsDeclaration;
  readonly beside: BesideDeclaration;
}

/** Where a document prints a figure: the row by its concept, the column by its key. */
export interface FigurePlace extends ColumnPlace {
  /** Empty for the only row of a table whose row has no label. */
  readonly concept: string;
}

/** A column of a form. */
export interface ColumnPlace {
  readonly form: string;
  readonly column: string;
  /** The column means something else where its heads or the table's notes say this. */
  readonly unless?: RegExp;
}

/** A figure wherever the arrangements of its forms print it, and what it is called in messages. The first place that is printed counts. */
export interface NamedFigure {
  readonly words: string;
  readonly places: readonly FigurePlace[];
}

/** The figures by code of a classification, one for each concept `<classification>/<code>`, wherever the forms print them. */
export interface NamedCodes {
  readonly words: string;
  readonly classification: 'function' | 'economic';
  readonly places: readonly ColumnPlace[];
}

/** What a document (`here`) repeats from another of its department (`there`): of the same year or the one before, of this family or another. */
export interface Restatement {
  readonly rule: RuleDeclaration;
  /** The id of the family that the other document is of. */
  readonly of: string;
  /** How many years before this document's the other one's is. */
  readonly yearsBefore: 0 | 1;
  readonly figures: readonly { readonly here: NamedFigure; readonly there: NamedFigure }[];
  /** Code by code. Where a code differs those above it do too, which is said once, of the deepest. */
  readonly codes: readonly { readonly here: NamedCodes; readonly there: NamedCodes }[];
}

/**
 * The other amounts at their first stage (`wording.other`, 年初) that the prose of some chapters tells of its measures. They are figures of a
 * column that no table prints, each by the measure's id as its concept.
 */
export interface ToldColumn {
  readonly chapters: readonly ChapterId[];
  readonly form: string;
  readonly column: string;
}

/** A department's document that sums up those of its units. */
interface UnitsDeclaration {
  readonly departmentKind: DocumentKind;
  readonly unitKind: DocumentKind;
  /** Figures of the department's document that are the sums of those of its units. */
  readonly sums: readonly NamedFigure[];
  /** Figures of the year before that a change is measured from, beside those of the year, as tables print both. */
  readonly bases: readonly BaseDeclaration[];
  /** Measures of the prose that every unit has something of: of a department's other units none can have had nothing. */
  readonly common: readonly MeasureId[];
  /** What stands in a section before the numbered names of the units. */
  readonly introduction: RegExp;
  /** What ends the name of a department's own office, whose document carries the department's name. */
  readonly ownOffice: RegExp;
}

/** A figure of the year before, and the same of the year. */
export interface BaseDeclaration {
  readonly base: NamedFigure;
  readonly now: NamedFigure;
  /** What lies between the two; null where no form prints it. */
  readonly change: NamedFigure | null;
  /** Every unit has something of it. */
  readonly isCommon: boolean;
}

/** The family's column where an archive shows the same figures of several families side by side. */
interface BesideDeclaration {
  /** The column's name, and what it is in words. */
  readonly name: string;
  readonly description: string;
  /** By a name that families share. */
  readonly figures: Readonly<Record<string, NamedFigure>>;
  /** The code stands behind the name: `general-public/2010301`. */
  readonly codes: Readonly<Record<string, NamedCodes>>;
}
