import type { Box } from '../../model.js';
import type { Matrix } from './matrix.js';

/** A font as the walk needs it. */
export interface Font {
  readonly id: string;
  readonly name: string;
  readonly vertical: boolean;
  readonly type3: boolean;
  /** Horizontal scale from glyph space to text space, 0.001 for all but Type3 fonts. */
  readonly unit: number;
  readonly defaultVerticalMetrics: readonly [width: number, x: number, y: number];
}

/** What `q` saves and `Q` restores; ISO 32000-1, 8.4. Boxes and matrices are in page space (pt, top left). */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box;
  fill: Paint;
  stroke: Paint;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  font: Font | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 = 100 %. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

/** A colour `#rrggbb`; null for patterns and shadings, whose look is unknown. */
export type Paint = string | null;

export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    matrix,
    clip,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** Below this a mark is too faint for a person to see. */
const FAINT = 0.02;
/** Above this in every channel (of 255) a mark on paper is white. */
const WHITE = 250;

export const isWhite = (paint: Paint): boolean =>
  paint !== null && [1, 3, 5].every((i) => Number.parseInt(paint.slice(i, i + 2), 16) >= WHITE);

/** Would this paint leave a mark on white paper? */
export const isVisible = (paint: Paint, alpha: number): boolean => alpha > FAINT && !isWhite(paint);
