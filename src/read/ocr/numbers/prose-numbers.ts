import type { OcrReading } from '../../../model/glyph.js';
import type { Ink } from '../picture/ink.js';
import type { Rect } from '../picture/raster.js';
import type { ReadLetter, ReadLine } from '../print/line.js';
import { toNumberSigns } from './numbers.js';

/** A number amid words: which letters of its line it is, and the part of the picture that shows it alone. */
export interface NumberSpan {
  readonly line: ReadLine;
  /** Indexes into the letters of the line. */
  readonly from: number;
  readonly to: number;
  readonly crop: Rect;
  /** As the line was read. */
  readonly text: string;
}

/** Numbers with fewer digits are page numbers, ordinals, days: they are not read again. */
const FEWEST_DIGITS = 2;
/** What no amount is followed by: dates, ordinals, list marks. */
const DATES = /^[年月日号页条项：、）)]/u;

/** The numbers amid the words of a line, as far as they may be amounts or rates. */
export function numbersAmidWords(line: ReadLine, ink: Ink): NumberSpan[] {
  const { letters } = line;
  const spans: NumberSpan[] = [];
  for (let from = 0; from < letters.length; from++) {
    if (!isDigit(letters[from])) continue;
    let to = from + 1;
    while (isDigit(letters[to]) || (isSign(letters[to]) && isDigit(letters[to + 1]))) to++;
    const text = letters
      .slice(from, to)
      .map((l) => toNumberSigns(l.text))
      .join('');
    const digits = text.replace(/\D/g, '').length;
    if (digits >= FEWEST_DIGITS && !DATES.test(letters[to]?.text ?? '')) {
      spans.push({ line, from, to, text, crop: cropOf(line, from, to, ink) });
    }
    from = to;
  }
  return spans;
}

const isDigit = (letter: ReadLetter | undefined): boolean => letter !== undefined && /^\d$/.test(letter.text);
/** In a text a 、 parts two numbers. */
const isSign = (letter: ReadLetter | undefined): boolean =>
  letter !== undefined && letter.text !== '、' && /^[.,]$/.test(toNumberSigns(letter.text));

/** Share of the line's height left white around the digits. */
const MARGIN = 0.2;

/** From the white before the first digit to the white behind the last, and no higher than they are. */
function cropOf({ letters, crop }: ReadLine, from: number, to: number, ink: Ink): Rect {
  const at = (i: number) => crop.x0 + (letters[i]?.at ?? (i < 0 ? 0 : 1)) * (crop.x1 - crop.x0);
  const height = crop.y1 - crop.y0;
  const x0 = from === 0 ? crop.x0 : whitest(ink, crop, at(from - 1), at(from));
  const x1 = to === letters.length ? crop.x1 : whitest(ink, crop, at(to - 1), at(to));
  const [top, bottom] = inkRows(ink, { ...crop, x0, x1 });
  const margin = Math.round(height * MARGIN);
  return { x0, x1, y0: Math.max(crop.y0, top - margin), y1: Math.min(crop.y1, bottom + margin) };
}

/** The middle of the widest white between two letters; half way between them where there is none. */
function whitest({ width, bits }: Ink, { y0, y1 }: Rect, left: number, right: number): number {
  let best = { from: 0, to: 0 };
  let start = -1;
  const [first, last] = [Math.round(left), Math.round(right)];
  for (let x = first; x <= last + 1; x++) {
    let isWhite = x <= last;
    for (let y = y0; isWhite && y < y1; y++) if (bits[y * width + x]) isWhite = false;
    if (isWhite && start < 0) start = x;
    if (isWhite || start < 0) continue;
    if (x - start > best.to - best.from) best = { from: start, to: x };
    start = -1;
  }
  return best.to > best.from ? Math.round((best.from + best.to) / 2) : Math.round((left + right) / 2);
}

function inkRows({ width, bits }: Ink, { x0, x1, y0, y1 }: Rect): [top: number, bottom: number] {
  const hasInk = (y: number) => {
    for (let x = x0; x < x1; x++) if (bits[y * width + x]) return true;
    return false;
  };
  let [top, bottom] = [y0, y1];
  while (top < bottom && !hasInk(top)) top++;
  while (bottom > top && !hasInk(bottom - 1)) bottom--;
  return top < bottom ? [top, bottom] : [y0, y1];
}

/**
 * A line with its numbers as they were read alone. What the engines agree on replaces the number where it has the same digits:
 * points are lost and found again, digits are not. Any other number stays as the line was read, and is doubtful.
 */
export function withNumbers(line: ReadLine, numbers: readonly { span: NumberSpan; reading: OcrReading }[]): ReadLine {
  if (numbers.length === 0) return line;
  const letters: ReadLetter[] = [];
  let next = 0;
  for (const { span, reading } of numbers) {
    letters.push(...line.letters.slice(next, span.from), ...numberLetters(line, span, chosen(span, reading)));
    next = span.to;
  }
  return { ...line, letters: [...letters, ...line.letters.slice(next)] };
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** The reading of a number that goes into the result: as it was read alone, or as the line was read, in doubt. */
function chosen(span: NumberSpan, reading: OcrReading): OcrReading {
  if (digitsOf(reading.text) === digitsOf(span.text) && !reading.doubtful) return { ...reading, raw: span.text };
  const alternatives = [reading.text, ...reading.alternatives].filter((text) => text !== span.text);
  return { ...reading, text: span.text, raw: span.text, alternatives, doubtful: true };
}

/** The number's signs, evenly over its print; the letters of the line where their count is the same. */
function numberLetters({ crop, letters }: ReadLine, span: NumberSpan, reading: OcrReading): ReadLetter[] {
  const signs = [...reading.text];
  const width = crop.x1 - crop.x0;
  return signs.map((text, i) => {
    const own = signs.length === span.to - span.from ? letters[span.from + i] : undefined;
    const at = own?.at ?? (span.crop.x0 + ((i + 0.5) / signs.length) * (span.crop.x1 - span.crop.x0) - crop.x0) / width;
    return { text, p: reading.confidence, at, others: [], number: reading };
  });
}
