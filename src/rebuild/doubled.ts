import type { Glyph } from '../model/glyph.js';

/** Share of the em. Bold made by drawing twice shifts by 0.02–0.05 em; two real glyphs stand at least a thin digit (0.25) apart. */
const SHIFT = 0.12;
/** pt. Side of the squares in which a twin is looked for; larger than any shift that counts. */
const SQUARE = 16;
/** Squares across a page, more than any page has. */
const ROW = 4096;

/** Which glyphs repeat an earlier one in the same place: bold by double drawing, a layer drawn twice. */
export function doubledGlyphs(glyphs: readonly Glyph[]): Set<Glyph> {
  const doubled = new Set<Glyph>();
  const kept = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (hasTwin(glyph, kept)) {
      doubled.add(glyph);
      continue;
    }
    const square = squareOf(glyph.x, glyph.y);
    const others = kept.get(square);
    if (others) others.push(glyph);
    else kept.set(square, [glyph]);
  }
  return doubled;
}

const squareOf = (x: number, y: number) => Math.floor(y / SQUARE) * ROW + Math.floor(x / SQUARE);

/** Looks in the square the glyph stands in, and in the next ones it comes near. */
function hasTwin({ text, x, y, size }: Glyph, kept: ReadonlyMap<number, readonly Glyph[]>): boolean {
  const reach = size * SHIFT;
  const squares = new Set([
    squareOf(x - reach, y - reach),
    squareOf(x + reach, y - reach),
    squareOf(x - reach, y + reach),
    squareOf(x + reach, y + reach),
  ]);
  for (const square of squares) {
    for (const other of kept.get(square) ?? []) {
      if (other.text === text && Math.abs(other.x - x) <= reach && Math.abs(other.y - y) <= reach) return true;
    }
  }
  return false;
}
