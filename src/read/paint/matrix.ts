import type { Box } from '../../model/glyph.js';

/** A PDF transformation `[a, b, c, d, e, f]`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: ArrayLike<number>): Matrix {
  return multiplyBy(outer, at(inner, 0), at(inner, 1), at(inner, 2), at(inner, 3), at(inner, 4), at(inner, 5));
}

/** As `multiply`, `[a, b, c, d, e, f]` being the inner one. */
export function multiplyBy(outer: Matrix, a: number, b: number, c: number, d: number, e: number, f: number): Matrix {
  const [oa, ob, oc, od] = [outer[0], outer[1], outer[2], outer[3]];
  return [oa * a + oc * b, ob * a + od * b, oa * c + oc * d, ob * c + od * d, oa * e + oc * f + outer[4], ob * e + od * f + outer[5]];
}

export function applyTo(m: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The way back; null where the matrix leaves no area. */
export function inverse(m: Matrix): Matrix | null {
  const [a, b, c, d, e, f] = m;
  const area = a * d - b * c;
  if (area === 0) return null;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** The upright box around the transformed rectangle. */
export function boxThrough(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [applyTo(m, x0, y0), applyTo(m, x1, y0), applyTo(m, x0, y1), applyTo(m, x1, y1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** What they share; a box without area (x1 <= x0) where they share nothing. */
export function intersect(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`matrix has ${values.length} numbers, not 6`);
  return value;
}
