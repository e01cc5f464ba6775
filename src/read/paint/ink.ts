import type { Box, Glyph } from '../../model/glyph.js';
import { withSigns } from './gb-signs.js';
import type { Matrix } from './matrix.js';
import { withIdeographs } from './radicals.js';
import { isColoured, isVisible, isWhite, type Paint, type PaintState } from './state.js';

/**
 * Parts of the em that ink covers above and below the baseline. The ascents that fonts declare are unreliable (0, or the
 * line height); Han faces draw between about 0.86 and -0.14, digits between 0.72 and 0.
 */
const INK_ASCENT = 0.8;
const INK_DESCENT = 0.1;

/** ISO 32000-1, 9.3.6: 3 paints nothing, 7 only clips. */
const INVISIBLE_MODES = new Set([3, 7]);
/** Modes that fill; the others stroke. */
const FILL_MODES = new Set([0, 2, 4, 6]);

/** `white` ink shows only on a dark ground; the caller knows what lies below. */
export type InkTone = 'dark' | 'white' | 'none';

/** What text leaves on the page. */
export interface Ink {
  readonly tone: InkTone;
  /** `#rrggbb`; null for black, greys, white and what is unknown. */
  readonly colour: string | null;
}

/** Takes a glyph that is no white space, and the tone of the ink it is painted with. */
export type Emit = (glyph: Glyph, ink: InkTone) => void;

/** Whether text of this render mode has the colour that fills, not the one that strokes. */
export const isFilled = (renderMode: number): boolean => FILL_MODES.has(renderMode);

/** What text in this state leaves on the page. */
export const inkOf = (state: PaintState): Ink =>
  isFilled(state.renderMode)
    ? inkFrom(state.renderMode, state.fill, state.fillAlpha)
    : inkFrom(state.renderMode, state.stroke, state.strokeAlpha);

/** What text of this render mode leaves on the page with the colour that it has there: see `isFilled`. */
export function inkFrom(renderMode: number, paint: Paint, alpha: number): Ink {
  return { tone: INVISIBLE_MODES.has(renderMode) ? 'none' : toneOf(paint, alpha), colour: isColoured(paint) ? paint : null };
}

function toneOf(paint: Paint, alpha: number): InkTone {
  if (isVisible(paint, alpha)) return 'dark';
  return isWhite(paint) && isVisible(null, alpha) ? 'white' : 'none';
}

/** How a run of text is set. */
export interface TextStyle {
  /** Text space to page space. */
  readonly matrix: Matrix;
  /** Of the em in text space; positive. */
  readonly size: number;
  /** Height of the em on the page, pt. */
  readonly em: number;
  /** Of the baseline on the page, degrees clockwise. */
  readonly angle: number;
  readonly font: string;
  readonly clip: Box;
  readonly ink: Ink;
}

/** @param size of the em in text space */
export const textStyle = (matrix: Matrix, size: number, font: string, clip: Box, ink: Ink): TextStyle => ({
  matrix,
  size,
  em: emOf(matrix, size),
  angle: angleOf(matrix),
  font,
  clip,
  ink,
});

/** Height of the em on the page, pt. @param size in text space */
export const emOf = (m: Matrix, size: number): number => round(size * (m[2] === 0 ? Math.abs(m[3]) : Math.hypot(m[2], m[3])));

/** Of the baseline on the page, degrees clockwise. Most text is upright; what follows from that is cheaper than the function, and the same. */
export const angleOf = (m: Matrix): number =>
  m[1] === 0 && m[0] > 0 ? 0 : (Math.round((Math.atan2(m[1], m[0]) * 180) / Math.PI) + 360) % 360;

/** White space, joiners and marks of direction: characters that no font draws. */
const BLANK = /^[\s\u200b-\u200f\u2060-\u2064\ufeff]$/u;
const BLANKS = /[\s\u200b-\u200f\u2060-\u2064\ufeff]+/gu;
/** Whether no font draws this code point. Most are decided by their number alone. */
export function isBlank(unicode: number): boolean {
  if (unicode > 0x3000 && unicode < 0xfeff) return false;
  if (unicode > 0x20 && unicode < 0xa0) return false;
  return BLANK.test(String.fromCodePoint(unicode));
}

/** pt. Coordinates have one or two decimals: what is clipped right through its middle is not clipped away. */
const CLIP_SLACK = 0.05;

/** A text as it is printed: without white space, ideographs in place of radicals, signs in place of what stands for them. */
export const printed = (text: string): string =>
  withSigns(withIdeographs(text.length === 1 && !isBlank(text.charCodeAt(0)) ? text : text.replace(BLANKS, '')));

/** The glyph for `text` where the pen stands at `x`, `y` and goes on by `width`, all in text space; null for white space. */
export function inkGlyph(text: string, style: TextStyle, x: number, y: number, width: number): Glyph | null {
  const print = printed(text);
  return print === '' ? null : printedGlyph(print, style, x, y, width);
}

/** As `inkGlyph`, for a text that is already as it is printed. */
export function printedGlyph(text: string, style: TextStyle, x: number, y: number, width: number): Glyph {
  const { matrix: m, em: size, angle, font, ink } = style;
  const box = inkBox(m, x, y, width, style.size);
  const [px, py] = [round(m[0] * x + m[2] * y + m[4]), round(m[1] * x + m[3] * y + m[5])];
  const state = ink.tone === 'none' || isClipped(box, style.clip) ? 'hidden' : 'shown';
  // No part of it is spread into it: that takes longer than all else here.
  return ink.colour === null
    ? { text, box, x: px, y: py, size, angle, font, state }
    : { text, box, x: px, y: py, size, angle, font, colour: ink.colour, state };
}

/** A parallelogram's bounds: those of its two sides, one after the other. Most text is upright, and its corners are known. */
function inkBox(m: Matrix, x: number, y: number, width: number, size: number): Box {
  const [right, low, high] = [x + width, y - size * INK_DESCENT, y + size * INK_ASCENT];
  const [a, b, c, d, e, f] = [m[0], m[1], m[2], m[3], m[4], m[5]];
  if (b === 0 && c === 0 && a > 0 && d < 0 && right >= x)
    return [round(a * x + e), round(d * high + f), round(a * right + e), round(d * low + f)];
  return [
    round(Math.min(a * x, a * right) + Math.min(c * low, c * high) + e),
    round(Math.min(b * x, b * right) + Math.min(d * low, d * high) + f),
    round(Math.max(a * x, a * right) + Math.max(c * low, c * high) + e),
    round(Math.max(b * x, b * right) + Math.max(d * low, d * high) + f),
  ];
}

/** A glyph shows where the middle of its ink does. */
function isClipped(box: Box, clip: Box): boolean {
  const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return cx < clip[0] - CLIP_SLACK || cx > clip[2] + CLIP_SLACK || cy < clip[1] - CLIP_SLACK || cy > clip[3] + CLIP_SLACK;
}

/** White glyphs stay as they are on a ground; on bare paper they are hidden. */
export function groundWhites(whites: readonly Glyph[], grounds: readonly Box[]): Glyph[] {
  return whites.map((white) => (grounds.some((ground) => isOn(white, ground)) ? white : { ...white, state: 'hidden' }));
}

function isOn(glyph: Glyph, ground: Box): boolean {
  const [x, y] = [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2];
  return x >= ground[0] && x <= ground[2] && y >= ground[1] && y <= ground[3];
}

/** pt, to 0.01: coordinates come out of 32-bit floats. */
const round = (n: number) => Math.round(n * 100) / 100;
