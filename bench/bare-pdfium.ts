import type { Pointer } from '../src/read/pdf/pdfium/api.js';
import { type Pdfium, startPdfium } from '../src/read/pdf/pdfium/library.js';
import { FORM, formObjects, PATH, pageObjects } from '../src/read/pdf/pdfium/tree.js';

/** Bytes: the four doubles of a character's box. */
const BOX = 32;

/**
 * Every character with its box and every path segment of every page, and nothing done with them: what PDFium itself costs. Gives the
 * number of pages; null where PDFium refuses the document.
 */
export async function readWithPdfium(bytes: Uint8Array): Promise<number | null> {
  const engine = await startPdfium();
  const { api } = engine;
  const data = engine.copyIn(bytes);
  const document = api.FPDF_LoadMemDocument(data, bytes.length, 0);
  const pages = document === 0 ? null : api.FPDF_GetPageCount(document);
  const box = engine.allocate(BOX);
  for (let index = 0; index < (pages ?? 0); index++) {
    const page = api.FPDF_LoadPage(document, index);
    touchCharacters(engine, page, box);
    for (const object of pageObjects(engine, page)) touchPaths(engine, object, box);
    api.FPDF_ClosePage(page);
  }
  if (document !== 0) api.FPDF_CloseDocument(document);
  api.free(box);
  api.free(data);
  return pages;
}

function touchCharacters({ api }: Pdfium, page: Pointer, box: Pointer): void {
  const text = api.FPDFText_LoadPage(page);
  const count = api.FPDFText_CountChars(text);
  for (let i = 0; i < count; i++) {
    api.FPDFText_GetUnicode(text, i);
    api.FPDFText_GetCharBox(text, i, box, box + 8, box + 16, box + 24);
  }
  api.FPDFText_ClosePage(text);
}

function touchPaths(engine: Pdfium, object: Pointer, point: Pointer): void {
  const { api } = engine;
  const type = api.FPDFPageObj_GetType(object);
  if (type === FORM) for (const inner of formObjects(engine, object)) touchPaths(engine, inner, point);
  if (type !== PATH) return;
  const count = api.FPDFPath_CountSegments(object);
  for (let i = 0; i < count; i++) {
    const segment = api.FPDFPath_GetPathSegment(object, i);
    api.FPDFPathSegment_GetType(segment);
    api.FPDFPathSegment_GetPoint(segment, point, point + 4);
  }
}
