import { families } from '../../extractors/families.js';
import { vocabularyOf } from '../../extractors/vocabulary.js';
import { once } from '../base/once.js';
import { economicBook, functionBook } from '../books/code-book.js';

/** What may be printed, for OCR to complete words by: the words of every family's tables, the names of both classifications. */
export const vocabulary: () => readonly string[] = once(() => [...families.flatMap(vocabularyOf), ...bookNames()]);

function bookNames(): string[] {
  const entries = [...functionBook().entries, ...economicBook().entries];
  return entries.flatMap(({ name, otherNames, formerNames }) => [name, ...otherNames, ...formerNames.map((former) => former.name)]);
}
