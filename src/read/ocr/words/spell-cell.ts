import { must } from '../../../base/invariant.js';
import type { OcrReading } from '../../../model/glyph.js';
import { type PlacedLetter, UNREAD } from '../print/glyphs.js';
import { type ReadLetter, type ReadLine, textOf } from '../print/line.js';
import type { Lexicon } from './lexicon.js';
import { type Edit, spell } from './spelling.js';

/** A line with its letters as they go into the result. */
export interface SpelledLine {
  readonly line: ReadLine;
  readonly letters: readonly PlacedLetter[];
  readonly reading: OcrReading;
}

/** The lines of one cell: numbers as the engines read them, words completed over all lines. */
export function spellCell(all: readonly ReadLine[], lexicon: Lexicon): SpelledLine[] {
  const lines = withoutSpecks(all);
  if (lines.some((l) => l.reading)) return lines.map((line) => (line.reading ? numberLine(line, line.reading) : wordLine(line)));
  const owners = lines.flatMap((line) => line.letters.filter(isPrint).map((letter) => ({ line, letter })));
  const edits = spell(
    owners.map((o) => o.letter),
    lexicon,
    lines.every(({ cell }) => cell !== 0),
  );
  if (edits === null) return lines.map(wordLine);
  const placed = new Map<ReadLine, PlacedLetter[]>(lines.map((line) => [line, []]));
  let last = owners[0];
  edits.forEach((edit, i) => {
    if (edit.kind !== 'insert') last = owners[edit.from];
    if (!last) return;
    const { line, letter } = last;
    placed
      .get(line)
      ?.push(edit.kind === 'insert' ? { text: edit.text, x: between(edits, i, owners) } : placedLetter(line, letter, edit.text));
  });
  return lines.map((line) => {
    const letters = must(placed.get(line), 'the letters of a line');
    return { line, letters, reading: readingOf(line, letters.map((l) => l.text).join('')) };
  });
}

/** In heights of the print beside it. Ink less wide and less high in which no letter is read is dirt: a stroke of a letter is longer. */
const SPECK = 0.5;

/** The lines of a cell of words without specks: beside a number a speck may be its point. */
function withoutSpecks(lines: readonly ReadLine[]): readonly ReadLine[] {
  const words = lines.filter((line) => /\p{Script=Han}/u.test(textOf(line.letters)));
  if (words.length === 0 || lines.some((line) => line.reading)) return lines;
  const most = SPECK * Math.min(...words.map(({ ink }) => ink.y1 - ink.y0));
  return lines.filter(({ letters, ink }) => letters.some(isPrint) || Math.max(ink.x1 - ink.x0, ink.y1 - ink.y0) > most);
}

const isPrint = (letter: ReadLetter) => letter.text.trim() !== '';

function xOf({ crop }: ReadLine, { at }: ReadLetter): number {
  return crop.x0 + at * (crop.x1 - crop.x0);
}

/** An inserted letter stands between its neighbours, after the last one on its line. */
function between(edits: readonly Edit[], index: number, owners: readonly { line: ReadLine; letter: ReadLetter }[]): number {
  const before = edits.slice(0, index).findLast((e) => e.kind !== 'insert');
  const after = edits.slice(index).find((e) => e.kind !== 'insert');
  const left = before && 'from' in before ? owners[before.from] : undefined;
  const right = after && 'from' in after ? owners[after.from] : undefined;
  if (!left) return right ? xOf(right.line, right.letter) - 1 : 0;
  const x = xOf(left.line, left.letter);
  return right && right.line === left.line
    ? (x + xOf(right.line, right.letter)) / 2
    : Math.min(left.line.crop.x1, x + (left.line.ink.y1 - left.line.ink.y0));
}

function wordLine(line: ReadLine): SpelledLine {
  const printed = asZero(line, withoutDirt(line.letters.filter(isPrint)));
  if (printed.length === 0 || isGuess(line, printed)) return unreadLine(line);
  const letters = withStop(printed.map((letter) => placedLetter(line, letter, letter.text)));
  return { line, letters, reading: readingOf(line, letters.map((l) => l.text).join('')) };
}

const placedLetter = (line: ReadLine, letter: ReadLetter, text: string): PlacedLetter => ({
  text,
  x: xOf(line, letter),
  ...(letter.number && { number: letter.number }),
});

const RING = /^[0oOＯ〇○]$/u;

/** A ring that stands alone outside the cells is a 0, whichever of the letters that are one it was read as: no word is one of these. */
function asZero({ cell }: ReadLine, letters: readonly ReadLetter[]): readonly ReadLetter[] {
  const [ring, ...others] = letters;
  if (cell !== 0 || !ring || others.length > 0 || !RING.test(ring.text)) return letters;
  const p = ring.others.filter(({ text }) => RING.test(text)).reduce((sum, guess) => sum + guess.p, ring.p);
  return [{ ...ring, text: '0', p }];
}

/** What OCR reads in place of a 。 that ends a line. */
const LIKE_A_STOP = /^[·°•˚]$/u;
const BEFORE_A_STOP = /^[\p{Script=Han}%％）)]$/u;

function withStop(letters: readonly PlacedLetter[]): readonly PlacedLetter[] {
  const [before, last] = letters.slice(-2);
  const isStop = before && last && LIKE_A_STOP.test(last.text) && BEFORE_A_STOP.test(before.text);
  return isStop ? [...letters.slice(0, -1), { ...last, text: '。' }] : letters;
}

/** No line begins with the end of a quotation, or ends with the beginning of one; below this probability such a mark is dirt. */
const SURE = 0.9;

function withoutDirt(letters: readonly ReadLetter[]): readonly ReadLetter[] {
  const isDirt = (letter: ReadLetter | undefined, marks: RegExp) => letter !== undefined && letter.p < SURE && marks.test(letter.text);
  const [from, to] = [isDirt(letters[0], /^[”’"'*]$/u) ? 1 : 0, isDirt(letters.at(-1), /^[“‘"'*]$/u) ? -1 : letters.length];
  return letters.length > 1 ? letters.slice(from, to) : letters;
}

/** Letters of a line, and the probability of each, below which the line is dirt, or cannot be distinguished from it. */
const FEW = 2;
const LIKELY = 0.5;

/** Outside the cells, a letter or two that the engine is not sure of. */
function isGuess({ cell }: ReadLine, letters: readonly ReadLetter[]): boolean {
  return cell === 0 && letters.length <= FEW && letters.every((l) => l.p < LIKELY);
}

/** Ink in which the engine reads no letter. */
function unreadLine(line: ReadLine): SpelledLine {
  const letters = [{ text: UNREAD, x: (line.ink.x0 + line.ink.x1) / 2 }];
  return { line, letters, reading: { ...readingOf(line, UNREAD), doubtful: true } };
}

function readingOf(line: ReadLine, text: string): OcrReading {
  return { text, raw: textOf(line.letters), confidence: Math.min(1, ...line.letters.map((l) => l.p)), alternatives: [], doubtful: false };
}

/** The number's signs where the letters stood, or evenly where their count is another. */
function numberLine(line: ReadLine, reading: OcrReading): SpelledLine {
  const signs = [...(line.signs ?? reading.text)];
  const printed = line.letters.filter(isPrint);
  const { x0, x1 } = line.ink;
  const letters = signs.map((text, i) => {
    const letter = printed.length === signs.length ? printed[i] : undefined;
    return { text, x: letter ? xOf(line, letter) : x0 + ((i + 0.5) / signs.length) * (x1 - x0), number: reading };
  });
  return { line, letters, reading };
}
