import type { DocumentKind } from './document-kind.js';

/** What must agree between documents of one family: from year to year, and between a department and its units. */
export interface AcrossDeclaration {
  /** Figures at the end of a year that the next year begins with. */
  readonly carried: readonly CarriedFigure[];
  readonly units: UnitsDeclaration;
}

/** A figure of a document, by its row's concept and its column's key, and what it is called in messages. */
export interface NamedFigure {
  readonly concept: string;
  readonly column: string;
  readonly words: string;
}

export interface CarriedFigure {
  readonly form: string;
  /** At the end of a year. */
  readonly closing: NamedFigure;
  /** At the beginning of the next. */
  readonly opening: NamedFigure;
}

/** A department's document that sums up those of its units. */
export interface UnitsDeclaration {
  readonly departmentKind: DocumentKind;
  readonly unitKind: DocumentKind;
  /** What a unit's document is called in messages: 决算. */
  readonly account: string;
  /** Figures of the department's document that are the sums of those of its units. */
  readonly sums: readonly (NamedFigure & { readonly form: string })[];
  /** What stands in a section before the numbered names of the units. */
  readonly introduction: RegExp;
  /** What ends the name of a department's own office, whose document carries the department's name. */
  readonly ownOffice: RegExp;
}
