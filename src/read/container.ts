import type { FileRemark } from '../model/file-remark.js';
import type { Box } from '../model/glyph.js';
import type { PageLetters } from '../model/letters.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { Sheet } from '../model/sheet.js';
import type { EngineChoice } from './pdf/policy.js';

/** The port of stage 1: a kind of file that documents come in. Each has a folder of its own here; `containers.ts` lists them. */
export interface Container {
  /** As a person calls it: PDF. */
  readonly name: string;
  /** By which `sniff.ts` knows its files. */
  readonly mediaType: string;
  /** How names of its files end, with the dot, in small letters. */
  readonly extensions: readonly string[];
  /** Opens a document; the caller closes it. @throws DisclosureError `truncated`, `encrypted`, `wrong-password`, `damaged` */
  open(bytes: Uint8Array, options: OpenOptions): Promise<PagedSource | CellSource>;
  /** Another reader of the same files that shares no code with the first, where there is one and `options` want it. */
  second?(options: OpenOptions): SecondReader | null;
}

export interface OpenOptions {
  readonly password?: string | undefined;
  /** Which engine reads a PDF. */
  readonly engine?: EngineChoice | undefined;
}

/** An open document of glyphs and rules on pages. They are read one at a time, so that memory stays flat. */
export interface PagedSource {
  readonly kind: 'paged';
  readonly pages: number;
  /** The program that wrote the file, as it names itself. */
  readonly producer: string | null;
  /** Where it holds several documents: the number of the page with which each begins. */
  readonly documents?: readonly number[];
  /** What is wrong with the file beside what is wrong with its pages, and what lies in it beside them; nothing where there is nothing. */
  readonly remarks?: readonly FileRemark[];
  /** Reads page `number` (from 1). A page that cannot be read comes back as such; it never hides as an empty page. */
  read(number: number): Promise<Page | UnreadPage>;
  /** What draws its pages. It is closed with the source. @throws DisclosureError where what draws cannot open what the reader could */
  renderer(): Promise<Renderer>;
  close(): Promise<void>;
}

/** Draws the pages of an open document, numbered from 1. */
export interface Renderer {
  readonly pages: number;
  /** pt, as displayed. @throws PageError */
  size(page: number): { readonly width: number; readonly height: number };
  /** As a person sees it, on white. @throws PageError where it cannot be drawn or would have too many pixels */
  render(page: number, options: RenderOptions): Promise<Picture>;
  /** Whether its pictures lack letters that the page shows elsewhere: the file does not embed their font. @throws PageError */
  lacksLetters(page: number): boolean;
}

export interface RenderOptions {
  /** Pixels per inch. */
  readonly dpi: number;
  /** pt. The part of the page to draw; all of it where it is missing. */
  readonly box?: Box | undefined;
}

/** A page, or a part of one, as pixels: rows from the top, four bytes a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha; alpha is always 255. */
  readonly rgba: Uint8Array;
}

/** Reads pages again that are in doubt. */
export interface SecondReader {
  /**
   * The pages it is to read, in order.
   * @param read by the first reader, or by OCR
   * @param contradicted pages on which the checks doubt what was read
   */
  pagesToRead(read: readonly (Page | UnreadPage)[], contradicted: ReadonlySet<number>): number[];
  /** Whether it is to read a page whole. Of others that it is to read, it gives the letters. */
  readsWhole(page: Page | UnreadPage): boolean;
  /** As `Container.open`. */
  open(bytes: Uint8Array, options: OpenOptions): Promise<PagedSource>;
  /** The letters of some pages; of a page that it cannot read there are none. */
  letters(bytes: Uint8Array, options: OpenOptions, pages: readonly number[]): Promise<PageLetters[]>;
}

/** An open document that has cells of its own and needs no rebuilding: it enters behind stage 2. */
export interface CellSource {
  readonly kind: 'cells';
  readonly producer: string | null;
  /** Its sheets in order, a text or a web page as one. @throws DisclosureError `damaged`, `too-large` */
  sheets(): Promise<readonly Sheet[]>;
  close(): Promise<void>;
}
