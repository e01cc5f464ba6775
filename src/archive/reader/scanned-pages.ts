import { type PageReader, readPages, type WholePages, wholeOf } from '../../pipeline/pages.js';

/** Where the pages of one document are kept. */
export interface PagesOfDocument {
  /** Null where there are none. */
  read(): Promise<WholePages | null>;
  write(pages: WholePages): Promise<void>;
}

/**
 * Stage 1 that keeps what OCR has read, and hands it on the next time: a rule that is new does not read a scan again. Pages of text are read
 * faster than they are kept.
 */
export function keepingScans(kept: PagesOfDocument, read: PageReader = readPages): PageReader {
  return async (bytes, options) => {
    const known = await kept.read();
    if (known !== null) return known;
    const fresh = await read(bytes, options);
    const whole = wholeOf(fresh);
    if (whole?.pages.some((page) => !('problem' in page) && page.ocr !== undefined)) await kept.write(whole);
    return fresh;
  };
}
