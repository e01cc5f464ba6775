import type { Box } from '../../../model/glyph.js';
import type { Matrix } from './matrix.js';

/** A colour `#rrggbb`; null for patterns and shadings, whose look is unknown. */
export type Paint = string | null;

/** What decides how a mark falls on the page; ISO 32000-1, 8.4. Boxes and matrices are in page space (pt, top left). */
export interface PaintState {
  matrix: Matrix;
  clip: Box;
  fill: Paint;
  stroke: Paint;
  /** 0 to 1. */
  fillAlpha: number;
  strokeAlpha: number;
  /** In the units of user space. */
  lineWidth: number;
  /** ISO 32000-1, table 106. */
  renderMode: number;
}

export function initialPaint(matrix: Matrix, clip: Box): PaintState {
  return { matrix, clip, fill: '#000000', stroke: '#000000', fillAlpha: 1, strokeAlpha: 1, lineWidth: 1, renderMode: 0 };
}

/** Below this a mark is too faint for a person to see. */
const FAINT = 0.02;
/** Above this in every channel (of 255) a mark on paper is white. */
const WHITE = 250;

export const isWhite = (paint: Paint): boolean =>
  paint !== null && [1, 3, 5].every((i) => Number.parseInt(paint.slice(i, i + 2), 16) >= WHITE);

/** Between the strongest and the weakest channel (of 255) from which on a person sees a colour. */
const COLOURED = 48;

/** Is this paint a colour, no black, grey or white? */
export function isColoured(paint: Paint): paint is string {
  if (paint === null) return false;
  const channels = [1, 3, 5].map((i) => Number.parseInt(paint.slice(i, i + 2), 16));
  return Math.max(...channels) - Math.min(...channels) >= COLOURED;
}

/** Would this paint leave a mark on white paper? */
export const isVisible = (paint: Paint, alpha: number): boolean => alpha > FAINT && !isWhite(paint);
