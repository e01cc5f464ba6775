import { bare } from '../base/text.js';

/** A side of a two-sided table: what comes in stands left of what goes out. */
export type Side = '收入' | '支出';

/** The side of a column, by the topmost of its header texts; null in tables with one side. */
export function sideOfPath([top]: readonly string[]): Side | null {
  const head = bare(top ?? '');
  return head === '收入' || head === '支出' ? head : null;
}
