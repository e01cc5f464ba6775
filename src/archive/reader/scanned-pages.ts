import { type PageReader, readPages, type WholePages, wholeOf } from '../../pipeline/pages.js';

/** Stage 1 of one document, and what it has made of a scan. */
export interface ScanReader {
  readonly read: PageReader;
  /** What OCR has read just now, to be kept; null where there is nothing new of it. Pages of text are read faster than they are kept. */
  scanned(): WholePages | null;
}

/** Stage 1 that takes the pages that were kept, where there are any: a rule that is new does not read a scan again. */
export function scanReader(kept: WholePages | null, readFresh: PageReader = readPages): ScanReader {
  let scan: WholePages | null = null;
  const read: PageReader = async (bytes, options) => {
    if (kept !== null) return kept;
    const fresh = await readFresh(bytes, options);
    const whole = wholeOf(fresh);
    if (whole?.pages.some((page) => !('problem' in page) && page.ocr !== undefined)) scan = whole;
    return fresh;
  };
  return { read, scanned: () => scan };
}
