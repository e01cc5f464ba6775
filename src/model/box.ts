import type { Box } from './glyph.js';

/** pt, to 0.01, as results have them. */
export const roundPoints = (points: number): number => Math.round(points * 100) / 100;

/** A box as results have it: a tuple of its own, rounded. */
export const roundBox = ([x0, y0, x1, y1]: Box): [number, number, number, number] => [
  roundPoints(x0),
  roundPoints(y0),
  roundPoints(x1),
  roundPoints(y1),
];
