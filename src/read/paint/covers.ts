import type { Box, Glyph } from '../../model/glyph.js';
import { intersect } from './matrix.js';
import { rectangleOf, type Subpath, THIN } from './paths.js';
import type { PaintState } from './state.js';

/** From this alpha on nothing shows through. */
const OPAQUE = 0.99;
/** Share of a glyph's ink that must be covered for it to be gone; ink is estimated, and boxes end where the printed digits do. */
const GONE = 0.8;

/**
 * The opaque boxes of a page in the order of painting. What is painted later lies on top: a box over last year's figure hides it, and the
 * same box behind a figure is its background.
 */
export class Covers {
  private readonly boxes: Box[] = [];

  /** How many are painted so far: what is painted now lies over these, and under those that follow. */
  get count(): number {
    return this.boxes.length;
  }

  add(box: Box | null): void {
    if (box) this.boxes.push(box);
  }

  /** The glyph as it shows: hidden where a box that is not among the first `before` covers it. */
  seen(glyph: Glyph, before: number): Glyph {
    if (glyph.state !== 'shown') return glyph;
    for (let i = before; i < this.boxes.length; i++) {
      if (covers(this.boxes[i], glyph.box)) return { ...glyph, state: 'hidden' };
    }
    return glyph;
  }
}

/**
 * What a filled path covers in the state it is painted in; null where something shows through or beside it. Paths of several pieces may
 * leave holes and are left out, as is all that is no upright box. That nothing blends or masks it, and that its clip is an upright box,
 * is for the caller to know.
 */
export function coverOf(subpaths: readonly Subpath[], { fill, fillAlpha, clip }: PaintState): Box | null {
  const [subpath, more] = subpaths;
  if (fill === null || fillAlpha < OPAQUE || !subpath || more) return null;
  const box = rectangleOf(subpath);
  if (!box || Math.min(box[2] - box[0], box[3] - box[1]) <= THIN) return null;
  const shown = intersect(box, clip);
  return shown[2] > shown[0] && shown[3] > shown[1] ? shown : null;
}

function covers(cover: Box | undefined, ink: Box): boolean {
  if (!cover || cover[0] >= ink[2] || cover[2] <= ink[0] || cover[1] >= ink[3] || cover[3] <= ink[1]) return false;
  const [x0, y0, x1, y1] = intersect(cover, ink);
  return (x1 - x0) * (y1 - y0) >= GONE * (ink[2] - ink[0]) * (ink[3] - ink[1]);
}
