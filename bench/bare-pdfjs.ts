import { openWithPdfjs } from '../src/read/pdf/pdfjs/engine.js';

/**
 * Text and operators of every page, opened as our own reader does and nothing done with them. Gives the number of pages; null where pdf.js
 * refuses the document.
 */
export async function readWithPdfjs(bytes: Uint8Array): Promise<number | null> {
  const opened = await openWithPdfjs(bytes, undefined).catch(() => null);
  if (!opened) return null;
  const { document, destroy } = opened;
  try {
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
    await destroy();
  }
}
