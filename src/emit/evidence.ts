import type { PageBox } from '../model/box.js';
import type { Box } from '../model/glyph.js';

/** A part of a page that a finding is about, and what is framed in it. */
export interface Excerpt extends PageBox {
  readonly mark: Box;
  /** What it is: 原文, or the table, row and column with what is printed. */
  readonly words: string;
  /** The same in English. */
  readonly english: string;
  /** The head of the table above the row; null of a sentence, and where it is shown already or cannot be told. */
  readonly head: PageBox | null;
  /** Where it stands in a document without pages. */
  readonly ref?: string;
}

/** What a finding is about: parts of the print that can be shown, and all its places in words, as far as there is room. */
export interface Evidence {
  readonly excerpts: readonly Excerpt[];
  /** 第9页《支出决算表》合计，基本支出：395.87 */
  readonly places: readonly string[];
  /** The sentence and the places in English: who looks at them may change the language. */
  readonly english: {
    readonly message: string;
    /** The Chinese sentence says more. */
    readonly isShort: boolean;
    readonly places: readonly string[];
  };
}
