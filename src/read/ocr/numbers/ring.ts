import { type Raster, type Rect, scaleRect } from '../picture/raster.js';

/** px. A crop is looked at at this height: strokes are 3 px wide there, and what is inside of a 0 some 8. */
const HEIGHT = 48;
/** Share of the way from the darkest pixel to the lightest up to which a pixel is ink. */
const DARK = 0.6;
/** Pixels of ink and of paper that are dirt. */
const DIRT = 12;
/** A 0 is so many times as high as wide. */
const [WIDEST, NARROWEST] = [0.95, 2.8];
/** Share of a 0's height that its inside has at least, and by which the middles of the two are apart at most: 6 and 9 have a small one. */
const INSIDE = 0.5;
const APART = 0.12;

/** Whether a crop shows one closed ring as a 0 is one, and nothing else: 6, 8 and 9 have a smaller inside, or two. */
export function isRing(picture: Raster, crop: Rect): boolean {
  const width = Math.max(1, Math.round(((crop.x1 - crop.x0) * HEIGHT) / Math.max(1, crop.y1 - crop.y0)));
  const grey = scaleRect(picture, crop, width, HEIGHT);
  const [darkest, lightest] = [Math.min(...grey), Math.max(...grey)];
  const isInk = (at: number) => (grey[at] ?? lightest) < darkest + (lightest - darkest) * DARK;
  const areas = areasOf(width, isInk);
  const inks = areas.filter((area) => area.isInk && area.pixels > DIRT);
  const insides = areas.filter((area) => !area.isInk && !area.isAtEdge && area.pixels > DIRT);
  const [[ring, another], [inside, second]] = [inks, insides];
  if (!ring || another || !inside || second || ring.isAtEdge) return false;
  const [height, breadth] = [ring.y1 - ring.y0, ring.x1 - ring.x0];
  const apart = Math.abs(ring.y0 + ring.y1 - inside.y0 - inside.y1) / 2;
  const isUpright = height >= breadth * WIDEST && height <= breadth * NARROWEST;
  return isUpright && inside.y1 - inside.y0 >= height * INSIDE && apart <= height * APART;
}

/** Like pixels that touch: ink also by its corners. */
interface Area extends Rect {
  readonly isInk: boolean;
  readonly pixels: number;
  readonly isAtEdge: boolean;
}

function areasOf(width: number, isInk: (at: number) => boolean): Area[] {
  const seen = new Uint8Array(width * HEIGHT);
  const areas: Area[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue;
    const own = isInk(start);
    let [x0, y0, x1, y1, pixels] = [width, HEIGHT, 0, 0, 0];
    const stack = [start];
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [x0, y0, x1, y1, pixels] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1), pixels + 1];
      for (const [nx, ny] of own ? [...SIDES, ...CORNERS] : SIDES) {
        const next = (y + ny) * width + x + nx;
        if (x + nx < 0 || x + nx >= width || y + ny < 0 || y + ny >= HEIGHT || seen[next] || isInk(next) !== own) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    areas.push({ isInk: own, x0, y0, x1, y1, pixels, isAtEdge: x0 === 0 || y0 === 0 || x1 === width || y1 === HEIGHT });
  }
  return areas;
}

const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;
const CORNERS = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;
