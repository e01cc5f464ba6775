import type { Box } from '../../model/glyph.js';
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
  paint !== null && channel(paint, 1) >= WHITE && channel(paint, 3) >= WHITE && channel(paint, 5) >= WHITE;

/** What is painted is judged by its paint each time: two digits are quicker than `parseInt`. */
const channel = (paint: string, at: number) => digit(paint.charCodeAt(at)) * 16 + digit(paint.charCodeAt(at + 1));

/** By the code of a hexadecimal digit: `0` is 48, `A` 65, `a` 97. */
const digit = (code: number) => (code < 64 ? code - 48 : (code % 32) + 9);

/** Between the strongest and the weakest channel (of 255) from which on a person sees a colour. */
const COLOURED = 48;

/** Is this paint a colour, no black, grey or white? */
export function isColoured(paint: Paint): paint is string {
  if (paint === null) return false;
  const [r, g, b] = [channel(paint, 1), channel(paint, 3), channel(paint, 5)];
  return Math.max(r, g, b) - Math.min(r, g, b) >= COLOURED;
}

/** Would this paint leave a mark on white paper? */
export const isVisible = (paint: Paint, alpha: number): boolean => alpha > FAINT && !isWhite(paint);
