import type { Form } from '../schemas/disclosure.js';
import type { ChartDeclaration } from './charts.js';

/** What the workbook and the page show of a family's documents beside what the documents hold. */
export interface Presentation {
  /** Amounts at the head of the page. */
  readonly headlineFigures: readonly HeadlineFigure[];
  /** In their order on the page. */
  readonly charts: readonly ChartDeclaration[];
  /** Forms whose tables begin with no rows of heads: their heads stand among their lines. */
  readonly formsWithoutHeader: readonly Form[];
}

/** The amount of the first line of a concept in the first table of a form that has figures. */
export interface HeadlineFigure {
  readonly form: Form;
  readonly concept: string;
  readonly column: string;
}
