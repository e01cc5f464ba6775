import type { Glyph } from '../model/glyph.js';
import type { Page, TextLine } from '../model/page.js';
import { doubledGlyphs } from '../rebuild/doubled.js';
import type { Layout } from '../rebuild/rebuild.js';

/** Where the stages put a glyph, or why they left it out. */
export type Place =
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

/** Each glyph's place, told by the lines the stages made of it. `pages` are upright, as the stages read them. */
export function placeGlyphs(pages: readonly Page[], layout: Layout): Map<Glyph, Place> {
  const homes = new Map<string, Place>();
  const settle = (lines: Iterable<TextLine>, place: Place) => {
    for (const { page, glyphs } of lines) for (const glyph of glyphs) homes.set(keyOf(page, glyph), place);
  };
  settle(layout.inGrids, 'repeated');
  for (const { cells } of layout.grids) for (const { lines } of cells) settle(lines, 'cell');
  settle(layout.lines, 'text');
  settle(layout.furniture, 'furniture');
  return new Map(pages.flatMap((page) => placesOf(page, homes)));
}

/** The stages may copy glyphs, but what stays with them tells them apart. */
const keyOf = (page: number, { x, y, text }: Glyph) => `${page} ${x} ${y} ${text}`;

function placesOf({ number, glyphs }: Page, homes: ReadonlyMap<string, Place>): [Glyph, Place][] {
  const doubled = doubledGlyphs(glyphs.filter((glyph) => glyph.state !== 'hidden'));
  return glyphs.map((glyph) => {
    if (glyph.state !== 'shown') return [glyph, glyph.state];
    return [glyph, doubled.has(glyph) ? 'doubled' : (homes.get(keyOf(number, glyph)) ?? 'mark')];
  });
}
