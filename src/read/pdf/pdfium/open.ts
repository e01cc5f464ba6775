import { DisclosureError } from '../../../base/errors.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** A document as PDFium has opened it. */
export interface Loaded {
  readonly handle: Pointer;
  readonly pages: number;
  readonly producer: string | null;
}

/** FPDF_ERR_PASSWORD: one is missing, or wrong. */
const PASSWORD = 4;
/** The codes of FPDF_GetLastError in words. */
const ERRORS: Readonly<Record<number, string>> = {
  2: 'it cannot be read',
  3: 'its structure is broken',
  5: 'its encryption is of an unknown kind',
};

/**
 * Opens the document whose bytes lie at `data`; they must stay there as long as it is open. The caller closes it.
 * @throws DisclosureError `encrypted`, `wrong-password`, `damaged`
 */
export function loadDocument(pdfium: Pdfium, data: Pointer, bytes: number, password: string | undefined): Loaded {
  const { api } = pdfium;
  const handle = pdfium.withString(password ?? '', (word) => api.FPDF_LoadMemDocument(data, bytes, word));
  if (handle === 0) throw openingError(api.FPDF_GetLastError(), password);
  return pdfium.attempt(
    () => {
      const pages = api.FPDF_GetPageCount(handle);
      if (pages <= 0) throw damaged('it has no pages');
      return { handle, pages, producer: entryOf(pdfium, handle, 'Producer') };
    },
    () => api.FPDF_CloseDocument(handle),
  );
}

function openingError(code: number, password: string | undefined): DisclosureError {
  if (code !== PASSWORD) return damaged(ERRORS[code] ?? 'for an unknown reason');
  return password === undefined
    ? new DisclosureError('encrypted', 'This PDF needs a password to open. Pass it with --password.')
    : new DisclosureError('wrong-password', 'The password does not open this PDF.');
}

const damaged = (detail: string) => new DisclosureError('damaged', `The PDF is damaged and cannot be opened (${detail}).`);

/** An entry of the information dictionary; null where it is missing or empty. */
function entryOf(pdfium: Pdfium, document: Pointer, key: string): string | null {
  const { api } = pdfium;
  return pdfium.withString(key, (name) => {
    const bytes = api.FPDF_GetMetaText(document, name, 0, 0);
    const at = pdfium.allocate(bytes);
    return pdfium.guard(
      () => {
        api.FPDF_GetMetaText(document, name, at, bytes);
        return pdfium.textAt(at, bytes).trim() || null;
      },
      () => api.free(at),
    );
  });
}
