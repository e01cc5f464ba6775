import type { OcrReading } from '../../../model/glyph.js';

/** What the recogniser holds possible at one step along a line, likeliest first; '' is no character. */
export type Frame = readonly Guess[];

export interface Guess {
  readonly text: string;
  /** 0–1. */
  readonly p: number;
}

/** A character of a line. */
export interface ReadLetter {
  readonly text: string;
  /** 0–1. */
  readonly p: number;
  /** Where its middle stands, as a share of the line's width. */
  readonly at: number;
  /** What else it may be, likeliest first; '' for none. */
  readonly others: readonly Guess[];
  /** Set for the signs of a number amid words that was read once more, alone. */
  readonly number?: OcrReading;
}

/** The likeliest letters: of each run of frames that say the same letter, the frame that is surest. */
export function framesToLetters(frames: readonly Frame[]): ReadLetter[] {
  const letters: (ReadLetter & { first: number })[] = [];
  let last = '';
  frames.forEach((frame, i) => {
    const [best] = frame;
    const text = best?.text ?? '';
    const letter = letters.at(-1);
    if (text !== '' && text === last && letter) {
      if ((best?.p ?? 0) > letter.p) letters[letters.length - 1] = { ...toLetter(frame, i, letter.first, frames.length) };
    } else if (text !== '') letters.push(toLetter(frame, i, i, frames.length));
    last = text;
  });
  return letters.map(({ text, p, at, others }) => ({ text, p, at, others }));
}

function toLetter(frame: Frame, index: number, first: number, length: number) {
  const [best, ...others] = frame;
  return { text: best?.text ?? '', p: best?.p ?? 0, at: (index + 0.5) / length, others, first };
}

/** A whole line it may be. */
export interface Variant {
  readonly text: string;
  /** Relative to the likeliest. */
  readonly p: number;
}

/** Prefixes kept while variants are sought: more change nothing on numbers. */
const BEAM = 24;

/**
 * The likeliest texts made of `alphabet` only, with their probabilities summed over all ways to read them (prefix beam search);
 * likeliest first, relative to the first.
 */
export function framesToVariants(frames: readonly Frame[], alphabet: ReadonlySet<string>, most: number): Variant[] {
  let beam = new Map<string, { blank: number; letter: number }>([['', { blank: 1, letter: 0 }]]);
  for (const frame of frames) {
    const guesses = frame.filter((g) => g.text === '' || alphabet.has(g.text));
    const total = guesses.reduce((sum, g) => sum + g.p, 0);
    if (total < 1e-6) continue;
    const next = new Map<string, { blank: number; letter: number }>();
    const add = (text: string, blank: number, letter: number) => {
      const have = next.get(text);
      if (have) {
        have.blank += blank;
        have.letter += letter;
      } else next.set(text, { blank, letter });
    };
    for (const [prefix, { blank, letter }] of beam) {
      for (const guess of guesses) {
        const p = guess.p / total;
        if (guess.text === '') add(prefix, (blank + letter) * p, 0);
        else if (prefix.endsWith(guess.text)) {
          add(prefix, 0, letter * p);
          add(prefix + guess.text, 0, blank * p);
        } else add(prefix + guess.text, 0, (blank + letter) * p);
      }
    }
    beam = new Map([...next].sort((a, b) => mass(b[1]) - mass(a[1])).slice(0, BEAM));
  }
  const found = [...beam].map(([text, m]) => ({ text, p: mass(m) })).sort((a, b) => b.p - a.p);
  const best = found[0]?.p ?? 1;
  return found.slice(0, most).map(({ text, p }) => ({ text, p: best > 0 ? p / best : 0 }));
}

const mass = ({ blank, letter }: { blank: number; letter: number }) => blank + letter;
