import { DisclosureError } from '../../errors.js';
import type { Page, UnreadPage } from '../../model.js';
import type { OpenDocument, Reader } from '../reader.js';
import { mergeAnnotations } from './annotations.js';
import type { Pointer } from './api.js';
import { type Engine, startEngine } from './engine.js';
import { FontShelf } from './fonts.js';
import { pageGeometry } from './geometry.js';
import { readPage } from './page.js';

/** Reads with PDFium, compiled to WebAssembly. */
export const pdfiumReader: Reader = {
  async open(bytes, password): Promise<OpenDocument> {
    return new PdfiumDocument(await startEngine(), bytes, password);
  },
};

/** FPDF_ERR_PASSWORD: one is missing, or wrong. */
const PASSWORD = 4;
/** What FPDF_GetLastError says, in words. */
const ERRORS: Readonly<Record<number, string>> = {
  2: 'it cannot be read',
  3: 'its structure is broken',
  5: 'its encryption is of an unknown kind',
};

export class PdfiumDocument implements OpenDocument {
  readonly pages: number;
  readonly producer: string | null;
  /** The file's bytes, as long as it is open. */
  private readonly data: Pointer;
  private readonly handle: Pointer;
  private readonly fonts: FontShelf;
  /** The file has optional content. */
  private readonly layers: boolean;
  private closed = false;

  /** @throws DisclosureError `encrypted`, `wrong-password`, `damaged` */
  constructor(
    private readonly engine: Engine,
    bytes: Uint8Array,
    password: string | undefined,
  ) {
    const { api } = engine;
    this.layers = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/OCProperties');
    this.data = engine.copyIn(bytes);
    this.handle = engine.withString(password ?? '', (word) => api.FPDF_LoadMemDocument(this.data, bytes.length, word));
    const error = this.handle === 0 ? api.FPDF_GetLastError() : null;
    this.fonts = new FontShelf(engine, this.handle);
    this.pages = this.handle === 0 ? 0 : engine.guard(() => api.FPDF_GetPageCount(this.handle));
    if (this.pages === 0) {
      this.free();
      throw openingError(error, password);
    }
    this.producer = this.info('Producer');
  }

  async read(number: number): Promise<Page | UnreadPage> {
    let shape = { number, width: 0, height: 0, rotation: 0 };
    try {
      return this.withPage(number, (page, engine) => {
        const geometry = pageGeometry(engine, page);
        const { width, height, rotation } = geometry;
        shape = { number, width, height, rotation };
        return { ...shape, ...readPage(engine, page, geometry, this.fonts, this.layers) };
      });
    } catch (cause) {
      return { ...shape, problem: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  async close(): Promise<void> {
    this.free();
  }

  /**
   * Opens page `number` (from 1) for `use` and closes it, whatever throws. Annotations are part of it.
   * @throws RangeError where there is no such page
   */
  withPage<T>(number: number, use: (page: Pointer, engine: Engine) => T): T {
    const { engine } = this;
    const opened = (inside: (page: Pointer) => T): T => {
      const page = engine.guard(() => engine.api.FPDF_LoadPage(this.handle, number - 1));
      if (page === 0) throw new RangeError(`PDFium cannot load page ${number}`);
      return engine.guard(
        () => inside(page),
        () => engine.api.FPDF_ClosePage(page),
      );
    };
    if (this.closed) throw new TypeError('the document is closed');
    if (engine.broken) throw new TypeError('PDFium broke down on another page');
    return opened((page) => (mergeAnnotations(engine, page) ? opened((merged) => use(merged, engine)) : use(page, engine)));
  }

  private info(tag: string): string | null {
    const { engine, handle } = this;
    return engine.withString(tag, (name) => {
      const bytes = engine.api.FPDF_GetMetaText(handle, name, 0, 0);
      if (bytes <= 2) return null;
      const at = engine.allocate(bytes);
      return engine.guard(
        () => {
          engine.api.FPDF_GetMetaText(handle, name, at, bytes);
          return engine.textAt(at, bytes).trim() || null;
        },
        () => engine.api.free(at),
      );
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
