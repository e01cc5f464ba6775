import type { Page, UnreadPage } from '../model/page.js';
import type { PagedSource } from '../read/container.js';
import { openToRead, readDocument } from '../read/read.js';
import type { ExtractOptions } from './options.js';
import { vocabulary } from './vocabulary.js';

/** What stage 1 makes of a file that could be opened: its pages, or why they could not be read; and what it says of its source. */
export type ReadPages = {
  /** How many pages it has, and the program that made it. */
  readonly source: { readonly pages: number; readonly producer: string | null };
  /** As `PagedSource.lacks`. */
  readonly lacks?: string | null;
  /** As `PagedSource.remarks`. */
  readonly remarks?: readonly string[];
} & ({ readonly pages: readonly (Page | UnreadPage)[] } | { readonly failure: unknown });

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
export async function readOpened(document: PagedSource, options: ExtractOptions): Promise<ReadPages> {
  const source = { pages: document.pages, producer: document.producer };
  try {
    const { lacks = null, remarks = [] } = document;
    return { source, lacks, remarks, pages: await readDocument(document, { ...options, vocabulary }) };
  } catch (failure) {
    return { source, failure };
  }
}

export const isRead = (page: Page | UnreadPage): page is Page => !('problem' in page);
