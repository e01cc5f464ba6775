import type { Glyph } from '../../model.js';
import { type Ink, inkGlyph, inkOf, type Pen } from '../paint/ink.js';
import { type Matrix, multiply } from '../paint/matrix.js';
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

/** ISO 32000-1, 9.3.6: 3 paints nothing, 7 only clips. */
const INVISIBLE_MODES = new Set([3, 7]);
/** Modes that fill; the others stroke. */
const FILL_MODES = new Set([0, 2, 4, 6]);

export type Emit = (glyph: Glyph, ink: Ink) => void;

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
  const ink = inkOf(state);
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
      emitGlyph(item, page, -offset, -(advance + metric[2] * unit), offset * 2, size, font, state.clip, ink, emit);
      advance += -metric[0] * unit - spacing;
    } else {
      const width = item.width * unit;
      emitGlyph(item, page, advance, 0, width, size, font, state.clip, ink, emit);
      advance += width + spacing;
    }
  }
  if (font.vertical) pen.y -= advance;
  else pen.x += advance * scale;
}

/** `white` ink shows only on a dark ground; the caller knows what lies below. */
export type Ink = 'dark' | 'white' | 'none';

function inkOf(state: GraphicsState): Ink {
  if (INVISIBLE_MODES.has(state.renderMode)) return 'none';
  const [paint, alpha] = FILL_MODES.has(state.renderMode) ? [state.fill, state.fillAlpha] : [state.stroke, state.strokeAlpha];
  if (isVisible(paint, alpha)) return 'dark';
  return isWhite(paint) && isVisible(null, alpha) ? 'white' : 'none';
}

function emitGlyph(
  item: ShownGlyph,
  page: Matrix,
  x: number,
  y: number,
  width: number,
  size: number,
  font: Font,
  clip: Box,
  ink: Ink,
  emit: Emit,
): void {
  const text = item.unicode.replace(/[\s\u200b\ufeff]+/gu, '');
  if (text === '') return;
  const [px, py] = applyTo(page, x, y);
  const angle = Math.round((Math.atan2(page[1], page[0]) * 180) / Math.PI);
  const box = inkBox(page, x, y, width, size);
  const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const clipped = cx < clip[0] || cx > clip[2] || cy < clip[1] || cy > clip[3];
  const glyph: Glyph = {
    text,
    box,
    x: round(px),
    y: round(py),
    size: round(size * Math.hypot(page[2], page[3])),
    angle: (angle + 360) % 360,
    font: font.id,
    state: ink === 'none' || clipped ? 'hidden' : 'shown',
  };
  emit(glyph, ink);
}

function inkBox(page: Matrix, x: number, y: number, width: number, size: number): Box {
  const corners = [
    applyTo(page, x, y - size * INK_DESCENT),
    applyTo(page, x + width, y - size * INK_DESCENT),
    applyTo(page, x, y + size * INK_ASCENT),
    applyTo(page, x + width, y + size * INK_ASCENT),
  ];
  const xs = corners.map((c) => c[0]);
  const ys = corners.map((c) => c[1]);
  return [round(Math.min(...xs)), round(Math.min(...ys)), round(Math.max(...xs)), round(Math.max(...ys))];
}

/** pt, to 0.01: coordinates come out of 32-bit floats. */
const round = (n: number) => Math.round(n * 100) / 100;
