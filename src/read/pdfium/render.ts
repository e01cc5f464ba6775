import { PdfiumDocument } from './document.js';
import { pageGeometry } from './geometry.js';
import { drawPage, type Picture } from './picture.js';

export interface RenderOptions {
  /** Pixels per inch. */
  readonly dpi: number;
  readonly password?: string;
}

const POINTS_PER_INCH = 72;
/** `0xAARRGGBB` */
const WHITE = 0xffffffff;

/**
 * Draws page `number` (from 1) as a person sees it, annotations included, on white. Fonts that are neither embedded nor among the
 * standard fourteen leave blanks: PDFium brings no Han face.
 * @throws DisclosureError `encrypted`, `wrong-password`, `damaged`; RangeError for a page that is not there or too large
 */
export async function renderPage(source: Uint8Array | PdfiumDocument, number: number, { dpi, password }: RenderOptions): Promise<Picture> {
  if (source instanceof PdfiumDocument) return renderOpen(source, number, dpi);
  const document = await PdfiumDocument.open(source, password);
  try {
    return renderOpen(document, number, dpi);
  } finally {
    await document.close();
  }
}

function renderOpen(document: PdfiumDocument, number: number, dpi: number): Picture {
  return document.withPage(number, (page, engine) => {
    const geometry = pageGeometry(engine, page);
    const pixels = (points: number) => Math.max(1, Math.round((points * dpi) / POINTS_PER_INCH));
    const [width, height] = [pixels(geometry.width), pixels(geometry.height)];
    return drawPage(engine, page, { width, height, ground: WHITE, annotations: true });
  });
}
