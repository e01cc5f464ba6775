import { hasDoubtfulGlyphs, type Page, type UnreadPage } from '../../model/page.js';

/** The two that read PDFs. They share no code, and rarely make the same mistake. */
export type EngineName = 'pdfium' | 'pdfjs';

/**
 * Which engine reads a document, and which reads it again.
 *
 * | choice | reads | reads again |
 * |---|---|---|
 * | `auto` | PDFium | pdf.js, pages that PDFium could not read; of pages in doubt the letters alone |
 * | `pdfium`, `pdfjs` | that one | none |
 * | `both` | PDFium | pdf.js, every page |
 *
 * On every document measured both give the same values; PDFium needs a fifth of the time, so it reads first: `docs/engines.md`.
 */
export interface Policy {
  readonly first: EngineName;
  readonly second: EngineName | null;
  readonly again: 'doubtful' | 'all' | 'none';
}

export const ENGINE_CHOICES = ['auto', 'pdfium', 'pdfjs', 'both'] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

const POLICIES: Readonly<Record<EngineChoice, Policy>> = {
  auto: { first: 'pdfium', second: 'pdfjs', again: 'doubtful' },
  pdfium: { first: 'pdfium', second: null, again: 'none' },
  pdfjs: { first: 'pdfjs', second: null, again: 'none' },
  both: { first: 'pdfium', second: 'pdfjs', again: 'all' },
};

export const policyOf = (choice: EngineChoice = 'auto'): Policy => POLICIES[choice];

/**
 * The pages that the second engine is to read, in order.
 * @param contradicted pages on which the checks doubt what was read
 */
export function pagesToReadAgain({ again }: Policy, read: readonly (Page | UnreadPage)[], contradicted: ReadonlySet<number>): number[] {
  if (again === 'none') return [];
  const isAsked = (page: Page | UnreadPage) => (again === 'all' && !isTooMuch(page)) || contradicted.has(page.number) || isDoubtful(page);
  return read.filter((page) => !isPicture(page) && isAsked(page)).map(({ number }) => number);
}

/** Read by OCR: its text is in no engine's. */
const isPicture = (page: Page | UnreadPage) => 'ocr' in page && page.ocr?.ended === 'read';

/** It exhausts whoever reads it. */
const isTooMuch = (page: Page | UnreadPage) => 'problem' in page && page.hopeless === true && page.reason !== undefined;

/** Unread, though another engine may read it; glyphs without a meaning; text for which no character came. */
const isDoubtful = (page: Page | UnreadPage): boolean => ('problem' in page ? !page.hopeless : hasDoubtfulGlyphs(page));
