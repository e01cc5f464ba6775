import type { Box, Glyph } from '../model/glyph.js';
import type { TextLine } from '../model/page.js';

/** Share of the em by which baselines of one line may differ: superscripts, mixed faces, a sign set lower. */
const SAME_LINE = 0.45;
/** Share of the em: a wider gap between Latin letters or digits is a printed space. */
const SPACE = 0.22;

/** Glyphs → lines, top to bottom, each left to right. All glyphs are upright or, in one cell, turned alike. */
export function glyphsToLines(glyphs: readonly Glyph[], page: number): TextLine[] {
  const rows: { y: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && glyph.y - row.y <= Math.min(glyph.size, row.glyphs[0]?.size ?? glyph.size) * SAME_LINE) row.glyphs.push(glyph);
    else rows.push({ y: glyph.y, glyphs: [glyph] });
  }
  return rows.map((row) => lineOf(row.glyphs.toSorted((a, b) => a.x - b.x)));

  function lineOf(sorted: Glyph[]): TextLine {
    const sizes = sorted.map((g) => g.size).toSorted((a, b) => a - b);
    return { page, text: glyphsToText(sorted), box: union(sorted.map((g) => g.box)), size: sizes[sizes.length >> 1] ?? 0, glyphs: sorted };
  }
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

export function union(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = boxes[0] ?? [0, 0, 0, 0];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** Han, kana, full-width forms and CJK punctuation. */
const isWide = (text: string) =>
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u.test(text);
