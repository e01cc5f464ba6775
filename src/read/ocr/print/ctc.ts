import type { ReadLetter, Recognised, Step } from './line.js';

/** The recogniser's output is one of CTC: a letter may last for several steps, and between two equal ones there is a step without. */

/** The steps of a crop with the letters they most likely are. */
export const toRecognised = (steps: readonly Step[]): Recognised => ({ steps, letters: stepsToLetters(steps) });

/** The likeliest letters: of each run of steps that give the same letter, the step that is surest. */
export function stepsToLetters(steps: readonly Step[]): ReadLetter[] {
  const letters: ReadLetter[] = [];
  let last = '';
  steps.forEach((step, i) => {
    const [best, ...others] = step;
    const text = best?.text ?? '';
    const before = letters.at(-1);
    const letter = { text, p: best?.p ?? 0, at: (i + 0.5) / steps.length, others };
    if (text !== '' && text === last && before) {
      if (letter.p > before.p) letters[letters.length - 1] = letter;
    } else if (text !== '') letters.push(letter);
    last = text;
  });
  return letters;
}

/** A whole line it may be. */
export interface Variant {
  readonly text: string;
  /** Relative to the likeliest. */
  readonly p: number;
}

/** Prefixes kept while variants are sought: more change nothing on numbers. */
const BEAM = 24;
/** Probability of all signs of the alphabet at one step, below which the step is about something else. */
const LEAST_TOTAL = 1e-6;

/** How likely a prefix is, by whether its last step was no character or its last letter. */
interface Mass {
  blank: number;
  letter: number;
}

/**
 * The likeliest texts made of `alphabet` only, with their probabilities summed over all ways to read them (prefix beam search);
 * likeliest first, relative to the first.
 */
export function stepsToVariants(steps: readonly Step[], alphabet: ReadonlySet<string>, most: number): Variant[] {
  let beam = new Map<string, Mass>([['', { blank: 1, letter: 0 }]]);
  for (const step of steps) {
    const guesses = step.filter((g) => g.text === '' || alphabet.has(g.text));
    const total = guesses.reduce((sum, g) => sum + g.p, 0);
    if (total < LEAST_TOTAL) continue;
    const next = extended(beam, guesses, total);
    beam = new Map([...next].sort((a, b) => massOf(b[1]) - massOf(a[1])).slice(0, BEAM));
  }
  const found = [...beam].map(([text, mass]) => ({ text, p: massOf(mass) })).sort((a, b) => b.p - a.p);
  const best = found[0]?.p ?? 1;
  return found.slice(0, most).map(({ text, p }) => ({ text, p: best > 0 ? p / best : 0 }));
}

/** Every prefix, gone on by every guess. */
function extended(beam: ReadonlyMap<string, Mass>, guesses: Step, total: number): Map<string, Mass> {
  const next = new Map<string, Mass>();
  const add = (text: string, blank: number, letter: number) => {
    const known = next.get(text);
    if (known) {
      known.blank += blank;
      known.letter += letter;
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
  return next;
}

const massOf = ({ blank, letter }: Mass) => blank + letter;
