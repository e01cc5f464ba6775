import { type Emit, inkGlyph, inkOf, textStyle } from '../../paint/ink.js';
import { type Matrix, multiply } from '../../paint/matrix.js';
import type { GraphicsState } from './state.js';

/** A glyph of pdf.js's `showText`; a bare number in its place moves the pen by thousandths of the em. */
export interface ShownGlyph {
  readonly unicode: string;
  /** Advance in thousandths of the em. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly [width: number, x: number, y: number] | null;
}

/** The pen of a text object: `BT` … `ET`. */
export interface Pen {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/**
 * Moves the pen over `shown` as ISO 32000-1, 9.4.4 says and calls `emit` for each glyph that is no white space.
 * The pen is left where the string ends.
 */
export function showText(shown: readonly (ShownGlyph | number)[], state: GraphicsState, pen: Pen, emit: Emit): void {
  const { font } = state;
  if (!font) throw new RangeError('showText before setFont');
  const size = Math.abs(state.fontSize);
  const direction = state.fontSize < 0 ? -1 : 1;
  const scale = state.horizontalScale * direction;
  const unit = size * font.unit;
  const page = multiply(multiply(state.matrix, pen.matrix), [scale, 0, 0, direction, pen.x, pen.y + state.rise]);
  const style = textStyle(page, size, font.id, state.clip, inkOf(state));
  const put = (text: string, x: number, y: number, width: number) => {
    const glyph = inkGlyph(text, style, x, y, width);
    if (glyph) emit(glyph, style.ink.tone);
  };
  let advance = 0;
  for (const item of shown) {
    if (typeof item === 'number') {
      advance += ((font.vertical ? 1 : -1) * item * size) / 1000;
      continue;
    }
    const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction;
    if (font.vertical) {
      const metric = item.vmetric ?? font.defaultVerticalMetrics;
      const offset = (item.vmetric ? metric[1] : item.width * 0.5) * unit;
      put(item.unicode, -offset, -(advance + metric[2] * unit), offset * 2);
      advance += -metric[0] * unit - spacing;
    } else {
      const width = item.width * unit;
      put(item.unicode, advance, 0, width);
      advance += width + spacing;
    }
  }
  if (font.vertical) pen.y -= advance;
  else pen.x += advance * scale;
}
