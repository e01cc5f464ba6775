import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DisclosureError } from '../../../base/errors.js';
import { InvariantError } from '../../../base/invariant.js';
import type { Letter, PageLetters } from '../../../model/letters.js';
import { applyTo, type Matrix, multiply } from '../../paint/matrix.js';
import { openWithPdfjs } from './engine.js';

/** Share of a run's height that the middle of its letters stands above the baseline. */
const MIDDLE = 0.35;
/** Han letters and full-width signs are as wide as the em, others about half of it. */
const WIDE = /[\u2e80-\uffef]/u;

/**
 * The letters of some pages as pdf.js's text content has them: no operators, no pictures. Of a page that it cannot read there are none, and
 * none of a document that it cannot open.
 */
export async function readLetters(bytes: Uint8Array, password: string | undefined, numbers: readonly number[]): Promise<PageLetters[]> {
  const opened = await openWithPdfjs(bytes, password).catch((cause: unknown) => {
    if (cause instanceof DisclosureError) return null;
    throw cause;
  });
  if (!opened) return [];
  try {
    const pages: PageLetters[] = [];
    for (const number of numbers) {
      const letters = await opened.document
        .getPage(number)
        .then(lettersOf)
        .catch((cause: unknown) => {
          // pdf.js throws errors of every kind on damaged pages; whoever asked is told that nothing confirms them.
          if (cause instanceof InvariantError) throw cause;
          return null;
        });
      if (letters) pages.push({ number, letters });
    }
    return pages;
  } finally {
    await opened.destroy();
  }
}

async function lettersOf(page: PDFPageProxy): Promise<Letter[]> {
  const viewport = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const { items } = await page.getTextContent({ disableNormalization: true });
  page.cleanup();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    return spread(item.str, item.width, item.height, multiply(viewport, item.transform as unknown as Matrix));
  });
}

/** The letters of a run, spread over its width: pdf.js tells the run's place alone. */
function spread(run: string, width: number, height: number, matrix: Matrix): Letter[] {
  const [a, b, c, d] = matrix;
  const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
  const letters = [...run];
  const whole = letters.reduce((sum, letter) => sum + weightOf(letter), 0);
  let before = 0;
  return letters.flatMap((text): Letter[] => {
    const middle = ((before + weightOf(text) / 2) / whole) * width;
    before += weightOf(text);
    if (text.trim() === '') return [];
    const [x, y] = applyTo(matrix, middle / along, (height * MIDDLE) / up);
    return [{ text, x, y }];
  });
}

const weightOf = (letter: string): number => (WIDE.test(letter) ? 2 : 1);
