import { DisclosureError } from '../base/errors.js';
import { MAX_BYTES, MAX_PAGES } from '../base/limits.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { Sheet } from '../model/sheet.js';
import type { CellSource, OpenOptions, PagedSource, SecondReader } from './container.js';
import { containerOf, openDocument } from './containers.js';
import { markIllegible } from './legibility.js';
import { type OcrOptions, readScans } from './ocr/ocr.js';

export interface ReadOptions extends OpenOptions, OcrOptions {
  /** Documents with more pages fail as `too-large`. */
  readonly maxPages?: number | undefined;
  /** Documents with more bytes fail as `too-large`. */
  readonly maxBytes?: number | undefined;
}

/** Opens a document to read it; the caller closes it. @throws DisclosureError `too-large`, and as `openDocument` */
export async function openToRead(bytes: Uint8Array, { maxBytes = MAX_BYTES, ...options }: ReadOptions): Promise<PagedSource | CellSource> {
  if (bytes.length > maxBytes) {
    throw new DisclosureError('too-large', `The file has ${bytes.length} bytes, more than the limit of ${maxBytes}.`);
  }
  return await openDocument(bytes, options);
}

/**
 * Stage 1 of an open document: its pages as its reader gives them, letters without a meaning marked, scans read by OCR.
 * @throws DisclosureError `too-large`
 */
export async function readDocument(source: PagedSource, options: ReadOptions): Promise<(Page | UnreadPage)[]> {
  const { maxPages = MAX_PAGES, onPage } = options;
  if (source.pages > maxPages) {
    throw new DisclosureError('too-large', `The document has ${source.pages} pages, more than the limit of ${maxPages}.`);
  }
  const numbers = Array.from({ length: source.pages }, (_, i) => i + 1);
  const pages = await readNumbered(source, numbers, (number) => onPage?.(number, source.pages));
  return await readScans(source, pages, options);
}

/** Stage 1 of an open document without pages: its sheets, tables in pictures read by OCR. @throws DisclosureError as `CellSource.sheets` */
export async function readSheets(source: CellSource, options: OcrOptions): Promise<readonly Sheet[]> {
  const sheets = await source.sheets();
  if (!sheets.some(hasPictures)) return sheets;
  const { readSheetPictures } = await import('./ocr/pictures/sheet-pictures.js');
  return await readSheetPictures(sheets, options);
}

const hasPictures = ({ blocks, picturesAside }: Sheet): boolean =>
  picturesAside !== undefined || blocks.some(({ kind }) => kind === 'picture');

/** The second reader for a document, where its container has one and `options` want it. @throws DisclosureError */
export const secondReader = (bytes: Uint8Array, options: OpenOptions): SecondReader | null => containerOf(bytes).second?.(options) ?? null;

/** Pages as the second reader reads them, those it can read; none where it cannot open the document. */
export async function readAgain(
  second: SecondReader,
  bytes: Uint8Array,
  options: ReadOptions,
  numbers: readonly number[],
): Promise<Page[]> {
  const source = await second.open(bytes, options).catch((cause: unknown) => {
    if (cause instanceof DisclosureError) return null;
    throw cause;
  });
  if (!source) return [];
  try {
    const pages = await readNumbered(source, numbers, () => options.onPage?.(source.pages, source.pages));
    return pages.filter((page): page is Page => !('problem' in page));
  } finally {
    await source.close();
  }
}

/** Some pages of an open document, judged together. */
async function readNumbered(source: PagedSource, numbers: readonly number[], onPage: (page: number) => void) {
  const pages: (Page | UnreadPage)[] = [];
  for (const number of numbers) {
    pages.push(await source.read(number));
    onPage(number);
  }
  return markIllegible(pages);
}
