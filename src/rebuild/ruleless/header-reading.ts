import type { Head } from './heads.js';

/** One way to read a header: where the columns part, and what heads them. */
export interface HeaderReading {
  /** Boundaries of the columns, pt. */
  readonly xs: readonly number[];
  /** The cells that nothing stands above, left to right. Together they cover every column once. */
  readonly cells: readonly HeadCell[];
}

/** A cell of the header over the columns `from` up to, not including, `to`. */
export interface HeadCell {
  readonly head: Head;
  readonly from: number;
  readonly to: number;
  /** The cells below it, which cover the same columns; none where it heads one column alone. */
  readonly children: readonly HeadCell[];
}

/** The heads of the columns themselves, left to right. */
export const leavesOf = (cells: readonly HeadCell[]): Head[] =>
  cells.flatMap((cell) => (cell.children.length === 0 ? [cell.head] : leavesOf(cell.children)));
