/**
 * What the charts of a family's documents show: of which forms, which lines and columns, under which words. Declarations, drawn by
 * src/emit/html/charts. A chart is left out where a document prints none of its amounts.
 */
export type ChartDeclaration = FlowChart | FunctionBars | ItemBars | ChangeBars;

/** Lines of one side of a form flow into its total, those of the other side out of it. */
export interface FlowChart {
  readonly kind: 'flow';
  readonly title: string;
  readonly form: string;
  readonly from: FlowSide;
  readonly to: FlowSide;
  /** The line that both sides add up to: what it is called in the chart. Each side prints it in its own column. */
  readonly total: { readonly name: string };
}

export interface FlowSide {
  readonly name: string;
  readonly column: string;
  /** Concepts of the lines that add up, each as a whole: no totals, and no parts of other lines. */
  readonly concepts: readonly (string | RegExp)[];
  /** Concepts of the line that adds them up, the one to take before others first. */
  readonly totals: readonly string[];
}

/** A bar for each 类 of the functional classification, made of one amount for each column. */
export interface FunctionBars {
  readonly kind: 'function-bars';
  readonly title: string;
  /** Of the first form that prints codes with such amounts. */
  readonly forms: readonly string[];
  /** `parts`: columns that add up to it where it is not printed itself. */
  readonly columns: readonly { readonly name: string; readonly key: string; readonly parts?: readonly string[] }[];
  /** The column that prints what all of them come to, and more where others stand beside them. */
  readonly total: string;
  /** By form, another one that prints what each 类 comes to, for a form that prints 项 alone. */
  readonly elsewhere?: Readonly<Record<string, { readonly form: string; readonly column: string }>>;
}

/** Several bars for each item, such as budget and final account, however the form lays the two out. */
export interface ItemBars {
  readonly kind: 'item-bars';
  readonly title: string;
  readonly form: string;
  /**
   * Of a bar: the key of a column, or the concept of a row where the items are columns. `plain`: columns of items that bear no phase are of
   * this one, and so is the column of the total where items are rows.
   */
  readonly phases: readonly { readonly name: string; readonly key: string; readonly plain?: true }[];
  /** What the columns of an item may end with where it is divided further (`abroad.general-public`): this part is shown. */
  readonly part?: string;
  /** `key` is a column's; a row has one of the `concepts`, the one to take before others first. */
  readonly items: readonly { readonly name: string; readonly key: string; readonly concepts: readonly string[] }[];
  /** The first item is what the others add up to. */
  readonly summed?: true;
}

/** A bar for each change on the year before that the prose states, the first of each chapter. */
export interface ChangeBars {
  readonly kind: 'change-bars';
  readonly title: string;
  /** Matches the headings of chapters whose first change counts. */
  readonly chapters: RegExp;
}
