import { POINTS_PER_INCH } from '../../../base/points.js';
import type { Box } from '../../../model/glyph.js';
import type { Picture, RenderOptions } from '../../container.js';
import type { Pointer } from './api.js';
import { pageGeometry } from './geometry.js';
import type { Pdfium } from './library.js';
import { drawPage, type PicturePart } from './picture.js';

/** `0xAARRGGBB` */
const WHITE = 0xffffffff;

/**
 * Draws an open page as a person sees it, annotations included, on white. Fonts that are neither embedded nor among the standard
 * fourteen leave blanks: PDFium brings no Han face.
 * @param unit points in one unit of user space
 * @throws OutOfPixels, OutOfEngineMemory
 */
export function renderPage(pdfium: Pdfium, page: Pointer, unit: number, { dpi, box }: RenderOptions): Picture {
  const geometry = pageGeometry(pdfium, page, unit);
  const scale = dpi / POINTS_PER_INCH;
  const pixels = (points: number) => Math.max(1, Math.round(points * scale));
  const whole = { width: pixels(geometry.width), height: pixels(geometry.height) };
  return drawPage(pdfium, page, { ...whole, ground: WHITE, annotations: true, ...(box && { part: partOf(box, scale) }) });
}

/** All pixels that a box touches. */
function partOf([x0, y0, x1, y1]: Box, scale: number): PicturePart {
  const [left, top] = [Math.floor(x0 * scale), Math.floor(y0 * scale)];
  return { left, top, width: Math.max(1, Math.ceil(x1 * scale) - left), height: Math.max(1, Math.ceil(y1 * scale) - top) };
}
