import type { Reading } from '../../model.js';
import { type Frame, framesToVariants, type ReadLetter, type Variant } from './ctc.js';
import { NUMBER_SIGNS, sameNumber, toNumberSigns, toPrintedNumber } from './numbers.js';

/** What the first witness says of a line that looks like a number. */
export interface Testimony {
  readonly letters: readonly ReadLetter[];
  readonly frames: readonly Frame[];
}

/** Share of all numbers the first witness holds possible that its best must have for two agreeing witnesses to be believed. */
const SURE = 0.8;
/** Other readings of the first witness that are this likely, relative to its best, are kept as alternatives. */
const POSSIBLE = 0.002;
const MOST_VARIANTS = 16;

/**
 * Two witnesses on one number. They agree and the first is sure: it is believed. Otherwise the number is doubtful, and
 * everything that either holds possible is kept.
 */
export function judgeNumber({ letters, frames }: Testimony, second: readonly string[]): Reading {
  const raw = letters.map((l) => l.text).join('');
  const numbers = toNumbers(framesToVariants(frames, NUMBER_SIGNS, MOST_VARIANTS));
  const total = numbers.reduce((sum, n) => sum + n.p, 0);
  const [best] = numbers;
  const text = best?.text ?? toNumberSigns(raw);
  const alternatives = numbers.slice(1).flatMap((n) => (n.p >= POSSIBLE * (best?.p ?? 1) ? [n.text] : []));
  for (const other of second.map(toPrintedNumber)) {
    if (other !== null && ![text, ...alternatives].some((known) => sameNumber(known, other))) alternatives.push(other);
  }
  const confidence = best && total > 0 ? best.p / total : 0;
  const agree = second.length > 0 && second.every((other) => sameNumber(text, other));
  return { text, raw, confidence, alternatives, doubtful: !best || !agree || confidence < SURE };
}

/** Variants that are numbers; spellings of one number are one, in its likeliest spelling. */
function toNumbers(variants: readonly Variant[]): { text: string; p: number }[] {
  const numbers: { text: string; p: number }[] = [];
  for (const { text, p } of variants) {
    const printed = toPrintedNumber(text);
    if (printed === null) continue;
    const same = numbers.find((n) => sameNumber(n.text, printed));
    if (same) same.p += p;
    else numbers.push({ text: printed, p });
  }
  return numbers.toSorted((a, b) => b.p - a.p);
}
