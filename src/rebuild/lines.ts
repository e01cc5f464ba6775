import { at } from '../base/invariant.js';
import { sorted } from '../base/sorted.js';
import { boxAroundAll } from '../model/box.js';
import type { Glyph } from '../model/glyph.js';
import type { TextLine } from '../model/page.js';

/** Share of the em by which baselines of one line may differ: superscripts, mixed faces, a sign set lower. */
const SAME_LINE = 0.45;
/** Share of the em: a wider gap between Latin letters or digits is a printed space. */
const SPACE = 0.22;

/** Glyphs → lines, top to bottom, each left to right. All glyphs are upright or, in one cell, turned alike. */
export function glyphsToLines(glyphs: readonly Glyph[], page: number): TextLine[] {
  const downwards = sorted(glyphs, downThenRight);
  const lines: TextLine[] = [];
  // Lines keep what is cut out for them as long as the document is at hand: arrays that grew would be several times as large.
  let from = 0;
  while (from < downwards.length) {
    const first = at(downwards, from);
    let to = from + 1;
    while (to < downwards.length && standsOnLine(at(downwards, to), first)) to++;
    lines.push(lineOf(downwards.slice(from, to), page));
    from = to;
  }
  return lines;
}

const downThenRight = (a: Glyph, b: Glyph) => a.y - b.y || a.x - b.x;
const leftToRight = (a: Glyph, b: Glyph) => a.x - b.x;

const standsOnLine = (glyph: Glyph, first: Glyph) => glyph.y - first.y <= Math.min(glyph.size, first.size) * SAME_LINE;

function lineOf(row: readonly Glyph[], page: number): TextLine {
  const glyphs = sorted(row, leftToRight);
  return { page, text: glyphsToText(glyphs), box: boxAroundAll(glyphs), size: medianSize(glyphs), glyphs };
}

/** Most lines are of one size. */
function medianSize(glyphs: readonly Glyph[]): number {
  const { size } = at(glyphs, 0);
  if (glyphs.every((glyph) => glyph.size === size)) return size;
  const sizes = glyphs.map((glyph) => glyph.size).sort((a, b) => a - b);
  return at(sizes, sizes.length >> 1);
}

/** One line's glyphs, left to right, as a string. Spaces between two Han or full-width glyphs are never meant. */
function glyphsToText(glyphs: readonly Glyph[]): string {
  let text = '';
  let previous: Glyph | null = null;
  for (const glyph of glyphs) {
    if (previous && glyph.box[0] - previous.box[2] > glyph.size * SPACE && !isWide(previous.text) && !isWide(glyph.text)) text += ' ';
    text += glyph.text;
    previous = glyph;
  }
  return text;
}

/** Han, kana, full-width forms and CJK punctuation. */
const isWide = (text: string) =>
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u.test(text);
