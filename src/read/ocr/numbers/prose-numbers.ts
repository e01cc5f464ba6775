import type { OcrReading } from '../../../model/glyph.js';
import type { Ink } from '../picture/ink.js';
import type { Rect } from '../picture/raster.js';
import type { ReadLetter, ReadLine } from '../print/line.js';
import { asHighAsItsInk, widestWhite } from '../print/white.js';
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

/** From the white before the first digit to the white behind the last, and no higher than they are. */
function cropOf({ letters, crop }: ReadLine, from: number, to: number, ink: Ink): Rect {
  const at = (i: number) => crop.x0 + (letters[i]?.at ?? (i < 0 ? 0 : 1)) * (crop.x1 - crop.x0);
  const x0 = from === 0 ? crop.x0 : middleOf(widestWhite(ink, crop, at(from - 1), at(from)));
  const x1 = to === letters.length ? crop.x1 : middleOf(widestWhite(ink, crop, at(to - 1), at(to)));
  return asHighAsItsInk(ink, { ...crop, x0, x1 });
}

const middleOf = ({ from, to }: ReturnType<typeof widestWhite>): number => Math.round((from + to) / 2);

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
