import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** The first of the East Asian blocks of Unicode: PDFium brings faces for what comes before. */
const EAST_ASIAN = 0x2e80;

/** An open page has Han letters in a font that the file does not embed: PDFium draws blanks for them. */
export function lacksLetters(pdfium: Pdfium, page: Pointer): boolean {
  const { api } = pdfium;
  const text = api.FPDFText_LoadPage(page);
  if (text === 0) return false;
  return pdfium.guard(
    () => {
      const count = api.FPDFText_CountChars(text);
      for (let index = 0; index < count; index++) {
        if (api.FPDFText_GetUnicode(text, index) < EAST_ASIAN) continue;
        const object = api.FPDFText_GetTextObject(text, index);
        if (object !== 0 && !api.FPDFFont_GetIsEmbedded(api.FPDFTextObj_GetFont(object))) return true;
      }
      return false;
    },
    () => api.FPDFText_ClosePage(text),
  );
}
