import { DisclosureError } from '../../errors.js';
import type { Page, UnreadPage } from '../../model.js';
import type { OpenDocument, Reader } from '../reader.js';
import type { Pointer } from './api.js';
import { type Engine, startEngine } from './engine.js';
import { FontShelf } from './fonts.js';
import { pageGeometry } from './geometry.js';
import { readPage } from './page.js';

/** FPDF_ERR_PASSWORD: one is missing, or wrong. */
const PASSWORD = 4;
/** FPDF_GetLastError in words. */
const ERRORS: Readonly<Record<number, string>> = {
  2: 'it cannot be read',
  3: 'its structure is broken',
  5: 'its encryption is of an unknown kind',
};

/** Reads with PDFium, compiled to WebAssembly. */
export const pdfiumReader: Reader = {
  async open(bytes, password): Promise<OpenDocument> {
    return new PdfiumDocument(await startEngine(), bytes, password);
  },
};

export class PdfiumDocument implements OpenDocument {
  readonly pages: number;
  readonly producer: string | null;
  private readonly data: Pointer;
  private readonly handle: Pointer;
  private readonly fonts: FontShelf;
  private closed = false;

  /** @throws DisclosureError `encrypted`, `wrong-password`, `damaged` */
  constructor(
    private readonly engine: Engine,
    bytes: Uint8Array,
    password: string | undefined,
  ) {
    const { api } = engine;
    this.data = engine.copyIn(bytes);
    this.handle = engine.withString(password ?? '', (word) => api.FPDF_LoadMemDocument(this.data, bytes.length, word));
    this.fonts = new FontShelf(engine, this.handle);
    this.pages = this.handle === 0 ? 0 : api.FPDF_GetPageCount(this.handle);
    if (this.pages === 0) {
      const error = openingError(this.handle === 0 ? api.FPDF_GetLastError() : null, password);
      this.free();
      throw error;
    }
    this.producer = this.info('Producer');
  }

  async read(number: number): Promise<Page | UnreadPage> {
    const { engine } = this;
    let shape = { number, width: 0, height: 0, rotation: 0 };
    try {
      return this.withPage(number, (page) => {
        const geometry = pageGeometry(engine, page);
        shape = { number, width: geometry.width, height: geometry.height, rotation: geometry.rotation };
        return { ...shape, ...readPage(engine, page, geometry, this.fonts) };
      });
    } catch (cause) {
      return { ...shape, problem: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  async close(): Promise<void> {
    this.free();
  }

  /** Opens a page for `use` and closes it again, whatever throws. */
  withPage<T>(number: number, use: (page: Pointer) => T): T {
    const { api } = this.engine;
    if (this.closed) throw new TypeError('the document is closed');
    const page = api.FPDF_LoadPage(this.handle, number - 1);
    if (page === 0) throw new RangeError(`PDFium cannot load page ${number}`);
    try {
      return use(page);
    } finally {
      api.FPDF_ClosePage(page);
    }
  }

  private info(tag: string): string | null {
    const { engine, handle } = this;
    return engine.withString(tag, (name) => {
      const bytes = engine.api.FPDF_GetMetaText(handle, name, 0, 0);
      if (bytes <= 2) return null;
      const at = engine.allocate(bytes);
      try {
        engine.api.FPDF_GetMetaText(handle, name, at, bytes);
        return engine.textAt(at, bytes).trim() || null;
      } finally {
        engine.api.free(at);
      }
    });
  }

  private free(): void {
    if (this.closed) return;
    this.closed = true;
    if (this.engine.broken) return;
    this.fonts.release();
    if (this.handle !== 0) this.engine.api.FPDF_CloseDocument(this.handle);
    this.engine.api.free(this.data);
  }
}

function openingError(code: number | null, password: string | undefined): DisclosureError {
  if (code === PASSWORD) {
    return password === undefined
      ? new DisclosureError('encrypted', 'This PDF needs a password to open. Pass it with --password.')
      : new DisclosureError('wrong-password', 'The password does not open this PDF.');
  }
  const detail = code === null ? 'it has no pages' : (ERRORS[code] ?? 'for an unknown reason');
  return new DisclosureError('damaged', `The PDF is damaged and cannot be opened (${detail}).`);
}
