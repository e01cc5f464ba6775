import type { Ink } from './ink.js';
import type { Raster, Rect } from './raster.js';

/** Inch. What is larger either way is print; decimal points, dots and dust are smaller. */
const PRINT = 0.045;
/** Inch. A point belongs to print that is no further away. */
const NEAR = 0.045;
/** Share of the print's height that its point may be away to the left or right: a 1 is narrow, its point stands far. */
const BESIDE = 0.5;
/** Inch. What is higher is no letter of a text. */
const LETTER = 0.25;
/** Times its height that a lying stroke is wide. */
const FLAT = 4;
/** px around a speck that are paper as well: its grey edge. */
const EDGE = 2;
/** Inch. A lying stroke so long and twice as long as high is a dash. */
const DASH = 0.025;

/**
 * Removes lone specks from ink and picture, in place: dust, noise, what a seal leaves. A point beside print stays.
 * @param isRule is the pixel one of a ruling line? These are neither print nor dust.
 */
export function dustOff(picture: Raster, ink: Ink, isRule: (at: number) => boolean, dpi: number): void {
  const { specks, prints } = components(ink, isRule, dpi);
  const reach = dpi * NEAR;
  const index = new PrintIndex(prints, ink.height, dpi);
  for (const speck of specks) {
    if (index.isNear(speck, reach, dpi * LETTER) || index.isBesideWideDigit(speck, dpi * LETTER)) continue;
    for (let y = Math.max(0, speck.y0 - EDGE); y < Math.min(ink.height, speck.y1 + EDGE); y++) {
      for (let x = Math.max(0, speck.x0 - EDGE); x < Math.min(ink.width, speck.x1 + EDGE); x++) {
        const at = y * ink.width + x;
        if (isRule(at)) continue;
        ink.bits[at] = 0;
        picture.data[at] = 255;
      }
    }
  }
}

/** Connected ink, diagonals included, by size; ruling lines are neither. */
function components({ width, height, bits }: Ink, isRule: (at: number) => boolean, dpi: number): { specks: Rect[]; prints: Rect[] } {
  const seen = new Uint8Array(width * height);
  const specks: Rect[] = [];
  const prints: Rect[] = [];
  const stack: number[] = [];
  for (let start = bits.indexOf(1); start >= 0; start = bits.indexOf(1, start + 1)) {
    if (seen[start] || isRule(start)) continue;
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    stack.push(start);
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const y = Math.floor(at / width);
      const x = at - y * width;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      if (y >= y1) y1 = y + 1;
      const right = Math.min(width - 1, x + 1);
      const bottom = Math.min(height - 1, y + 1);
      for (let ny = Math.max(0, y - 1); ny <= bottom; ny++) {
        for (let nx = Math.max(0, x - 1); nx <= right; nx++) {
          const next = ny * width + nx;
          if (!bits[next] || seen[next] || isRule(next)) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    const [w, h] = [x1 - x0, y1 - y0];
    const isPrint = Math.max(w, h) >= dpi * PRINT || (w >= dpi * DASH && w >= 2 * h);
    (isPrint ? prints : specks).push({ x0, y0, x1, y1 });
  }
  return { specks, prints };
}

/** Inch. Height of the strips of the page by which print is looked up. */
const STRIP = 1 / 4;

/** In heights of wide-set digits: how far a point stands from the digit before it, and from the one behind it; and how low it stands. */
const POINT_BEHIND = 1;
const POINT_BEFORE = 1.3;
const FOOT = 0.35;
/** In heights: the white beside wide-set digits, the least and the most; other print stands closer. */
const CLOSEST = 0.35;
const FARTHEST = 1.6;
/** Share of their height by which digits of one number differ in height, and stand higher or lower, at most. */
const ALIKE = 0.2;

/** Print by the strips of the page it stands in. */
class PrintIndex {
  private readonly strips: Rect[][];
  private readonly pitch: number;

  constructor(rects: readonly Rect[], height: number, dpi: number) {
    this.pitch = Math.max(1, Math.round(dpi * STRIP));
    this.strips = Array.from({ length: Math.ceil(height / this.pitch) + 1 }, () => []);
    for (const rect of rects) {
      for (let s = Math.floor(rect.y0 / this.pitch); s <= Math.floor(rect.y1 / this.pitch); s++) this.strips[s]?.push(rect);
    }
  }

  /** Whether print is within `reach` px; beside print no higher than `letter`, within a share of its height. */
  isNear({ x0, y0, x1, y1 }: Rect, reach: number, letter: number): boolean {
    for (let s = Math.floor((y0 - reach) / this.pitch); s <= Math.floor((y1 + reach) / this.pitch); s++) {
      for (const r of this.strips[s] ?? []) {
        const height = heightOf(r);
        const beside = height <= letter ? Math.max(reach, height * BESIDE) : reach;
        if (r.x0 - x1 <= beside && x0 - r.x1 <= beside && r.y0 - y1 <= reach && y0 - r.y1 <= reach) return true;
      }
    }
    return false;
  }

  /** Whether a speck stands at the foot beside a digit set so wide that its number's points stand far from it. */
  isBesideWideDigit(speck: Rect, letter: number): boolean {
    const prints = this.prints(speck).filter((r) => r.y1 - r.y0 <= letter);
    return prints.some((r) => {
      const height = r.y1 - r.y0;
      const isAtFoot = speck.y0 <= r.y1 && Math.abs(speck.y1 - r.y1) <= height * FOOT;
      const [behind, before] = [speck.x0 - r.x1, r.x0 - speck.x1];
      const isNear = (behind >= 0 && behind <= height * POINT_BEHIND) || (before >= 0 && before <= height * POINT_BEFORE);
      return isAtFoot && isNear && isWideSet(r, prints);
    });
  }

  /** Print in the strips that a speck stands in, and those beside. */
  private prints({ y0, y1 }: Rect): Rect[] {
    const [from, to] = [Math.floor(y0 / this.pitch) - 1, Math.floor(y1 / this.pitch) + 1];
    return this.strips.slice(Math.max(0, from), to + 1).flat();
  }
}

/** The height of print; of a flat stroke, 一, that of its letter, which is as high as the stroke is wide. */
function heightOf({ x0, x1, y0, y1 }: Rect): number {
  return x1 - x0 > FLAT * (y1 - y0) ? x1 - x0 : y1 - y0;
}

/** Whether print as high and as low stands beside this, none of it close. */
function isWideSet(digit: Rect, prints: readonly Rect[]): boolean {
  const height = digit.y1 - digit.y0;
  const gaps = prints.flatMap((r) => {
    const isAlike = Math.abs(r.y1 - r.y0 - height) <= height * ALIKE && Math.abs(r.y1 - digit.y1) <= height * ALIKE;
    return r !== digit && isAlike ? [Math.max(r.x0 - digit.x1, digit.x0 - r.x1)] : [];
  });
  const closest = Math.min(...gaps);
  return closest >= height * CLOSEST && closest <= height * FARTHEST;
}
