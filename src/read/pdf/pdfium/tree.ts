import { PageError, PageTooLarge } from '../../errors.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** FPDF_PAGEOBJ_* */
export const TEXT = 1;
export const PATH = 2;
export const IMAGE = 3;
export const FORM = 5;

/** Of one page. The fullest of 2,900 published pages has 4,332. */
const MAX_OBJECTS = 200_000;

/** @throws PageTooLarge where a page has more objects than any print, those of its forms counted as often as they are drawn */
export function assertObjects(count: number): void {
  if (count > MAX_OBJECTS) throw new PageTooLarge(`it has more than ${MAX_OBJECTS.toLocaleString('en')} objects`);
}

/** The objects of a page, in the order they are painted. @throws PageError where PDFium does not recognise it as a page; PageTooLarge */
export function pageObjects({ api }: Pdfium, page: Pointer): Pointer[] {
  const count = api.FPDFPage_CountObjects(page);
  if (count < 0) throw new PageError('PDFium takes this for no page: it has no /Type /Page');
  assertObjects(count);
  const objects: Pointer[] = [];
  for (let i = 0; i < count; i++) objects.push(api.FPDFPage_GetObject(page, i));
  return objects;
}

/** The objects of a form XObject. */
export function formObjects({ api }: Pdfium, form: Pointer): Pointer[] {
  const count = api.FPDFFormObj_CountObjects(form);
  const objects: Pointer[] = [];
  for (let i = 0; i < count; i++) objects.push(api.FPDFFormObj_GetObject(form, i));
  return objects;
}
