import type { ChartDeclaration } from './charts.js';

/** What the workbook and the page show of a family's documents beside what the documents hold. */
export interface Presentation {
  /** Amounts at the head of the page. */
  readonly headlineFigures: readonly HeadlineFigure[];
  /** In their order on the page. */
  readonly charts: readonly ChartDeclaration[];
}

/** The amount of the first line of a concept in the first table of a form that has figures. */
export interface HeadlineFigure {
  readonly form: string;
  readonly concept: string;
  readonly column: string;
  /** The line of another concept where none of this is printed, under words of its own: 合计 of one side. */
  readonly otherwise?: { readonly concept: string; readonly name: string };
}
