import { at } from '../../../base/invariant.js';
import type { Box } from '../../../model/glyph.js';
import { angleOf, emOf, type Ink, type TextStyle } from '../../paint/ink.js';
import { type Matrix, multiply, multiplyBy } from '../../paint/matrix.js';
import type { Pointer } from './api.js';
import type { DocumentFonts, FontHandle } from './fonts.js';
import type { Pdfium } from './library.js';

/** A text object as it stands on the page. */
export interface TextObject {
  readonly handle: Pointer;
  /** User space to the space it lies in, a form's or the page's own; null where that has no area. */
  readonly back: Matrix | null;
  /** Text space to page space. */
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly ink: Ink;
  /** How many opaque boxes are painted before it. */
  readonly before: number;
}

/** A text object laid out by itself, with the style it is set in: in user space its pen starts at its slot, upright and at the size of its font. */
export interface LaidOutText extends TextStyle {
  readonly handle: Pointer;
  readonly fontHandle: FontHandle;
  readonly before: number;
  /** How far its pen starts from the origin, across the lines. */
  readonly slot: number;
  /** -1: its font size is negative, text runs backwards in text space. */
  readonly direction: 1 | -1;
  /** User space to the space it lies in. */
  readonly back: Matrix;
  /** PDFium gave characters for it. */
  read: boolean;
}

/** Em. Farther than most lines are long; near enough that 32-bit floats still resolve a thousandth of the em in the last slot. */
const APART = 64;
/** PDFium compares a text object with five before it, a character with seven. */
const SLOTS = 16;
/** A text render mode. */
const STROKE = 1;

/**
 * Moves text objects far from their neighbours, one above the other as the page is displayed: to PDFium these are lines of their
 * own, and nothing in them is doubled. Objects of a form without area are left where they are.
 * @param sideways the page is displayed turned by 90° or 270°
 */
export function layOut(pdfium: Pdfium, objects: readonly TextObject[], sideways: boolean, fonts: DocumentFonts): LaidOutText[] {
  const { api, scratch } = pdfium;
  const lines: LaidOutText[] = [];
  for (let i = 0; i < objects.length; i++) {
    const { handle, back, matrix, clip, ink, before } = at(objects, i);
    if (!back) continue;
    const fontHandle = fonts.get(api.FPDFTextObj_GetFont(handle));
    api.FPDFTextObj_GetFontSize(handle, scratch);
    const signed = pdfium.float(0);
    const size = Math.abs(signed);
    const turned = signed < 0 ? multiply(matrix, [-1, 0, 0, -1, 0, 0]) : matrix;
    // Written out, not spread: there are as many as a page has words.
    const line: LaidOutText = {
      matrix: turned,
      size,
      em: emOf(turned, size),
      angle: angleOf(turned),
      font: fontHandle.id,
      clip,
      ink,
      handle,
      fontHandle,
      before,
      slot: slotOf(i, size),
      direction: signed < 0 ? -1 : 1,
      back,
      read: false,
    };
    place(pdfium, line, sideways);
    if (isWithoutWidth(pdfium, line)) widen(pdfium, line, sideways);
    lines.push(line);
  }
  return lines;
}

/** How far the pen of the `i`th object starts from the first, across the lines. */
const slotOf = (i: number, size: number): number => Math.fround((i % SLOTS) * APART * size);

function place(pdfium: Pdfium, { handle, back, slot }: LaidOutText, sideways: boolean): void {
  const matrix = multiplyBy(back, 1, 0, 0, 1, sideways ? slot : 0, sideways ? 0 : slot);
  for (let i = 0; i < 6; i++) pdfium.setFloat(i, matrix[i] ?? 0);
  pdfium.api.FPDFPageObj_SetMatrix(handle, pdfium.scratch);
}

/** PDFium passes over a text object that is less wide, in text space. */
const LEAST_WIDTH = 0.01;

function isWithoutWidth(pdfium: Pdfium, { handle }: LaidOutText): boolean {
  const { api, scratch } = pdfium;
  return (
    api.FPDFPageObj_GetBounds(handle, scratch, scratch + 4, scratch + 8, scratch + 12) !== 0 &&
    pdfium.float(2) - pdfium.float(0) < LEAST_WIDTH
  );
}

/** Blanks have no width, nor has a character that the substitute for a missing font cannot draw; a stroke has. */
function widen(pdfium: Pdfium, line: LaidOutText, sideways: boolean): void {
  pdfium.api.FPDFTextObj_SetTextRenderMode(line.handle, STROKE);
  pdfium.api.FPDFPageObj_SetStrokeWidth(line.handle, 1);
  place(pdfium, line, sideways);
}

/**
 * The objects that gave no character, once more, all of them with width. They are laid out anew: of those that are left, equal ones may
 * have come to lie in one slot with fewer between them than PDFium compares.
 */
export function layOutAgain(pdfium: Pdfium, lines: readonly LaidOutText[], sideways: boolean): LaidOutText[] {
  return lines.map((line, i) => {
    const moved = { ...line, slot: slotOf(i, line.size) };
    widen(pdfium, moved, sideways);
    return moved;
  });
}
