import type { Ink } from '../picture/ink.js';
import { grown, type Rect } from '../picture/raster.js';
import type { PixelCells } from '../ruling/cells.js';
import { joinBeside } from './detect.js';

/** Inch. What is lower is a point or a dash, what is higher no digit. */
const LOWEST = 0.065;
const HIGHEST = 0.16;
/** In heights: no digit is wider; one that is level with print has its middle so near to the middle of it. */
const WIDEST = 1.1;
const LEVEL = 0.35;
/** In heights of a digit: the white around it that the recogniser was taught. */
const AROUND = 0.35;

/** Print as high as digits that the detector has not seen, though it saw other print on the same line: it overlooks digits that stand alone. */
export function overlookedPrint(ink: Ink, cells: PixelCells, band: Rect, seen: readonly Rect[], dpi: number): { ink: Rect; crop: Rect }[] {
  const digits = unseenParts(ink, cells, band, seen).filter(({ x0, x1, y0, y1 }) => {
    const height = y1 - y0;
    return height >= dpi * LOWEST && height <= dpi * HIGHEST && x1 - x0 <= height * WIDEST;
  });
  const isLevel = (digit: Rect) => seen.some((line) => Math.abs(middleOf(line) - middleOf(digit)) <= (digit.y1 - digit.y0) * LEVEL);
  return joinBeside(digits.filter(isLevel)).map((rect) => ({ ink: rect, crop: grown(rect, (rect.y1 - rect.y0) * AROUND, ink) }));
}

const middleOf = ({ y0, y1 }: Rect): number => (y0 + y1) / 2;

/** Connected ink outside the cells, no part of which is in a box of the detector. */
function unseenParts({ width, bits }: Ink, { owner }: PixelCells, band: Rect, seen: readonly Rect[]): Rect[] {
  const height = band.y1 - band.y0;
  const done = new Uint8Array(width * height);
  for (const { x0, x1, y0, y1 } of seen) {
    for (let y = Math.max(0, y0 - band.y0); y < Math.min(height, y1 - band.y0); y++) done.fill(1, y * width + x0, y * width + x1);
  }
  const isInk = (at: number) => bits[band.y0 * width + at] === 1 && owner[band.y0 * width + at] === 0;
  const covered = Uint8Array.from(done);
  const parts: Rect[] = [];
  for (let start = 0; start < done.length; start++) {
    if (done[start] || !isInk(start)) continue;
    const part = { x0: width, y0: height, x1: 0, y1: 0 };
    let isSeen = false;
    const stack = [start];
    done[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [part.x0, part.x1] = [Math.min(part.x0, x), Math.max(part.x1, x + 1)];
      [part.y0, part.y1] = [Math.min(part.y0, y), Math.max(part.y1, y + 1)];
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (covered[next] && isInk(next)) isSeen = true;
          if (done[next] || !isInk(next)) continue;
          done[next] = 1;
          stack.push(next);
        }
      }
    }
    if (!isSeen) parts.push({ x0: part.x0, x1: part.x1, y0: part.y0 + band.y0, y1: part.y1 + band.y0 });
  }
  return parts;
}
