import { DisclosureError } from '../../../base/errors.js';
import type { Page, UnreadPage } from '../../../model/page.js';
import type { Picture, Renderer, RenderOptions } from '../../container.js';
import { EngineCrashed, messageOf, OutOfEngineMemory, PageError, PageTooLarge } from '../../errors.js';
import type { OpenPdf } from '../engine.js';
import { OVERDRAWN, overdrawnPages } from '../file/nesting.js';
import { mergeAnnotations } from './annotations.js';
import type { Pointer } from './api.js';
import { DocumentFonts } from './fonts.js';
import { pageGeometry } from './geometry.js';
import { lacksLetters } from './letters.js';
import { type Pdfium, startPdfium } from './library.js';
import { type Loaded, loadDocument } from './open.js';
import { readPage } from './page.js';
import { renderPage } from './render.js';
import { type UserUnits, userUnitsOf } from './user-units.js';

/** Bytes of PDFium's memory for a document and the page that is read, beside the file itself. On 2,900 published pages it took 27 MB. */
const MEMORY = 128_000_000;

/** What is found in the bytes of a file and PDFium does not report. */
interface FileTraits {
  /** It has optional content. */
  readonly layers: boolean;
  /** Whether the forms of a page are drawn more often than anybody waits for. */
  readonly overdrawn: (page: number) => boolean;
  readonly units: UserUnits;
}

function traitsOf(bytes: Uint8Array, pages: number): FileTraits {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return { layers: file.includes('/OCProperties'), overdrawn: overdrawnPages(bytes, pages), units: userUnitsOf(bytes, pages) };
}

/** A document open in PDFium, to be read and drawn. Nothing of PDFium outlives `close`, and no page outlives `withPage`. */
export class PdfiumDocument implements OpenPdf, Renderer {
  readonly pages: number;
  readonly producer: string | null;
  private readonly handle: Pointer;
  private readonly fonts: DocumentFonts;
  private closed = false;

  /** @param data the file's bytes in PDFium's memory, freed by `close` */
  private constructor(
    private readonly pdfium: Pdfium,
    private readonly data: Pointer,
    private readonly traits: FileTraits,
    /** Bytes. */
    private readonly memory: number,
    { handle, pages, producer }: Loaded,
  ) {
    this.handle = handle;
    this.pages = pages;
    this.producer = producer;
    this.fonts = new DocumentFonts(pdfium, handle);
  }

  /** @throws DisclosureError `encrypted`, `wrong-password`, `damaged` */
  static async open(bytes: Uint8Array, password?: string, own?: Pdfium): Promise<PdfiumDocument> {
    const pdfium = own ?? (await startPdfium());
    const data = pdfium.copyIn(bytes);
    try {
      return pdfium.attempt(
        () => {
          const memory = bytes.length + MEMORY;
          const loaded = pdfium.within(memory, () => loadDocument(pdfium, data, bytes.length, password));
          return pdfium.attempt(
            () => new PdfiumDocument(pdfium, data, traitsOf(bytes, loaded.pages), memory, loaded),
            () => pdfium.api.FPDF_CloseDocument(loaded.handle),
          );
        },
        () => pdfium.api.free(data),
      );
    } catch (cause) {
      throw cause instanceof PageError ? unopened(cause) : cause;
    }
  }

  async read(number: number): Promise<Page | UnreadPage> {
    let shape = { number, width: 0, height: 0, rotation: 0 };
    try {
      return this.withPage(number, (page, pdfium) => {
        const geometry = pageGeometry(pdfium, page, this.traits.units(number));
        const { width, height, rotation } = geometry;
        shape = { number, width, height, rotation };
        return { ...shape, ...readPage(pdfium, page, geometry, this.fonts, this.traits.layers, this.memory) };
      });
    } catch (cause) {
      return { ...shape, problem: messageOf(cause), ...blame(cause) };
    }
  }

  size(number: number): { readonly width: number; readonly height: number } {
    const { width, height } = this.withPage(number, (page, pdfium) => pageGeometry(pdfium, page, this.traits.units(number)));
    return { width, height };
  }

  async render(number: number, options: RenderOptions): Promise<Picture> {
    return this.withPage(number, (page, pdfium) => renderPage(pdfium, page, this.traits.units(number), options));
  }

  lacksLetters(number: number): boolean {
    return this.withPage(number, (page, pdfium) => lacksLetters(pdfium, page));
  }

  /** PDFium crashed, on one of its pages or another document's: nothing of it can be read or drawn any more. */
  get hasCrashed(): boolean {
    return this.pdfium.broken;
  }

  async close(): Promise<void> {
    const { api, broken } = this.pdfium;
    if (this.closed || broken) return;
    this.closed = true;
    this.fonts.release();
    api.FPDF_CloseDocument(this.handle);
    api.free(this.data);
  }

  /**
   * Opens page `number` (from 1) for `use` and closes it, whatever throws. Its annotations are part of it.
   * @throws PageError where there is no such page, it holds too much, or PDFium crashed; what `use` throws
   */
  withPage<T>(number: number, use: (page: Pointer, pdfium: Pdfium) => T): T {
    const { pdfium } = this;
    if (this.closed) throw new TypeError('the document is closed');
    if (pdfium.broken) throw new EngineCrashed('PDFium broke down on another page');
    if (this.traits.overdrawn(number)) throw new PageTooLarge(OVERDRAWN);
    const opened = (inside: (page: Pointer) => T): T => {
      const page = pdfium.within(this.memory, () => pdfium.api.FPDF_LoadPage(this.handle, number - 1));
      if (page === 0) throw new PageError(`PDFium cannot load page ${number}`);
      return pdfium.guard(
        () => inside(page),
        () => pdfium.api.FPDF_ClosePage(page),
      );
    };
    const merge = (page: Pointer) => pdfium.within(this.memory, () => mergeAnnotations(pdfium, page));
    return opened((page) => (merge(page) ? opened((merged) => use(merged, pdfium)) : use(page, pdfium)));
  }
}

/** Whose fault it is that a page was not read. What is too much for PDFium is too much for any engine: pdf.js sets itself no bounds at all. */
function blame(cause: unknown): Pick<UnreadPage, 'ours' | 'reason' | 'hopeless'> {
  if (cause instanceof OutOfEngineMemory) return { reason: 'out-of-memory', hopeless: true };
  if (cause instanceof PageTooLarge) return { reason: 'too-large', hopeless: true };
  return cause instanceof PageError ? {} : { ours: true };
}

/** The file made PDFium crash before a page was read. */
function unopened(cause: PageError): DisclosureError {
  const reason = cause instanceof OutOfEngineMemory ? 'out-of-memory' : 'damaged';
  return new DisclosureError(reason, `The PDF cannot be opened (${cause.message}).`, { cause });
}
