import { PageTooLarge } from '../../errors.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** FPDF_ANNOT_*: links and pop-ups draw nothing on the page. */
const SILENT = new Set([2, 16]);
/** FLAT_NORMALDISPLAY: what the screen shows. */
const DISPLAY = 0;
/** FLATTEN_SUCCESS: something was merged. */
const MERGED = 1;

/** Of one page. Merging them takes time by the square of their number; of 2,900 published pages none has more than 28. */
const MAX_ANNOTATIONS = 5000;

/**
 * Merges what the annotations of a page draw (stamps, filled-in fields) into its content, in memory.
 * @returns the page has to be loaded again
 * @throws PageTooLarge
 */
export function mergeAnnotations(pdfium: Pdfium, page: Pointer): boolean {
  const { api } = pdfium;
  const count = api.FPDFPage_GetAnnotCount(page);
  if (count > MAX_ANNOTATIONS) throw new PageTooLarge(`it has more than ${MAX_ANNOTATIONS.toLocaleString('en')} annotations`);
  for (let i = 0; i < count; i++) {
    const annotation = api.FPDFPage_GetAnnot(page, i);
    const subtype = pdfium.guard(
      () => api.FPDFAnnot_GetSubtype(annotation),
      () => api.FPDFPage_CloseAnnot(annotation),
    );
    if (!SILENT.has(subtype)) return api.FPDFPage_Flatten(page, DISPLAY) === MERGED;
  }
  return false;
}
