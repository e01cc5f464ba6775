import type { Pointer } from './api.js';
import type { Engine } from './library.js';

/** A font of an open document. */
export interface Font {
  readonly handle: Pointer;
  /** Stable within the document. */
  readonly id: string;
  /** What PDFium says of the width of each character, in em; see `FontShelf.width`. */
  readonly widths: Map<number, number>;
}

/**
 * The fonts of an open document. PDFium forgets a font with the last page that shows it, and a later one may get its address:
 * an unseen text object of each font keeps it, so that addresses tell fonts apart and no font is parsed twice. A FontShelf is
 * released before its document is closed.
 */
export class FontShelf {
  private readonly fonts = new Map<Pointer, Font>();
  private readonly holders: Pointer[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly document: Pointer,
  ) {}

  get(handle: Pointer): Font {
    let font = this.fonts.get(handle);
    if (!font) {
      this.holders.push(this.engine.api.FPDFPageObj_CreateTextObj(this.document, handle, 1));
      font = { handle, id: `f${this.fonts.size + 1}`, widths: new Map() };
      this.fonts.set(handle, font);
    }
    return font;
  }

  /** Advance of a character in em by the font's widths, looked up by its Unicode: negative in vertical fonts, 0 where unknown. */
  width(font: Font, unicode: number): number {
    let width = font.widths.get(unicode);
    if (width === undefined) {
      const { api, scratch } = this.engine;
      width = api.FPDFFont_GetGlyphWidth(font.handle, unicode, 1, scratch) ? this.engine.float(0) : 0;
      font.widths.set(unicode, width);
    }
    return width;
  }

  release(): void {
    for (const holder of this.holders.splice(0)) this.engine.api.FPDFPageObj_Destroy(holder);
    this.fonts.clear();
  }
}
