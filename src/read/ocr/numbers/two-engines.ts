import type { OcrReading } from '../../../model/glyph.js';
import { stepsToVariants, type Variant } from '../print/ctc.js';
import { type Recognised, type Step, textOf } from '../print/line.js';
import { NUMBER_SIGNS, sameDigits, sameNumber, toNumberSigns, toPrintedNumber } from './numbers.js';

/** Share of all numbers the first engine holds possible that its best must have, for a number on which both agree to be believed. */
const SURE = 0.8;
/** The same over several looks, where the second engine agreed only once. */
const SURE_ALWAYS = 0.95;
/** The same over several looks, where the second engine agreed every time. */
const LIKELY = 0.55;
/** The same over several looks at a lone 0 that is a ring, in which the second engine saw no other number: it overlooks single digits. */
const SURE_ALONE = 0.9;
/** Other readings of the first engine that are this likely, relative to its best, are kept as alternatives. */
const POSSIBLE = 0.002;
const MOST_VARIANTS = 16;

/** One look at a number: what both engines read in one crop. */
export interface Look {
  /** As the first engine read it. */
  readonly raw: string;
  /** The first engine's best number; null where it sees none. */
  readonly text: string | null;
  /** Its share of all numbers the first engine holds possible. */
  readonly confidence: number;
  /** What else either engine holds possible. */
  readonly alternatives: readonly string[];
  /** The second engine reads the same number. */
  readonly agree: boolean;
  /** The second engine reads no number. */
  readonly isUnseen: boolean;
  /** The print is a ring and nothing else, as a lone 0 is. */
  readonly isRing: boolean;
  /** The share of its digits, with and without a point. */
  readonly digits: number;
  /** The second engine reads the same digits. */
  readonly digitsAgree: boolean;
}

/**
 * @param second what the second engine reads in the same crop; '' where it sees no number
 * @param isRing tells whether the print has the shape of a 0
 */
export function toLook({ letters, steps }: Recognised, second: string, isRing: () => boolean): Look {
  const raw = textOf(letters);
  const numbers = toNumbers(stepsToVariants(steps.map(inNumberSigns), NUMBER_SIGNS, MOST_VARIANTS));
  const total = numbers.reduce((sum, n) => sum + n.p, 0);
  const [best, ...others] = numbers;
  const other = toPrintedNumber(second);
  const isUnseen = other === null;
  if (!best) {
    const nothing = { text: null, confidence: 0, agree: false, digits: 0, digitsAgree: false, isRing: false };
    return { raw, alternatives: isUnseen ? [] : [other], isUnseen, ...nothing };
  }
  const alternatives = others.filter((n) => n.p >= POSSIBLE * best.p).map((n) => n.text);
  return {
    raw,
    text: best.text,
    confidence: best.p / total,
    alternatives: other === null ? alternatives : distinct([...alternatives, other], best.text),
    agree: other !== null && sameNumber(best.text, other),
    isUnseen,
    isRing: isUnseen && best.text === '0' && isRing(),
    digits: numbers.filter((n) => sameDigits(n.text, best.text)).reduce((sum, n) => sum + n.p, 0) / total,
    digitsAgree: other !== null && sameDigits(best.text, other),
  };
}

/** Whether one look is enough. */
export const isCertain = ({ agree, confidence }: Look): boolean => agree && confidence >= SURE;

/**
 * The number that the engines agree on. Where they did not at first, they looked again, at a smoothed picture and at a wider part of it.
 * The first must have read the same every time; either it was very sure every time and the second agreed at least once, or the
 * second agreed every time. A lone 0 may be overlooked by the second where its shape is that of one. Otherwise the number is doubtful, and
 * everything that either held possible is kept.
 * @param looks the first one first
 */
export function agreedNumber(looks: readonly [Look, ...Look[]]): OcrReading {
  const [first] = looks;
  const text = looks.find((look) => look.text !== null)?.text ?? toNumberSigns(first.raw);
  const possible = looks.flatMap((look) => (look.text === null ? look.alternatives : [look.text, ...look.alternatives]));
  return {
    text,
    raw: first.raw,
    confidence: Math.max(...looks.map((look) => look.confidence)),
    alternatives: distinct(possible, text),
    doubtful: !isCertain(first) && !isConfirmed(looks),
    ...(areDigitsSure(looks) && { digitsAgree: true }),
  };
}

/** Whether both engines agree about the digits, as `isConfirmed` asks of the number: points are small, and lost or found in dirt. */
function areDigitsSure(looks: readonly [Look, ...Look[]]): boolean {
  const [first] = looks;
  const isSure = looks.every(({ text, digits }) => text !== null && sameDigits(text, first.text ?? '') && digits >= SURE_ALWAYS);
  return isSure && looks.some((look) => look.digitsAgree);
}

/** Whether looking again has removed the doubt. */
export function isConfirmed(looks: readonly [Look, ...Look[]]): boolean {
  const [first] = looks;
  if (looks.length < 2 || !looks.every(({ text }) => text !== null && sameNumber(text, first.text ?? ''))) return false;
  const least = Math.min(...looks.map((look) => look.confidence));
  if (first.text === '0' && least >= SURE_ALONE && looks.every((look) => look.isRing || look.agree)) return true;
  return (least >= SURE_ALWAYS && looks.some((look) => look.agree)) || (least >= LIKELY && looks.every((look) => look.agree));
}

/** A step in the signs of numbers: what looks like a point counts as one. */
function inNumberSigns(step: Step): Step {
  const sums = new Map<string, number>();
  for (const { text, p } of step) {
    const sign = toNumberSigns(text);
    const key = NUMBER_SIGNS.has(sign) ? sign : text;
    sums.set(key, (sums.get(key) ?? 0) + p);
  }
  return [...sums].map(([text, p]) => ({ text, p })).toSorted((x, y) => y.p - x.p);
}

/** Each number once, without `chosen`. */
function distinct(numbers: readonly string[], chosen: string): string[] {
  const kept: string[] = [];
  for (const text of numbers) if (![chosen, ...kept].some((known) => sameNumber(known, text))) kept.push(text);
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
