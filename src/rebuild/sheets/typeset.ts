import { at } from '../../base/invariant.js';
import type { Glyph } from '../../model/glyph.js';
import type { TextLine } from '../../model/page.js';
import type { SheetTable } from '../../model/sheet.js';
import { glyphsToLines } from '../lines.js';

/** pt. The one size of letters on imaginary pages. */
export const EM = 10;
/** Share of the em from the top of a letter to its baseline: below it stand the tails of Latin letters, and of Han ones some ink. */
const ASCENT = 0.86;
/** pt. A tab leads at least so far: what it parts are parts of their own. */
const TAB = 4 * EM;

/** Han, kana, full-width forms and CJK punctuation: an em wide; all others are half as wide. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
/** What takes no room: marks of direction, joiners, the byte order mark, soft hyphens. */
const NOTHING = /\u034f|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\p{Cc}/u;

/** Letters at a place → a line; null where there is nothing to see. Blanks are room between letters. */
export function setLine(text: string, page: number, left: number, top: number): TextLine | null {
  const glyphs: Glyph[] = [];
  let x = left;
  for (const letter of text) {
    if (letter === '\t') x += TAB;
    else if (/\s/u.test(letter)) x += widthOf(letter);
    else if (!NOTHING.test(letter)) {
      const end = x + widthOf(letter);
      glyphs.push({ text: letter, box: [x, top, end, top + EM], x, y: top + ASCENT * EM, size: EM, angle: 0, font: '', state: 'shown' });
      x = end;
    }
  }
  return glyphsToLines(glyphs, page)[0] ?? null;
}

const widthOf = (letter: string): number => (letter === '\u3000' || WIDE.test(letter) ? EM : EM / 2);

/** pt. */
function lengthOf(text: string): number {
  let length = 0;
  for (const letter of text) length += letter === '\t' ? TAB : NOTHING.test(letter) ? 0 : widthOf(letter);
  return length;
}

/** Boundaries of a table's columns and rows, wide and high enough for what stands in its cells. */
export function tableBounds(
  { rows, columns, cells }: SheetTable,
  left: number,
  top: number,
  leading: number,
): { readonly xs: readonly number[]; readonly ys: readonly number[] } {
  const widths = new Array<number>(columns).fill(2 * EM);
  const heights = new Array<number>(rows).fill(leading + EM / 2);
  const widen = (sizes: number[], from: number, count: number, needed: number) => {
    let has = 0;
    for (let i = from; i < from + count; i++) has += at(sizes, i);
    if (has < needed) sizes[from + count - 1] = at(sizes, from + count - 1) + needed - has;
  };
  // What is merged over several comes last: it is the sum that must suffice.
  const narrowFirst = cells.toSorted((a, b) => a.columnSpan - b.columnSpan || a.rowSpan - b.rowSpan);
  for (const { row, column, rowSpan, columnSpan, lines } of narrowFirst) {
    if (lines.length === 0) continue;
    widen(widths, column, columnSpan, EM + lines.reduce((longest, line) => Math.max(longest, lengthOf(line)), 0));
    widen(heights, row, rowSpan, lines.length * leading + EM / 2);
  }
  return { xs: runningSums(widths, left), ys: runningSums(heights, top) };
}

function runningSums(sizes: readonly number[], from: number): number[] {
  const sums = [from];
  for (const size of sizes) sums.push(at(sums, sums.length - 1) + size);
  return sums;
}
