import type { Page, UnreadPage } from '../../model/page.js';
import type { PagedSource, Renderer } from '../container.js';
import type { OpenPdf } from './engine.js';
import { type Damage, damageOf } from './file/damage.js';
import type { PdfiumDocument } from './pdfium/document.js';
import type { EngineName } from './policy.js';

/** Times that PDFium is started anew for a document after it crashed on a page of it: each costs as much as the page that did it. */
const RESTARTS = 3;

/**
 * A PDF, open in the engine that reads it. PDFium draws it, whichever reads: where PDFium reads, in the same open document. Each
 * engine opens the bytes once; PDFium again only after it has crashed.
 */
export class PdfSource implements PagedSource {
  readonly kind = 'paged';
  readonly pages: number;
  readonly producer: string | null;
  private restarts = 0;

  private constructor(
    private reading: OpenPdf,
    private drawing: PdfiumDocument | null,
    private readonly openDrawing: () => Promise<PdfiumDocument>,
    private readonly damage: Damage,
    readonly lacks: string | null,
  ) {
    this.pages = reading.pages;
    this.producer = reading.producer;
  }

  /** Loads the engine, if it is not loaded yet. @throws DisclosureError `encrypted`, `wrong-password`, `damaged`, `out-of-memory` */
  static async open(engine: EngineName, bytes: Uint8Array, password: string | undefined, lacks: string | null = null): Promise<PdfSource> {
    const openDrawing = async () => (await import('./pdfium/engine.js')).pdfiumEngine.open(bytes, password);
    if (engine === 'pdfjs') {
      const { pdfjsEngine } = await import('./pdfjs/engine.js');
      const reading = await pdfjsEngine.open(bytes, password);
      return new PdfSource(reading, null, openDrawing, damageOf(bytes, reading.pages), lacks);
    }
    const document = await openDrawing();
    return new PdfSource(document, document, openDrawing, damageOf(bytes, document.pages), lacks);
  }

  async read(number: number): Promise<Page | UnreadPage> {
    if (this.reading === this.drawing && this.drawing.hasCrashed && this.restarts < RESTARTS) {
      this.restarts++;
      this.drawing = await this.openDrawing();
      this.reading = this.drawing;
    }
    const page = await this.reading.read(number);
    const problem = 'problem' in page ? null : this.damage(number);
    if (problem === null) return page;
    const { width, height, rotation } = page;
    return { number, width, height, rotation, problem, hopeless: true };
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
