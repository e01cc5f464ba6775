import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const ASSETS = `${path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`;

/** The options of our own reader, so that neither side decodes a picture the other skips. */
const OPTIONS = {
  cMapUrl: `${ASSETS}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${ASSETS}standard_fonts/`,
  wasmUrl: `${ASSETS}wasm/`,
  isEvalSupported: false,
  enableXfa: false,
  maxImageSize: 1,
  verbosity: 0,
};

/** Text and operators of every page, and nothing done with them. Gives the number of pages; null where pdf.js refuses the document. */
export async function readWithPdfjs(bytes: Uint8Array): Promise<number | null> {
  const task = getDocument({ ...OPTIONS, data: bytes.slice() });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      await page.getTextContent();
      await page.getOperatorList();
      page.cleanup();
    }
    return document.numPages;
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}
