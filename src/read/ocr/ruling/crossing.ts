import { courseAt, type RuledLine } from './ruled-line.js';

/** Inch. How far a line may end from the one it should meet. */
export const REACH = 0.045;

/** Where along `line` another crosses or touches it; null where it does not. */
export function crossing(line: RuledLine, other: RuledLine, dpi: number): number | null {
  if (other.axis === line.axis) return null;
  const reach = dpi * REACH;
  const middle = courseAt(other, courseAt(line, (line.from + line.to) / 2));
  if (middle < line.from - reach || middle > line.to + reach) return null;
  const across = courseAt(line, middle);
  return across >= other.from - reach && across <= other.to + reach ? courseAt(other, across) : null;
}
