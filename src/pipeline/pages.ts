import type { FileRemark } from '../model/file-remark.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { Sheet } from '../model/sheet.js';
import type { CellSource, PagedSource } from '../read/container.js';
import { openToRead, readDocument, readSheets } from '../read/read.js';
import type { ExtractOptions } from './options.js';
import { vocabulary } from './vocabulary.js';

/** What stage 1 makes of a file that could be opened: its pages or its sheets, or why they could not be read; and what it says of its source. */
export type ReadPages = {
  /** How many pages or sheets it has, and the program that made it. */
  readonly source: { readonly pages: number | null; readonly producer: string | null };
  /** As `PagedSource.documents` and `remarks`. */
  readonly documents?: readonly number[];
  readonly remarks?: readonly FileRemark[];
} & ({ readonly pages: readonly (Page | UnreadPage)[] } | { readonly sheets: readonly Sheet[] } | { readonly failure: unknown });

/** Pages that another reading would give just the same: OCR came to its end on each that needed it. */
export type WholePages = Extract<ReadPages, { readonly pages: unknown }>;

/** Null where the document could not be read, or OCR did not come to its end on a page. */
export const wholeOf = (read: ReadPages): WholePages | null =>
  'pages' in read && read.pages.every((page) => 'problem' in page || page.ocr === undefined || page.ocr.ended === 'read') ? read : null;

/** Stage 1: `readPages`, or what remembers its pages. */
export type PageReader = typeof readPages;

/** Stage 1. @throws DisclosureError where the document cannot be opened */
export async function readPages(bytes: Uint8Array, options: ExtractOptions): Promise<ReadPages> {
  const document = await openToRead(bytes, options);
  try {
    return await readOpened(document, options);
  } finally {
    await document.close();
  }
}

/** `readPages` of a document that is open, and stays open. */
export async function readOpened(document: PagedSource | CellSource, options: ExtractOptions): Promise<ReadPages> {
  if (document.kind === 'cells') return await readCells(document, options);
  const { pages, producer, documents, remarks = [] } = document;
  const source = { pages, producer };
  try {
    return { source, ...(documents && { documents }), remarks, pages: await readDocument(document, { ...options, vocabulary }) };
  } catch (failure) {
    return { source, failure };
  }
}

async function readCells(document: CellSource, options: ExtractOptions): Promise<ReadPages> {
  const { producer } = document;
  try {
    const sheets = await readSheets(document, { ...options, vocabulary });
    return { source: { pages: sheets.length, producer }, sheets };
  } catch (failure) {
    return { source: { pages: null, producer }, failure };
  }
}

export const isRead = (page: Page | UnreadPage): page is Page => !('problem' in page);
