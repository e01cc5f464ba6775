import { at } from '../base/invariant.js';
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
  const slots = 2 ** Math.ceil(Math.log2(2 * glyphs.length + 1));
  const kept: Kept = { glyphs, last: new Int32Array(slots).fill(NONE), before: new Int32Array(glyphs.length) };
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = at(glyphs, index);
    if (hasTwin(glyph, kept)) {
      doubled.add(glyph);
      continue;
    }
    const slot = slotOf(squareOf(glyph.x, glyph.y), kept);
    kept.before[index] = kept.last[slot] ?? NONE;
    kept.last[slot] = index;
  }
  return doubled;
}

const NONE = -1;

/**
 * The glyphs that repeat none before them, by the square they stand in: the last of each, and before each glyph another. Squares share a
 * slot now and then, which only makes some glyphs looked at that are far away.
 */
interface Kept {
  readonly glyphs: readonly Glyph[];
  /** By slot; as many as a power of two. */
  readonly last: Int32Array;
  readonly before: Int32Array;
}

const squareOf = (x: number, y: number) => Math.floor(y / SQUARE) * ROW + Math.floor(x / SQUARE);

/** Knuth's multiplicative hash: squares beside and below each other get slots far apart. */
const slotOf = (square: number, { last }: Kept): number => (Math.imul(square, 0x9e3779b1) >>> 8) & (last.length - 1);

/** Looks in the square the glyph stands in, and in the next ones it comes near. Most glyphs come near none. */
function hasTwin(glyph: Glyph, kept: Kept): boolean {
  const { x, y } = glyph;
  const reach = glyph.size * SHIFT;
  const first = squareOf(x - reach, y - reach);
  if (hasTwinIn(first, glyph, reach, kept)) return true;
  const last = squareOf(x + reach, y + reach);
  if (last === first) return false;
  const [beside, below] = [squareOf(x + reach, y - reach), squareOf(x - reach, y + reach)];
  if (beside !== first && hasTwinIn(beside, glyph, reach, kept)) return true;
  if (below !== first && hasTwinIn(below, glyph, reach, kept)) return true;
  return last !== beside && last !== below && hasTwinIn(last, glyph, reach, kept);
}

function hasTwinIn(square: number, { text, x, y }: Glyph, reach: number, kept: Kept): boolean {
  const { glyphs, last, before } = kept;
  for (let index = last[slotOf(square, kept)] ?? NONE; index !== NONE; index = before[index] ?? NONE) {
    const other = at(glyphs, index);
    if (Math.abs(other.x - x) <= reach && Math.abs(other.y - y) <= reach && other.text === text) return true;
  }
  return false;
}
