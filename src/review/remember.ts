import { type ReadPages, readPages, type Source } from '../pipeline.js';

interface Remembered {
  readonly key: string;
  readonly pages: Awaited<ReturnType<ReadPages>>;
  readonly source: Pick<Source, 'pages' | 'producer'>;
}

/**
 * Stage 1 that remembers the pages of the last document: a correction changes nothing on them, and a scan takes minutes to read. Pages on
 * which OCR did not come to an end are read again.
 */
export function rememberPages(read: ReadPages = readPages): ReadPages {
  let last: Remembered | null = null;
  return async (bytes, options, source) => {
    const key = JSON.stringify([source.sha256, options.ocr, options.engine, options.password]);
    if (last?.key !== key) {
      last = null;
      const pages = await read(bytes, options, source);
      const isWhole = pages.every((page) => 'problem' in page || page.ocr === undefined || page.ocr.ended === 'read');
      if (!isWhole) return pages;
      last = { key, pages, source: { pages: source.pages, producer: source.producer } };
    }
    Object.assign(source, last.source);
    return last.pages;
  };
}
