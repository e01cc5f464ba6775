import type { Reader } from './engine.js';
import { pdfiumReader } from './pdfium/engine.js';

/** The two that read PDFs. They share no code, and rarely make the same mistake. */
export type Engine = 'pdfium' | 'pdfjs';

/** pdf.js is loaded where it is asked for: most documents never need it. */
export async function readerOf(engine: Engine): Promise<Reader> {
  return engine === 'pdfium' ? pdfiumReader : (await import('./pdfjs/engine.js')).pdfjsReader;
}
