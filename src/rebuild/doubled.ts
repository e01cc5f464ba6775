import type { Glyph } from '../model.js';

/** Share of the em. Bold made by drawing twice shifts by 0.02–0.05 em; two real glyphs stand at least a thin digit (0.25) apart. */
const SHIFT = 0.12;

/** Which glyphs repeat an earlier one in the same place: bold by double drawing, a layer drawn twice. */
export function doubledGlyphs(glyphs: readonly Glyph[]): Set<Glyph> {
  const doubled = new Set<Glyph>();
  const kept = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const reach = glyph.size * SHIFT;
    const [column, row] = [Math.floor(glyph.x / BUCKET), Math.floor(glyph.y / BUCKET)];
    let twin = false;
    for (let dx = -1; dx <= 1 && !twin; dx++) {
      for (let dy = -1; dy <= 1 && !twin; dy++) {
        const near = kept.get(`${glyph.text} ${column + dx} ${row + dy}`);
        twin = near?.some((k) => Math.abs(k.x - glyph.x) <= reach && Math.abs(k.y - glyph.y) <= reach) ?? false;
      }
    }
    if (twin) {
      doubled.add(glyph);
      continue;
    }
    const key = `${glyph.text} ${column} ${row}`;
    const bucket = kept.get(key);
    if (bucket) bucket.push(glyph);
    else kept.set(key, [glyph]);
  }
  return doubled;
}

/** pt. Larger than any shift that counts. */
const BUCKET = 8;
