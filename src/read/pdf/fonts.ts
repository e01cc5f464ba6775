import type { Glyph } from '../../model.js';

/** Share of a font's glyphs that may lack a meaning before the whole font counts as without Unicode map. */
const TOLERATED = 0.1;
/** Fewer glyphs than this judge nothing: a bullet from a symbol font is no reason to distrust it. */
const TOO_FEW = 4;

/** Private use, control, unassigned, lone surrogates and the replacement character: what fonts without ToUnicode give. */
const MEANINGLESS = /^(?:\p{Co}|\p{Cc}|\p{Cn}|\p{Cs}|\ufffd)/u;

/**
 * Judges each font by all its glyphs on the page. A glyph without a meaning is illegible; where many are, the font's map
 * is not to be trusted and none of its glyphs is.
 */
export function judgeFonts(glyphs: readonly Glyph[]): Glyph[] {
  const counts = new Map<string, { all: number; bad: number }>();
  for (const glyph of glyphs) {
    const count = counts.get(glyph.font) ?? { all: 0, bad: 0 };
    count.all++;
    if (MEANINGLESS.test(glyph.text)) count.bad++;
    counts.set(glyph.font, count);
  }
  const distrusted = new Set([...counts].filter(([, c]) => c.all >= TOO_FEW && c.bad > c.all * TOLERATED).map(([font]) => font));
  return glyphs.map((glyph) =>
    glyph.state === 'shown' && (distrusted.has(glyph.font) || MEANINGLESS.test(glyph.text)) ? { ...glyph, state: 'illegible' } : glyph,
  );
}
