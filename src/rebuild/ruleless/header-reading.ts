import { squeeze } from '../../base/text.js';
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

/** 款 stands beside its 类, and 项 beside its 款: a reading that puts another column between them is none. */
export function codeIsWhole({ cells }: HeaderReading): boolean {
  const heads = leavesOf(cells).map(({ text }) => squeeze(text));
  return heads.every((head, column) => {
    const parent = PARENT[head];
    return parent === undefined || !heads.includes(parent) || heads[column - 1] === parent;
  });
}

const PARENT: Readonly<Record<string, string>> = { 款: '类', 项: '款' };
