import type { NamedFigure } from './across.js';
import type { ChartDeclaration } from './charts.js';

/** A figure that documents are compared by, and how one asks for it. */
export interface ComparedFigure extends NamedFigure {
  /** What else it may be called where one asks for it: 三公. */
  readonly also?: readonly string[];
  /** The id of the prose's measure that tells it where no table prints it. */
  readonly told?: string;
}

/** What the workbook and the page show of a family's documents beside what the documents hold. */
export interface Presentation {
  /** The figures that one quotes, at the head of the page and the workbook in this order: some ten. */
  readonly indicators: readonly NamedFigure[];
  /** Those of them that are told to be missing where a document does not print them: everybody looks for them. */
  readonly expected: readonly NamedFigure[];
  /** The figures that documents are compared by, in this order, by names that families share. */
  readonly compared: Readonly<Record<string, ComparedFigure>>;
  /** In their order on the page. */
  readonly charts: readonly ChartDeclaration[];
}
