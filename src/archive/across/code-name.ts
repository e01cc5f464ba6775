import type { NamedCodes } from '../../../extractors/across.js';
import { economicBook, functionBook } from '../../books/code-book.js';

/** What the book calls a code; null where it does not have it. */
export const nameOfCode = (code: string, { classification }: Pick<NamedCodes, 'classification'>): string | null =>
  (classification === 'function' ? functionBook() : economicBook()).entry(code)?.name ?? null;
