import type { Page, UnreadPage } from '../../model/page.js';
import type { PagedSource, Renderer } from '../container.js';
import type { OpenPdf } from './engine.js';
import type { PdfiumDocument } from './pdfium/document.js';
import type { EngineName } from './policy.js';

/**
 * A PDF, open in the engine that reads it. PDFium draws it, whichever reads: where PDFium reads, in the same open document. Each
 * engine opens the bytes once; PDFium again only after it has crashed.
 */
export class PdfSource implements PagedSource {
  readonly kind = 'paged';
  readonly pages: number;
  readonly producer: string | null;

  private constructor(
    private readonly reading: OpenPdf,
    private drawing: PdfiumDocument | null,
    private readonly openDrawing: () => Promise<PdfiumDocument>,
    readonly lacks: string | null,
  ) {
    this.pages = reading.pages;
    this.producer = reading.producer;
  }

  /** Loads the engine, if it is not loaded yet. @throws DisclosureError `encrypted`, `wrong-password`, `damaged` */
  static async open(engine: EngineName, bytes: Uint8Array, password: string | undefined, lacks: string | null = null): Promise<PdfSource> {
    const openDrawing = async () => (await import('./pdfium/engine.js')).pdfiumEngine.open(bytes, password);
    if (engine === 'pdfjs') {
      const { pdfjsEngine } = await import('./pdfjs/engine.js');
      return new PdfSource(await pdfjsEngine.open(bytes, password), null, openDrawing, lacks);
    }
    const document = await openDrawing();
    return new PdfSource(document, document, openDrawing, lacks);
  }

  read(number: number): Promise<Page | UnreadPage> {
    return this.reading.read(number);
  }

  async renderer(): Promise<Renderer> {
    if (this.drawing === null || this.drawing.hasCrashed) this.drawing = await this.openDrawing();
    return this.drawing;
  }

  async close(): Promise<void> {
    await this.reading.close();
    await this.drawing?.close();
  }
}
