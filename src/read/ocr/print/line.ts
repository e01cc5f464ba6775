import type { OcrReading } from '../../../model/glyph.js';
import type { Rect } from '../picture/raster.js';

/** The nouns of print as it is found and read, from a line's place to its letters. Places are in px of the level, upright picture. */

/** A line of print: where its ink is, and the part of the picture to read it from. */
export interface PrintLine {
  readonly ink: Rect;
  readonly crop: Rect;
  /** The cell it stands in, from 1; 0 outside. */
  readonly cell: number;
  /** The detector did not see it: it counts where it is a number. */
  readonly overlooked?: boolean;
}

/** A character that the recogniser holds possible; '' is none. */
export interface Guess {
  readonly text: string;
  /** Probability, 0–1. */
  readonly p: number;
}

/** What the recogniser holds possible at one step along a line, likeliest first. */
export type Step = readonly Guess[];

/** A character that was read. */
export interface ReadLetter {
  readonly text: string;
  /** Probability, 0–1. */
  readonly p: number;
  /** Where its middle stands, as a share of the crop's width. */
  readonly at: number;
  /** What else it may be, likeliest first; '' for none. */
  readonly others: readonly Guess[];
  /** Set for the signs of a number amid words that was read once more, alone. */
  readonly number?: OcrReading;
}

/** What the first engine reads in a crop. */
export interface Recognised {
  readonly letters: readonly ReadLetter[];
  readonly steps: readonly Step[];
}

/** A line of print with what was read in it. */
export interface ReadLine extends PrintLine, Recognised {
  /** Set for numbers, on which both engines have been asked. */
  readonly reading?: OcrReading;
  /** Set where the number goes on on another line: its signs that stand on this one. */
  readonly signs?: string;
}

export const textOf = (letters: readonly ReadLetter[]): string => letters.map((letter) => letter.text).join('');
