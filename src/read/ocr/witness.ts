import type { Reading } from '../../model.js';
import { type Frame, framesToVariants, type ReadLetter, type Variant } from './ctc.js';
import { NUMBER_SIGNS, sameNumber, toNumberSigns, toPrintedNumber } from './numbers.js';

/** What the first witness says of a line that looks like a number. */
export interface Testimony {
  readonly letters: readonly ReadLetter[];
  readonly frames: readonly Frame[];
}

/** Probability of its least certain sign from which two agreeing witnesses are believed. */
const SURE = 0.6;
/** Other readings of the first witness that are this likely, relative to its best, are kept as alternatives. */
const POSSIBLE = 0.002;
const MOST_VARIANTS = 8;

/**
 * Two witnesses on one number. They agree and the first is sure: it is believed. Otherwise the number is doubtful, and
 * everything that either holds possible is kept.
 */
export function judgeNumber({ letters, frames }: Testimony, second: readonly string[]): Reading {
  const raw = letters.map((l) => l.text).join('');
  const variants = framesToVariants(frames, NUMBER_SIGNS, MOST_VARIANTS).filter((v) => v.p >= POSSIBLE && v.text !== '');
  const first = toPrintedNumber(raw) ?? variants.map((v) => toPrintedNumber(v.text)).find((t) => t !== null) ?? toNumberSigns(raw);
  const confidence = Math.min(1, ...letters.map((l) => l.p), rivalry(variants));
  const agree = second.length > 0 && second.every((text) => sameNumber(first, text));
  const others = [...variants.map((v) => v.text), ...second].map(toPrintedNumber);
  const alternatives: string[] = [];
  for (const text of others) {
    if (text !== null && ![first, ...alternatives].some((known) => sameNumber(known, text))) alternatives.push(text);
  }
  const isNumber = toPrintedNumber(first) !== null;
  return { text: first, raw, confidence, alternatives, doubtful: !isNumber || !agree || confidence < SURE };
}

/** How much likelier the best variant is than the next: 1 where there is no other. */
function rivalry(variants: readonly Variant[]): number {
  const [best, next] = variants.map((v) => v.p);
  return best === undefined || next === undefined ? 1 : best / (best + next);
}
