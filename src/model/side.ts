/** A side of a two-sided table: what comes in stands left of what goes out. */
export type Side = '收入' | '支出';

/** The side of a column, by the topmost of its header texts; null in tables with one side. */
export const sideOfPath = ([top]: readonly string[]): Side | null => (top === '收入' || top === '支出' ? top : null);
