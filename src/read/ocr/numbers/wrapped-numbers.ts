import type { OcrReading } from '../../../model/glyph.js';
import type { Ink } from '../picture/ink.js';
import { blankRaster, type Raster, type Rect } from '../picture/raster.js';
import { type ReadLine, textOf } from '../print/line.js';
import { toNumberSigns } from './numbers.js';
import { inkRuns, wideNumbers } from './wide-set.js';

/** The lines of one cell that may print one number, top to bottom: cells too narrow for their numbers wrap them between any two signs. */
export type WrappedNumber = readonly ReadLine[];

/** A number for which its cell was too narrow, with its lines put beside each other in a picture. */
export interface LaidNumber {
  readonly number: WrappedNumber;
  readonly crop: Rect;
}

/** Nothing but signs of numbers, at least one of them a digit: .87 is no number, but ends one. */
const PIECE = /^(?=.*\d)[\d.,()-]+$/;

/** @param cells the rectangle of cell n is `cells[n - 1]` */
export function wrappedNumbers(lines: readonly ReadLine[], cells: readonly Rect[]): WrappedNumber[] {
  const byCell = new Map<number, ReadLine[]>();
  for (const line of lines) if (line.cell !== 0) byCell.set(line.cell, [...(byCell.get(line.cell) ?? []), line]);
  return [...byCell].flatMap(([cell, own]) => {
    const bounds = cells[cell - 1];
    const arePieces = own.length > 1 && own.every((line) => PIECE.test(toNumberSigns(textOf(line.letters))));
    if (!bounds || !arePieces) return [];
    const sorted = own.toSorted((a, b) => a.ink.y0 - b.ink.y0);
    return sorted.slice(0, -1).every((line) => isFull(line, bounds)) ? [sorted] : [];
  });
}

/** In heights of a digit: the most white that a cell leaves beside a line, and how much of it one more sign would take. */
const PADDING = 0.9;
const SIGN = 0.9;

/** No further sign had room on the line: what is left beside it is the cell's padding, on one side with less than a sign. */
function isFull({ ink, letters, crop }: ReadLine, bounds: Rect): boolean {
  const height = ink.y1 - ink.y0;
  const [left, right] = [ink.x0 - bounds.x0, bounds.x1 - ink.x1];
  const pitch = pitchOf({ letters, crop });
  return Math.min(left, right) <= Math.max(height * PADDING, pitch) && Math.abs(left - right) <= Math.max(height * SIGN, pitch);
}

/** px from one sign of a line to the next, on average: digits may be set as wide as Han letters. */
function pitchOf({ letters, crop }: Pick<ReadLine, 'letters' | 'crop'>): number {
  const [first, last] = [letters[0], letters.at(-1)];
  return first && last && letters.length > 1 ? ((last.at - first.at) * (crop.x1 - crop.x0)) / (letters.length - 1) : 0;
}

/** In heights of a digit: white between the pieces of a number, and around it. */
const BETWEEN = 0.15;
const AROUND = 0.35;

/** The parts of a number's line that are laid beside each other: all of it, or where digits are set wide its signs. */
type Pieces = readonly (readonly [x0: number, x1: number])[];

function piecesOf(number: WrappedNumber, print: Ink): Pieces[] {
  const runs = number.map(({ ink }) => inkRuns(ink, print));
  const isWide = number.some(({ ink }, i) => wideNumbers(runs[i] ?? [], ink.y1 - ink.y0).length > 0);
  return number.map(({ ink }, i) => (isWide ? (runs[i] ?? []).map(({ x0, x1 }) => [x0, x1] as const) : [[ink.x0, ink.x1]]));
}

const digitHeight = (number: WrappedNumber): number => Math.max(...number.map(({ ink }) => ink.y1 - ink.y0));

/** The lines of each number beside each other, their digits level, one number below the other in a picture of their own. */
export function laidOut(
  { width: across, data }: Raster,
  numbers: readonly WrappedNumber[],
  print: Ink,
): { picture: Raster; laid: LaidNumber[] } {
  let [width, height] = [1, 1];
  const pieces = numbers.map((number) => piecesOf(number, print));
  const laid = numbers.map((number, n): LaidNumber => {
    const digit = digitHeight(number);
    const parts = (pieces[n] ?? []).flat();
    const length = parts.reduce((sum, [x0, x1]) => sum + x1 - x0, (parts.length - 1) * gapOf(digit));
    const margin = Math.round(digit * AROUND);
    const crop = { x0: 0, x1: length + 2 * margin, y0: height, y1: height + digit + 2 * margin };
    [width, height] = [Math.max(width, crop.x1), crop.y1];
    return { number, crop };
  });
  const picture = blankRaster(width, height);
  laid.forEach(({ number, crop }, n) => {
    const digit = digitHeight(number);
    const margin = Math.round(digit * AROUND);
    let x = margin;
    number.forEach(({ ink, crop: own }, line) => {
      // Digits stand as high as each other, and commas hang below: lines are level at their tops.
      const top = crop.y0 + margin - ink.y0;
      for (const [x0, x1] of pieces[n]?.[line] ?? []) {
        for (let y = Math.max(own.y0, ink.y0 - margin); y < Math.min(own.y1, ink.y1 + margin); y++) {
          if (top + y >= crop.y1) break;
          picture.data.set(data.subarray(y * across + x0, y * across + x1), (top + y) * width + x);
        }
        x += x1 - x0 + gapOf(digit);
      }
    });
  });
  return { picture, laid };
}

const gapOf = (digit: number): number => Math.round(digit * BETWEEN);

const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * The lines of a number with what was read of it as a whole; null where that is not the digits that the lines show, or a whole number
 * without separators: two numbers in one cell would look the same.
 */
export function withWholeNumber(number: WrappedNumber, reading: OcrReading): ReadLine[] | null {
  const digits = number.map((line) => digitsOf(toNumberSigns(textOf(line.letters)))).join('');
  if (digits !== digitsOf(reading.text) || !/[.,]/.test(reading.text) || /^\D*0\d/.test(reading.text)) return null;
  let rest = reading.text;
  return number.map((line, i) => {
    const signs = i === number.length - 1 ? rest : firstSigns(rest, toNumberSigns(textOf(line.letters)));
    rest = rest.slice(signs.length);
    return { ...line, reading, signs };
  });
}

/** The beginning of a number that stands on a line: as many digits as were read there, and the sign that ends it. */
function firstSigns(rest: string, read: string): string {
  let [left, end] = [digitsOf(read).length, 0];
  while (left > 0 && end < rest.length) if (/\d/.test(rest[end++] ?? '')) left--;
  if (/[.,]$/.test(read) && /[.,]/.test(rest[end] ?? '')) end++;
  return rest.slice(0, end);
}
