import { toNumberSigns } from '../numbers/numbers.js';
import type { Ink } from '../picture/ink.js';
import { type ReadLetter, type ReadLine, textOf } from './line.js';
import { asHighAsItsInk, inkRows, widestWhite } from './white.js';

/** In heights of the line: no number has so much white inside, nor between itself and its unit. */
const APART = 0.5;

/** In heights: white behind an amount that shows both its decimals, after which none goes on. */
const BEHIND_AMOUNT = 0.15;

/** Where a line is to be cut: between two letters of these kinds. */
export type Cut = 'words and numbers' | 'numbers';

/**
 * A line that the detector joined over columns, cut where white parts a number from words, or from another number. A line without such white
 * is one part: itself.
 */
export function cutLine(line: ReadLine, at: Cut, ink: Ink): ReadLine[] {
  const letters = line.letters.filter(({ text }) => text.trim() !== '');
  const cuts = letters.slice(1).flatMap((right, i) => {
    const left = letters[i];
    const isBehind = at === 'words and numbers' && isBehindAmount(letters, i + 1);
    if (!left || !(isBehind || isCut(left, right, at))) return [];
    const white = widestWhite(ink, line.ink, xOf(line, left), xOf(line, right));
    return white.to - white.from >= (line.ink.y1 - line.ink.y0) * (isBehind ? BEHIND_AMOUNT : APART) ? [white] : [];
  });
  if (cuts.length === 0) return [line];
  return [...cuts, null].map((end, i) => {
    const start = cuts[i - 1];
    return partOf(line, start ?? null, end, ink);
  });
}

const WHOLE_AMOUNT = /\d\.\d{2}$/u;
/** What a name begins with: 一、 which may be read as a dash, or any word but an amount's unit. */
const NAME = /^(?:[—–－-]、|(?![万亿]?元|个百分点|[万亿])\p{Script=Han})/u;

/** A name that all but touches the amount of the column before it. */
function isBehindAmount(letters: readonly ReadLetter[], index: number): boolean {
  const signs = (from: number, to?: number) => textOf(letters.slice(from, to));
  return WHOLE_AMOUNT.test(toNumberSigns(signs(0, index))) && NAME.test(signs(index));
}

/** A dash beside a number is no number: page numbers stand between two. */
function isCut(left: ReadLetter, right: ReadLetter, at: Cut): boolean {
  if (at === 'numbers') return /[\d.,]$/u.test(toNumberSigns(left.text)) && /^\d/u.test(toNumberSigns(right.text));
  return isOfNumber(left) !== isOfNumber(right) && [left, right].every(({ text }) => /[\p{L}\d]/u.test(text));
}

const isOfNumber = ({ text }: ReadLetter): boolean => /^[\d.,-]$/u.test(toNumberSigns(text));

const xOf = ({ crop }: ReadLine, { at }: ReadLetter): number => crop.x0 + at * (crop.x1 - crop.x0);

/** What of a line stands between two whites. */
function partOf(line: ReadLine, start: { from: number; to: number } | null, end: { from: number; to: number } | null, ink: Ink): ReadLine {
  const middle = (white: { from: number; to: number }) => Math.round((white.from + white.to) / 2);
  const [x0, x1] = [start ? middle(start) : line.crop.x0, end ? middle(end) : line.crop.x1];
  const isWithin = (share: number) => {
    const x = line.crop.x0 + share * (line.crop.x1 - line.crop.x0);
    return x >= x0 && x < x1;
  };
  const crop = asHighAsItsInk(ink, { ...line.crop, x0, x1 });
  const own = { ...line.ink, x0: start ? start.to : line.ink.x0, x1: end ? end.from : line.ink.x1 };
  const [y0, y1] = inkRows(ink, own);
  const letters = line.letters.filter(({ at }) => isWithin(at));
  return {
    ...line,
    crop,
    ink: { ...own, y0, y1 },
    letters: letters.map((letter) => ({ ...letter, at: (xOf(line, letter) - x0) / (x1 - x0) })),
    steps: line.steps.filter((_, i) => isWithin((i + 0.5) / line.steps.length)),
  };
}
