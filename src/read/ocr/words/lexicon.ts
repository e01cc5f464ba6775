import { bare } from '../../../base/text.js';

/** Gives the words that may be printed, as they are printed. Called when the first page needs OCR: most documents never do. */
export type Vocabulary = () => readonly string[];

/** Known words by their bare form. */
export interface Lexicon {
  /** The ways to print a word that has these letters, whatever signs stand among them; none where it is not known. */
  printed(word: string): readonly string[];
  /** Words whose length differs by at most `by`. */
  near(length: number, by: number): readonly (readonly [bare: string, printed: string])[];
}

const lexicons = new WeakMap<Vocabulary, Lexicon>();

/** The lexicon of a vocabulary, made once: some thousand words. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  let lexicon = lexicons.get(vocabulary);
  if (!lexicon) {
    lexicon = toLexicon(vocabulary());
    lexicons.set(vocabulary, lexicon);
  }
  return lexicon;
}

/** Of words with the same bare form the first is what others resemble; words of one letter are left out, everything resembles them. */
export function toLexicon(vocabulary: readonly string[]): Lexicon {
  const words = new Map<string, [first: string, ...others: string[]]>();
  for (const printed of vocabulary) {
    const key = bare(printed);
    const known = words.get(key);
    if (!known && key.length > 1) words.set(key, [printed]);
    else if (known && !known.includes(printed)) known.push(printed);
  }
  const byLength = new Map<number, [string, string][]>();
  for (const [key, [printed]] of words) {
    const list = byLength.get(key.length);
    if (list) list.push([key, printed]);
    else byLength.set(key.length, [[key, printed]]);
  }
  return {
    printed: (word) => words.get(bare(word)) ?? [],
    near: (length, by) => Array.from({ length: 2 * by + 1 }, (_, i) => byLength.get(length - by + i) ?? []).flat(),
  };
}
