import { DisclosureError } from '../base/errors.js';
import { MAX_BYTES, MAX_PAGES } from '../base/limits.js';
import type { Page, UnreadPage } from '../model/page.js';
import { markIllegible } from '../read/legibility.js';
import { readScans } from '../read/ocr/ocr.js';
import type { OpenDocument } from '../read/pdf/engine.js';
import { type Engine, readerOf } from '../read/pdf/engines.js';
import { policyOf } from '../read/pdf/policy.js';
import { assertPdf } from '../read/sniff.js';
import type { ExtractOptions } from './options.js';

/** What stage 1 makes of a file that could be opened: its pages, or why they could not be read; and what it says of its source. */
export type ReadPages = {
  /** How many pages it has, and the program that made it. */
  readonly source: { readonly pages: number; readonly producer: string | null };
} & ({ readonly pages: readonly (Page | UnreadPage)[] } | { readonly failure: unknown });

/** Stage 1: `readPages`, or what remembers its pages. */
export type PageReader = typeof readPages;

/** Stage 1. @throws DisclosureError where the document cannot be opened */
export async function readPages(bytes: Uint8Array, options: ExtractOptions): Promise<ReadPages> {
  assertSize(bytes.length, options.maxBytes ?? MAX_BYTES, (size, limit) => `The file has ${size} bytes, more than the limit of ${limit}.`);
  assertPdf(bytes);
  const document = await (await readerOf(policyOf(options.engine).first)).open(bytes, options.password);
  const { pages: count, producer } = document;
  const source = { pages: count, producer };
  try {
    assertSize(count, options.maxPages ?? MAX_PAGES, (size, limit) => `The document has ${size} pages, more than the limit of ${limit}.`);
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const read = await readNumbered(document, numbers, (number) => options.onPage?.(number, count));
    return { source, pages: await readScans(bytes, read, options) };
  } catch (failure) {
    return { source, failure };
  } finally {
    await document.close();
  }
}

function assertSize(size: number, limit: number, words: (size: number, limit: number) => string): void {
  if (size > limit) throw new DisclosureError('too-large', words(size, limit));
}

/** Pages as the second engine reads them, those it can read; none where it cannot open the document. */
export async function readAgain(bytes: Uint8Array, options: ExtractOptions, engine: Engine, numbers: readonly number[]): Promise<Page[]> {
  const reader = await readerOf(engine);
  const document = await reader.open(bytes, options.password).catch((cause: unknown) => {
    if (cause instanceof DisclosureError) return null;
    throw cause;
  });
  if (!document) return [];
  try {
    const pages = await readNumbered(document, numbers, () => options.onPage?.(document.pages, document.pages));
    return pages.filter(isRead);
  } finally {
    await document.close();
  }
}

/** Some pages of an open document, judged together. */
async function readNumbered(document: OpenDocument, numbers: readonly number[], onPage: (page: number) => void) {
  const pages: (Page | UnreadPage)[] = [];
  for (const number of numbers) {
    pages.push(await document.read(number));
    onPage(number);
  }
  return markIllegible(pages);
}

export const isRead = (page: Page | UnreadPage): page is Page => !('problem' in page);
