import type { OcrReading } from '../../../model/glyph.js';
import { type Frame, framesToVariants, type ReadLetter, type Variant } from '../print/ctc.js';
import { NUMBER_SIGNS, sameNumber, toNumberSigns, toPrintedNumber } from './numbers.js';

/** What the first witness says of a line that looks like a number. */
export interface Testimony {
  readonly letters: readonly ReadLetter[];
  readonly frames: readonly Frame[];
}

/** Share of all numbers the first witness holds possible that its best must have for two agreeing witnesses to be believed. */
const SURE = 0.8;
/** The same, where the second witness agreed only once. */
const SURE_ALWAYS = 0.95;
/** The same, where the second witness agreed every time. */
const LIKELY = 0.55;
/** Other readings of the first witness that are this likely, relative to its best, are kept as alternatives. */
const POSSIBLE = 0.002;
const MOST_VARIANTS = 16;

/** What was read when both witnesses looked once. */
export interface Hearing {
  /** As the first witness read it. */
  readonly raw: string;
  /** The first witness's best number; null where it sees none. */
  readonly text: string | null;
  /** Its share of all numbers the first witness holds possible. */
  readonly confidence: number;
  readonly alternatives: readonly string[];
  /** The second witness says the same. */
  readonly agree: boolean;
}

export function hear({ letters, frames }: Testimony, second: string): Hearing {
  const raw = letters.map((l) => l.text).join('');
  const numbers = toNumbers(framesToVariants(frames.map(inNumberSigns), NUMBER_SIGNS, MOST_VARIANTS));
  const total = numbers.reduce((sum, n) => sum + n.p, 0);
  const [best, ...others] = numbers;
  if (!best) return { raw, text: null, confidence: 0, alternatives: [toPrintedNumber(second)].flatMap((t) => t ?? []), agree: false };
  const alternatives = others.filter((n) => n.p >= POSSIBLE * best.p).map((n) => n.text);
  const other = toPrintedNumber(second);
  return {
    raw,
    text: best.text,
    confidence: best.p / total,
    alternatives: other === null ? alternatives : distinct([...alternatives, other], best.text),
    agree: other !== null && sameNumber(best.text, other),
  };
}

/** Whether a second look is not needed. */
export const isClear = ({ agree, confidence }: Hearing): boolean => agree && confidence >= SURE;

/**
 * The number the witnesses agree on. Where they did not at first, they looked again, at a smoothed picture and at a wider part of it.
 * The first must have said the same every time; either it was very sure every time and the second said so at least once, or the
 * second said so every time. Otherwise the number is doubtful, and everything that either held possible is kept.
 */
export function judgeNumber(hearings: readonly [Hearing, ...Hearing[]]): OcrReading {
  const [first] = hearings;
  const text = hearings.find((h) => h.text !== null)?.text ?? toNumberSigns(first.raw);
  const said = hearings.flatMap((h) => (h.text === null ? h.alternatives : [h.text, ...h.alternatives]));
  return {
    text,
    raw: first.raw,
    confidence: Math.max(...hearings.map((h) => h.confidence)),
    alternatives: distinct(said, text),
    doubtful: !isClear(first) && !isSettled(hearings),
  };
}

/** Whether looking again has removed the doubt. */
export function isSettled(hearings: readonly Hearing[]): boolean {
  const [first] = hearings;
  if (hearings.length < 2 || !hearings.every((h) => h.text !== null && sameNumber(h.text, first?.text ?? ''))) return false;
  const least = Math.min(...hearings.map((h) => h.confidence));
  return (least >= SURE_ALWAYS && hearings.some((h) => h.agree)) || (least >= LIKELY && hearings.every((h) => h.agree));
}

/** A frame in the signs of numbers: what looks like a point counts as one. */
function inNumberSigns(frame: Frame): Frame {
  const sums = new Map<string, number>();
  for (const { text, p } of frame) {
    const sign = toNumberSigns(text);
    const key = NUMBER_SIGNS.has(sign) ? sign : text;
    sums.set(key, (sums.get(key) ?? 0) + p);
  }
  return [...sums].map(([text, p]) => ({ text, p })).toSorted((x, y) => y.p - x.p);
}

/** Each number once, and not the one that is taken. */
function distinct(numbers: readonly string[], taken: string): string[] {
  const kept: string[] = [];
  for (const text of numbers) if (![taken, ...kept].some((known) => sameNumber(known, text))) kept.push(text);
  return kept;
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
