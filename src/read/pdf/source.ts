import type { Reason } from '../../base/errors.js';
import type { FileRemark } from '../../model/file-remark.js';
import type { Page, UnreadPage } from '../../model/page.js';
import type { PagedSource, Renderer } from '../container.js';
import type { OpenPdf } from './engine.js';
import { type Damage, damageOf } from './file/damage.js';
import { objectsOf } from './file/objects.js';
import { lacksContent, pageObjects } from './file/page-tree.js';
import { truncated, type WholeFile } from './file/tail.js';
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
  readonly remarks: readonly FileRemark[];
  private restarts = 0;
  /** By page: its content is named and not there; null until it is asked for. */
  private lacking: readonly boolean[] | null = null;

  private constructor(
    private reading: OpenPdf,
    private drawing: PdfiumDocument | null,
    private readonly openDrawing: () => Promise<PdfiumDocument>,
    private readonly file: WholeFile,
    private readonly damage: Damage,
  ) {
    this.remarks = [...file.remarks, ...damage.remarks];
    this.pages = reading.pages;
    this.producer = reading.producer;
  }

  /**
   * Loads the engine, if it is not loaded yet.
   * @throws DisclosureError `encrypted`, `wrong-password`, `damaged`, `out-of-memory`; `truncated` where the engine finds other pages than the
   * file names
   */
  static async open(engine: EngineName, file: WholeFile, password: string | undefined): Promise<PdfSource> {
    const { bytes, cut } = file;
    const openDrawing = async () => (await import('./pdfium/engine.js')).pdfiumEngine.open(bytes, password);
    const drawing = engine === 'pdfium' ? await openDrawing() : null;
    const reading = drawing ?? (await (await import('./pdfjs/engine.js')).pdfjsEngine.open(bytes, password));
    const source = new PdfSource(reading, drawing, openDrawing, file, damageOf(bytes, reading.pages));
    if (cut === undefined || cut.pages === source.pages) return source;
    await source.close();
    throw truncated();
  }

  async read(number: number): Promise<Page | UnreadPage> {
    if (this.reading === this.drawing && this.drawing.hasCrashed && this.restarts < RESTARTS) {
      this.restarts++;
      this.drawing = await this.openDrawing();
      this.reading = this.drawing;
    }
    const page = await this.reading.read(number);
    if (this.file.cut?.lost.has(number)) return unread(page, 'the end of the file is missing, and with it a part of the page', 'truncated');
    if ('problem' in page) return page;
    const problem = this.damage.of(number) ?? (isEmpty(page) && this.lacksContent(number) ? 'its content is missing from the file' : null);
    return problem === null ? page : unread(page, problem);
  }

  async renderer(): Promise<Renderer> {
    if (this.drawing === null || this.drawing.hasCrashed) this.drawing = await this.openDrawing();
    return this.drawing;
  }

  /** Engines take content that is not there for an empty page. Of encrypted files it cannot be told. */
  private lacksContent(number: number): boolean {
    if (this.lacking === null) {
      const { bytes } = this.file;
      const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Encrypt');
      const objects = isEncrypted ? new Map() : objectsOf(bytes);
      this.lacking = pageObjects(objects).map((page) => lacksContent(page, objects));
    }
    return this.lacking.length === this.pages && this.lacking[number - 1] === true;
  }

  async close(): Promise<void> {
    await this.reading.close();
    await this.drawing?.close();
  }
}

const isEmpty = ({ glyphs, rules, fills, images }: Page) => glyphs.length + rules.length + fills.length + images.length === 0;

const unread = ({ number, width, height, rotation }: Page | UnreadPage, problem: string, reason?: Reason): UnreadPage => ({
  ...{ number, width, height, rotation, problem, hopeless: true },
  ...(reason && { reason }),
});
