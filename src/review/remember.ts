import { sha256Of } from '../base/sha256.js';
import { type PageReader, type ReadPages, readPages, wholeOf } from '../pipeline/pages.js';

/**
 * Stage 1 that remembers the pages of the last document: a correction changes nothing on them, and a scan takes minutes to read. Pages on
 * which OCR did not come to an end are read again.
 */
export function rememberPages(read: PageReader = readPages): PageReader {
  let last: { readonly key: string; readonly read: ReadPages } | null = null;
  return async (bytes, options) => {
    const key = JSON.stringify([sha256Of(bytes), options.ocr, options.engine, options.password]);
    if (last?.key === key) return last.read;
    last = null;
    const fresh = await read(bytes, options);
    if (wholeOf(fresh)) last = { key, read: fresh };
    return fresh;
  };
}
