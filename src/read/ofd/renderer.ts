import type { Picture, Renderer, RenderOptions } from '../container.js';
import type { Faces } from './faces.js';
import type { Mark } from './marks.js';
import type { OfdFile } from './page-content.js';
import { marksToPdf } from './print/print.js';

/** What is painted on a page, and how large it is. */
export interface PaintedPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** The first of the East Asian blocks of Unicode: PDFium brings faces for what comes before. */
const EAST_ASIAN = 0x2e80;

/**
 * Draws pages of an OFD: each is made a PDF of one page, and PDFium draws that. Letters have the outlines of the fonts in the file;
 * of a font that is not there Han letters are blank, as they are in such a PDF.
 * @param paint what is painted on a page, its annotations too @throws PageError
 */
export function ofdRenderer({ ofd, faces }: OfdFile, pages: number, paint: (page: number) => PaintedPage): Renderer {
  return {
    pages,
    size: (page) => {
      const { width, height } = paint(page);
      return { width, height };
    },
    render: async (page: number, options: RenderOptions): Promise<Picture> => {
      const { marks, width, height } = paint(page);
      const { PdfiumDocument } = await import('../pdf/pdfium/document.js');
      const pdf = await PdfiumDocument.open(marksToPdf(marks, { ofd, faces, width, height }));
      try {
        return await pdf.render(1, options);
      } finally {
        await pdf.close();
      }
    },
    lacksLetters: (page) => paint(page).marks.some((mark) => lacksOutlines(mark, faces)),
  };
}

function lacksOutlines(mark: Mark, faces: Faces | null): boolean {
  if (mark.kind !== 'text' || (mark.fill ?? mark.stroke) === null) return false;
  return mark.letters.some(
    ({ text, glyph }) => (text.codePointAt(0) ?? 0) >= EAST_ASIAN && (faces?.outlineOf(mark.font, text, glyph) ?? null) === null,
  );
}
