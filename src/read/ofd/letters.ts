import { PageError } from '../errors.js';
import { childOf, elementsOf, ownText, wordsOf, type XmlElement } from '../xml.js';
import type { Letter } from './marks.js';
import { numberOf, numbersOf, stepsOf } from './values.js';

/** Stands for a character that XML cannot hold; its look is a glyph of the font, its meaning is lost (GB/T 33190-2016, 11.4). */
const PLACEHOLDER = '¤';
const NO_MEANING = '\ufffd';

/** Characters of one text. A dense page has some 5,000 in all. */
const LONGEST = 200_000;

/** em. How wide letters are where nothing says it, and between which limits the step to the next letter may be their width. */
interface Widths {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

const NARROW: Widths = { usual: 0.5, least: 0.2, most: 0.75 };
/** Han, punctuation, ordinals in circles: in Chinese faces. */
const WIDE: Widths = { usual: 1, least: 0.8, most: 1 };
/** Broad Latin letters: half of the em in Chinese faces, nearly all of it in others. */
const BROAD: Widths = { usual: 0.5, least: 0.2, most: 1 };
const BROAD_LETTERS = new Set('%@&MWmw');
/** Quotation marks are as wide as the em in Chinese faces, in others half as wide. One that is a text by itself is taken for narrow: its neighbours are not known, and it must not lie upon them. */
const QUOTE: Widths = { usual: 1, least: 0.2, most: 1 };
const LONE_QUOTE: Widths = { ...QUOTE, usual: 0.5 };
const QUOTES = new Set('‘’“”');

/** @param alone it is a text by itself */
function widthsOf(character: string, alone: boolean): Widths {
  if (BROAD_LETTERS.has(character)) return BROAD;
  if (QUOTES.has(character)) return alone ? LONE_QUOTE : QUOTE;
  const code = character.codePointAt(0) ?? 0;
  const halfForm = code >= 0xff61 && code <= 0xffdc;
  return code >= 0x2000 && !halfForm ? WIDE : NARROW;
}

/** How a text is set. */
interface Setting {
  /** mm, of the em. */
  readonly size: number;
  /** Of the width of letters. */
  readonly stretch: number;
  /** em. How wide the font says that a letter is; null where it is not in the file. */
  readonly widthOf: (character: string, glyph: number | null) => number | null;
}

/** The letters of a text object, white space among them. @throws PageError */
export function lettersOf(text: XmlElement, setting: Setting): Letter[] {
  const letters: Letter[] = [];
  const direction = numberOf(text, 'ReadDirection', 0);
  let [x, y] = [0, 0];
  let glyphs = new Map<number, number>();
  for (const element of elementsOf(text)) {
    if (element.name === 'CGTransform') addGlyphs(element, glyphs);
    if (element.name !== 'TextCode') continue;
    [x, y] = [numberOf(element, 'X', x), numberOf(element, 'Y', y)];
    for (const letter of codeToLetters(element, { ...setting, x, y, direction }, glyphs)) letters.push(letter);
    glyphs = new Map();
  }
  return letters;
}

interface Start extends Setting {
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise in which the text runs where no steps are given. */
  readonly direction: number;
}

function codeToLetters(
  code: XmlElement,
  { x, y, size, stretch, direction, widthOf }: Start,
  glyphs: ReadonlyMap<number, number>,
): Letter[] {
  const text = ownText(code);
  if (text.length > LONGEST) throw new PageError(`a text has more than ${LONGEST} characters`);
  const characters = Array.from(withoutIndent(text));
  const [across, down] = [stepsBetween(code, 'DeltaX', characters.length), stepsBetween(code, 'DeltaY', characters.length)];
  const [cos, sin] = [Math.round(Math.cos((direction * Math.PI) / 180)), Math.round(Math.sin((direction * Math.PI) / 180))];
  const unplaced = across === null && down === null;
  let [penX, penY] = [x, y];
  return characters.map((character, i) => {
    const [dx, dy] = [across?.[i], down?.[i]];
    const step = Math.hypot(dx ?? 0, dy ?? 0) / (size * stretch);
    const glyph = glyphs.get(i) ?? null;
    const width = widthOf(character, glyph) ?? likelyWidth(character, step, characters.length === 1);
    const letter = { text: character === PLACEHOLDER && glyph !== null ? NO_MEANING : character, x: penX, y: penY, width, glyph };
    const advance = width * size * stretch;
    // Where a list of steps is too short the pen goes on by the width of the letter, as it does where there is none.
    penX += dx ?? (unplaced || across !== null ? advance * cos : 0);
    penY += dy ?? (unplaced || (down !== null && across === null) ? advance * sin : 0);
    return letter;
  });
}

/** Null where none are given. */
function stepsBetween(code: XmlElement, name: string, letters: number): number[] | null {
  const written = code.attributes.get(name);
  return written === undefined || written.trim() === '' ? null : stepsOf(written, letters - 1);
}

/** Line ends and indents that a writer of XML put around the text are not part of it. */
function withoutIndent(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  const words = text.trim();
  const start = text.indexOf(words);
  const [before, after] = [text.slice(0, start), text.slice(start + words.length)];
  const kept = (blank: string) => (/[\r\n]/.test(blank) ? '' : blank);
  return `${kept(before)}${words}${kept(after)}`;
}

/** em. The step to the next letter where it may be the width. */
function likelyWidth(character: string, step: number, alone: boolean): number {
  const { usual, least, most } = widthsOf(character, alone);
  return step >= least && step <= most ? step : usual;
}

/** The outlines of some letters of a text, by their numbers in the font; letters are counted from the beginning of its TextCode. */
function addGlyphs(element: XmlElement, found: Map<number, number>): void {
  const [from, count] = [numberOf(element, 'CodePosition', 0), numberOf(element, 'CodeCount', 1)];
  const glyphs = numbersOf(wordsOf(childOf(element, 'Glyphs')) ?? '');
  for (const [i, glyph] of glyphs.entries()) if (i < count && !found.has(from + i)) found.set(from + i, glyph);
}
