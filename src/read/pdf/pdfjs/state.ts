import type { Box } from '../../../model/glyph.js';
import type { Matrix } from '../../paint/matrix.js';
import { initialPaint, type PaintState } from '../../paint/state.js';

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

/** What `q` saves and `Q` restores; ISO 32000-1, 8.4 and 9.3. */
export interface GraphicsState extends PaintState {
  font: Font | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 = 100 %. */
  horizontalScale: number;
  leading: number;
  rise: number;
  /** What is painted blends with what lies below. */
  blends: boolean;
  masked: boolean;
  /** In a transparency group, which is composed as a whole. */
  grouped: boolean;
  /** Some clip path was no upright box: `clip` is but its bounds. */
  ragged: boolean;
}

export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    ...initialPaint(matrix, clip),
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    blends: false,
    masked: false,
    grouped: false,
    ragged: false,
  };
}
