import type { Glyph } from '../model/glyph.js';
import type { Page, TextLine } from '../model/page.js';
import { doubledGlyphs } from '../rebuild/doubled.js';
import type { Layout } from '../rebuild/rebuild.js';

/** What the stages used a glyph for, or why they left it out. */
export type GlyphUse =
  | 'hidden'
  | 'illegible'
  /** In a cell of a table. */
  | 'cell'
  /** In a grid, but in no cell of the table: the head that a continuation page repeats. */
  | 'repeated'
  /** Captions, notes and prose. */
  | 'text'
  /** Page numbers, running heads. */
  | 'furniture'
  | 'doubled'
  /** Turned glyphs outside the grids: watermarks, seals. */
  | 'mark';

/** The use of each glyph, by the lines that the stages made of it. `pages` are upright, as the stages read them. */
export function findGlyphUses(pages: readonly Page[], layout: Layout): Map<Glyph, GlyphUse> {
  const inLines = new Map<string, GlyphUse>();
  const add = (lines: Iterable<TextLine>, use: GlyphUse) => {
    for (const { page, glyphs } of lines) for (const glyph of glyphs) inLines.set(keyOf(page, glyph), use);
  };
  // Grids know all lines in their cells; those that a table kept are set again.
  add(layout.inGrids, 'repeated');
  for (const { cells } of layout.grids) for (const { lines } of cells) add(lines, 'cell');
  add(layout.lines, 'text');
  add(layout.furniture, 'furniture');
  return new Map(pages.flatMap((page) => usesOnPage(page, inLines)));
}

/** The stages may copy glyphs: a glyph is known again by its page, its pen position and its text. */
const keyOf = (page: number, { x, y, text }: Glyph) => `${page} ${x} ${y} ${text}`;

function usesOnPage({ number, glyphs }: Page, inLines: ReadonlyMap<string, GlyphUse>): [Glyph, GlyphUse][] {
  const doubled = doubledGlyphs(glyphs.filter((glyph) => glyph.state !== 'hidden'));
  return glyphs.map((glyph) => {
    if (glyph.state !== 'shown') return [glyph, glyph.state];
    return [glyph, doubled.has(glyph) ? 'doubled' : (inLines.get(keyOf(number, glyph)) ?? 'mark')];
  });
}
