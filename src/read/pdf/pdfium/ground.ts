import type { Glyph } from '../../../model/glyph.js';
import type { Pointer } from './api.js';
import type { Geometry } from './geometry.js';
import type { Pdfium } from './library.js';
import type { TextObject } from './lines.js';
import { drawPage } from './picture.js';

/** `0xAARRGGBB` */
const WHITE = 0xffffffff;
/** Above this in every channel (of 255) the paper shows through; as `WHITE` of `paint/state.ts`. */
const PAPER = 250;

/**
 * White glyphs that stand on no fill and no picture may still stand on a gradient, which PDFium calls white: the page is drawn
 * without its text, one pixel a point, and the middle of each glyph looked at. The text objects are inactive afterwards.
 * @returns is there a ground under the glyph?
 */
export function drawnGround(
  pdfium: Pdfium,
  page: Pointer,
  texts: readonly TextObject[],
  { width, height }: Geometry,
): (glyph: Glyph) => boolean {
  for (const { handle } of texts) pdfium.api.FPDFPageObj_SetIsActive(handle, 0);
  const [columns, rows] = [Math.ceil(width), Math.ceil(height)];
  const { rgba } = drawPage(pdfium, page, { width: columns, height: rows, ground: WHITE, annotations: false });
  return ({ box }) => {
    const [x, y] = [Math.floor((box[0] + box[2]) / 2), Math.floor((box[1] + box[3]) / 2)];
    if (x < 0 || y < 0 || x >= columns || y >= rows) return false;
    return rgba.subarray((y * columns + x) * 4, (y * columns + x) * 4 + 3).some((channel) => channel < PAPER);
  };
}
