import type { Glyph, OcrReading } from '../../../model/glyph.js';
import type { Rect } from '../picture/raster.js';

/** A letter to be placed on the page; positions in px of the level, upright picture. */
export interface PlacedLetter {
  readonly text: string;
  /** Middle. */
  readonly x: number;
  /** Set where it belongs to a number that was read alone. */
  readonly number?: OcrReading | undefined;
}

/** In em: how high digits stand, and how far a line with Han characters reaches, of it below the baseline. */
const DIGIT_HEIGHT = 0.72;
const HAN_HEIGHT = 0.92;
const HAN_DESCENT = 0.12;
/** In em: half the widest advance of Han characters, and of others. */
const HALF_WIDE = 0.55;
const HALF_NARROW = 0.32;

/** One line's letters as glyphs, left to right in px: each reaches half way to its neighbours, so that no gap means a space. */
export function lettersToGlyphs(letters: readonly PlacedLetter[], ink: Rect, reading: OcrReading): Glyph[] {
  const height = ink.y1 - ink.y0;
  const hasHan = letters.some((l) => WIDE.test(l.text));
  const size = height / (hasHan ? HAN_HEIGHT : DIGIT_HEIGHT);
  const baseline = hasHan ? ink.y1 - size * HAN_DESCENT : ink.y1;
  return letters.map((letter, i): Glyph => {
    const half = size * (WIDE.test(letter.text) ? HALF_WIDE : HALF_NARROW);
    const before = letters[i - 1];
    const after = letters[i + 1];
    const left = before ? halfWay(before, letter, half, size) : Math.max(ink.x0, letter.x - half);
    const right = after ? halfWay(after, letter, half, size) : Math.min(ink.x1, letter.x + half);
    return {
      text: letter.text,
      box: [Math.min(left, letter.x), ink.y0, Math.max(right, letter.x), ink.y1],
      x: Math.min(left, letter.x),
      y: baseline,
      size,
      angle: 0,
      font: 'ocr',
      state: letter.text === UNREAD ? 'illegible' : 'shown',
      reading: letter.number ?? reading,
    };
  });
}

/** What stands for print that no engine could read. */
export const UNREAD = '\ufffd';

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** In em. Letters further apart than this have a space between them, unless they are signs of one number. */
const SPACED = 1.1;

function halfWay(other: PlacedLetter, letter: PlacedLetter, half: number, size: number): number {
  const distance = Math.abs(other.x - letter.x);
  const isOneNumber = letter.number !== undefined && letter.number === other.number;
  const reach = distance > size * SPACED && !isOneNumber ? Math.min(half, distance / 2) : distance / 2;
  return other.x < letter.x ? letter.x - reach : letter.x + reach;
}
