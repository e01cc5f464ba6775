/** The cell of a table where a row, by its index, and a column, by its key, meet. */
export interface CellRef {
  readonly row: number;
  readonly column: string;
}

/** A printed total and the printed cells of its table that it should be the sum of, whether it is or not. */
export interface SumOfCells {
  /** Of the identity that its form declares. */
  readonly rule: string;
  /** Index of the table in the document. */
  readonly table: number;
  readonly total: CellRef;
  /** Those that are printed as numbers: a blank adds nothing. */
  readonly parts: readonly (CellRef & { readonly sign: 1 | -1 })[];
  /** The greatest difference that roundings explain: a plain decimal of the table's unit. */
  readonly tolerance: string;
}
