import type { Page, UnreadPage } from '../../../../src/model/page.js';
import type { PdfEngine } from '../../../../src/read/pdf/engine.js';
import { pdfiumEngine } from '../../../../src/read/pdf/pdfium/engine.js';
import { pdfjsEngine } from '../../../../src/read/pdf/pdfjs/engine.js';
import { type PageEntries, TinyPdf } from '../tiny-pdf.js';

/** Every adapter behind the port. What one must do, all must do. */
export const engines: readonly (readonly [name: string, reader: PdfEngine])[] = [
  ['pdf.js', pdfjsEngine],
  ['PDFium', pdfiumEngine],
];

export async function readAll(reader: PdfEngine, bytes: Uint8Array, password?: string): Promise<(Page | UnreadPage)[]> {
  const document = await reader.open(bytes, password);
  try {
    const pages: (Page | UnreadPage)[] = [];
    for (let number = 1; number <= document.pages; number++) pages.push(await document.read(number));
    return pages;
  } finally {
    await document.close();
  }
}

export function asRead(page: Page | UnreadPage | undefined): Page {
  if (!page || 'problem' in page) throw new Error(page ? page.problem : 'no such page');
  return page;
}

/** The first page of a drawn document. */
export const firstPage = async (reader: PdfEngine, pdf: TinyPdf) => asRead((await readAll(reader, pdf.bytes()))[0]);

/** The one page of a PDF with this content, 200 × 100 pt. */
export function pageOf(reader: PdfEngine, content: string, entries: PageEntries = {}): Promise<Page> {
  const pdf = new TinyPdf();
  pdf.page(content, entries);
  return firstPage(reader, pdf);
}

/** Helvetica of 10 pt with its pen at `x`, `y` from the bottom left. */
export const helvetica = (x: number, y: number, text: string) => `BT /Helv 10 Tf ${x} ${y} Td (${text}) Tj ET `;

/** `A shown`, `B hidden`, … in the order of their letters: the order of painting is no part of a page. */
export const statesOf = ({ glyphs }: Page) => glyphs.map(({ text, state }) => `${text} ${state}`).toSorted();

export const placesOf = ({ glyphs }: Page) => glyphs.map(({ text, x, y }) => [text, x, y] as const).toSorted();
