import type { Box } from '../../../model/glyph.js';
import { PdfiumDocument } from './document.js';
import { pageGeometry } from './geometry.js';
import { drawPage, type Part, type Picture } from './picture.js';

export interface RenderOptions {
  /** Pixels per inch. */
  readonly dpi: number;
  readonly password?: string;
  /** pt. The part of the page to draw; all of it where it is missing. */
  readonly box?: Box;
}

const POINTS_PER_INCH = 72;
/** `0xAARRGGBB` */
const WHITE = 0xffffffff;

/**
 * Draws page `number` (from 1) as a person sees it, annotations included, on white. Fonts that are neither embedded nor among the
 * standard fourteen leave blanks: PDFium brings no Han face.
 * @throws DisclosureError `encrypted`, `wrong-password`, `damaged`; PageError for a page that is not there or too large
 */
export async function renderPage(source: Uint8Array | PdfiumDocument, number: number, options: RenderOptions): Promise<Picture> {
  if (source instanceof PdfiumDocument) return renderOpen(source, number, options);
  const document = await PdfiumDocument.open(source, options.password);
  try {
    return renderOpen(document, number, options);
  } finally {
    await document.close();
  }
}

function renderOpen(document: PdfiumDocument, number: number, { dpi, box }: RenderOptions): Picture {
  return document.withPage(number, (page, engine) => {
    const geometry = pageGeometry(engine, page);
    const scale = dpi / POINTS_PER_INCH;
    const pixels = (points: number) => Math.max(1, Math.round(points * scale));
    const whole = { width: pixels(geometry.width), height: pixels(geometry.height) };
    return drawPage(engine, page, { ...whole, ground: WHITE, annotations: true, ...(box && { part: partOf(box, scale) }) });
  });
}

/** All pixels that a box touches. */
function partOf([x0, y0, x1, y1]: Box, scale: number): Part {
  const [left, top] = [Math.floor(x0 * scale), Math.floor(y0 * scale)];
  return { left, top, width: Math.max(1, Math.ceil(x1 * scale) - left), height: Math.max(1, Math.ceil(y1 * scale) - top) };
}
