import { printed } from '../../paint/ink.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** A font of an open document. */
export interface FontHandle {
  readonly handle: Pointer;
  /** Stable within the document. */
  readonly id: string;
  /** What is known of its characters so far, by their Unicode. */
  readonly letters: Map<number, Letter>;
}

/** A character of a font. */
export interface Letter {
  readonly text: string;
  /** As it is printed: see `printed`. */
  readonly printed: string;
  /** Advance in em by the font's widths, looked up by its Unicode: negative in vertical fonts, 0 where unknown. */
  readonly width: number;
}

/**
 * The fonts of an open document. PDFium forgets a font with the last page that shows it, and a later one may get its address:
 * an unseen text object of each font keeps it, so that each font has its own address and no font is parsed twice. They
 * are released before the document is closed.
 */
export class DocumentFonts {
  private readonly fonts = new Map<Pointer, FontHandle>();
  private readonly holders: Pointer[] = [];

  constructor(
    private readonly pdfium: Pdfium,
    private readonly document: Pointer,
  ) {}

  get(handle: Pointer): FontHandle {
    let font = this.fonts.get(handle);
    if (!font) {
      this.holders.push(this.pdfium.api.FPDFPageObj_CreateTextObj(this.document, handle, 1));
      font = { handle, id: `f${this.fonts.size + 1}`, letters: new Map() };
      this.fonts.set(handle, font);
    }
    return font;
  }

  /** The character that PDFium gives as `unicode`. */
  letter(font: FontHandle, unicode: number): Letter {
    let letter = font.letters.get(unicode);
    if (letter === undefined) {
      const { api, scratch } = this.pdfium;
      const text = String.fromCodePoint(unicode);
      const width = api.FPDFFont_GetGlyphWidth(font.handle, unicode, 1, scratch) ? this.pdfium.float(0) : 0;
      letter = { text, printed: printed(text), width };
      font.letters.set(unicode, letter);
    }
    return letter;
  }

  release(): void {
    for (const holder of this.holders.splice(0)) this.pdfium.api.FPDFPageObj_Destroy(holder);
    this.fonts.clear();
  }
}
