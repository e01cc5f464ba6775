import { middleX, middleY } from '../model/box.js';
import type { Glyph } from '../model/glyph.js';

/** Em. How far a letter may stand from its place on the ring: angles are whole degrees, ink is estimated. */
const OFF_RING = 0.35;
/** Em. Radii of rings: a smaller one has no room for letters, a larger one is no seal. */
const SMALLEST = 1;
const LARGEST = 20;
/** Letters that are set askew, each in its own direction, until they make a ring. */
const FEWEST = 3;
/** How many letters may be painted between two neighbours of a ring. */
const REACH = 3;
/** Degrees. Nearer directions give no centre. */
const TURNED = 4;

/** The letters of a seal stand on a circle, with their feet or their heads to its centre. */
interface Ring {
  readonly x: number;
  readonly y: number;
  /** Below 0 where the heads point to the centre. */
  readonly radius: number;
  /** One of its letters. */
  readonly letter: Glyph;
}

/**
 * The letters of seals: those set askew on a ring; the one that happens to stand upright on it; and of the line across it the letters in
 * the seal's own colour. A seal lies over a table and belongs to none of its cells. Digits in the line across are left: they may be an
 * amount in the same colour. In black no digit is taken for a letter of the ring either.
 */
export function sealGlyphs(glyphs: readonly Glyph[]): Set<Glyph> {
  const found = new Set<Glyph>();
  for (const ring of rings(glyphs)) {
    for (const glyph of glyphs) if (isOnRing(glyph, ring) || isAcross(glyph, ring)) found.add(glyph);
  }
  return found;
}

function rings(glyphs: readonly Glyph[]): Ring[] {
  const askew = glyphs.filter((glyph) => !isUpright(glyph));
  const taken = new Set<Glyph>();
  const rings: Ring[] = [];
  askew.forEach((letter, i) => {
    for (const other of askew.slice(i + 1, i + 1 + REACH)) {
      if (taken.has(letter)) return;
      const ring = isAlike(letter, other) ? ringThrough(letter, other) : null;
      const letters = ring ? askew.filter((each) => isOnRing(each, ring)) : [];
      if (!ring || new Set(letters.map(({ angle }) => angle)).size < FEWEST) continue;
      rings.push(ring);
      for (const each of letters) taken.add(each);
    }
  });
  return rings;
}

/** The circle on which both letters stand. */
function ringThrough(one: Glyph, other: Glyph): Ring | null {
  const turn = Math.abs(((one.angle - other.angle + 540) % 360) - 180);
  if (turn < TURNED) return null;
  const [ax, ay] = [middleX(one), middleY(one)];
  const [[aUpX, aUpY], [bUpX, bUpY]] = [upOf(one), upOf(other)];
  const [dx, dy] = [aUpX - bUpX, aUpY - bUpY];
  const radius = ((ax - middleX(other)) * dx + (ay - middleY(other)) * dy) / (dx * dx + dy * dy);
  if (Math.abs(radius) < SMALLEST * one.size || Math.abs(radius) > LARGEST * one.size) return null;
  return { x: ax - radius * aUpX, y: ay - radius * aUpY, radius, letter: one };
}

/** From a letter's feet to its head, on the page. */
function upOf({ angle }: Glyph): readonly [x: number, y: number] {
  const turn = (angle * Math.PI) / 180;
  return [Math.sin(turn), -Math.cos(turn)];
}

function isOnRing(glyph: Glyph, { x, y, radius, letter }: Ring): boolean {
  if (!isAlike(glyph, letter) || (glyph.colour === undefined && isUpright(glyph) && isDigit(glyph))) return false;
  const [upX, upY] = upOf(glyph);
  return Math.hypot(x + radius * upX - middleX(glyph), y + radius * upY - middleY(glyph)) <= OFF_RING * glyph.size;
}

function isAcross(glyph: Glyph, { x, y, radius, letter }: Ring): boolean {
  if (glyph.colour === undefined || glyph.colour !== letter.colour || isDigit(glyph)) return false;
  return Math.hypot(middleX(glyph) - x, middleY(glyph) - y) < Math.abs(radius);
}

const isUpright = ({ angle }: Glyph) => angle % 90 === 0;
const isDigit = ({ text }: Glyph) => /[\d.,-]/u.test(text);

const isAlike = (one: Glyph, other: Glyph) => one.font === other.font && one.size === other.size && one.colour === other.colour;
