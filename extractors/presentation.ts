import type { NamedFigure } from './across.js';
import type { ChartDeclaration } from './charts.js';

/** What the workbook and the page show of a family's documents beside what the documents hold. */
export interface Presentation {
  /** The figures that one quotes, at the head of the page and the workbook in this order: some ten. */
  readonly indicators: readonly NamedFigure[];
  /** Those of them that are told to be missing where a document does not print them: everybody looks for them. */
  readonly expected: readonly NamedFigure[];
  /** In their order on the page. */
  readonly charts: readonly ChartDeclaration[];
}
