import path from 'node:path';
import { pagesFromJson, pagesToJson } from '../../archive/store/kept-pages.js';
import { readIfThere, writeWhole } from '../../base/files.js';
import { sha256Of } from '../../base/sha256.js';
import { type PageReader, readPages, wholeOf } from '../../pipeline/pages.js';

/**
 * Stage 1 that keeps what OCR has read in a folder, for all processes of one review: reading a scan takes minutes, and each of its results
 * needs its pages. Pages of text are read faster than they are kept.
 */
export function keepScans(folder: () => string, readFresh: PageReader = readPages): PageReader {
  return async (bytes, options) => {
    const key = JSON.stringify([sha256Of(bytes), options.ocr, options.engine, options.password]);
    const file = path.join(folder(), `${sha256Of(Buffer.from(key))}.json`);
    const kept = await readIfThere(file);
    if (kept !== null) return pagesFromJson(Buffer.from(kept).toString('utf8'));
    const fresh = await readFresh(bytes, options);
    const whole = wholeOf(fresh);
    if (whole?.pages.some((page) => !('problem' in page) && page.ocr !== undefined)) await writeWhole(file, pagesToJson(whole));
    return fresh;
  };
}
