import type { Ink } from '../picture/ink.js';
import type { Rect } from '../picture/raster.js';

/** The widest white between two places of a line, px: from the last ink before it to the first behind it; half way where there is none. */
export function widestWhite({ width, bits }: Ink, { y0, y1 }: Rect, left: number, right: number): { from: number; to: number } {
  let best = { from: 0, to: 0 };
  let start = -1;
  const [first, last] = [Math.round(left), Math.round(right)];
  for (let x = first; x <= last + 1; x++) {
    let isWhite = x <= last;
    for (let y = y0; isWhite && y < y1; y++) if (bits[y * width + x]) isWhite = false;
    if (isWhite && start < 0) start = x;
    if (isWhite || start < 0) continue;
    if (x - start > best.to - best.from) best = { from: start, to: x };
    start = -1;
  }
  return best.to > best.from ? best : { from: (left + right) / 2, to: (left + right) / 2 };
}

/** Share of a line's height left white above and below its ink. */
const MARGIN = 0.2;

/** A part of a line, no higher than its ink and the white around it. */
export function asHighAsItsInk(ink: Ink, rect: Rect): Rect {
  const [top, bottom] = inkRows(ink, rect);
  const margin = Math.round((rect.y1 - rect.y0) * MARGIN);
  return { ...rect, y0: Math.max(rect.y0, top - margin), y1: Math.min(rect.y1, bottom + margin) };
}

/** The first row of a rectangle with ink and the one below its last; all of it where it is white. */
export function inkRows({ width, bits }: Ink, { x0, x1, y0, y1 }: Rect): [top: number, bottom: number] {
  const hasInk = (y: number) => {
    for (let x = x0; x < x1; x++) if (bits[y * width + x]) return true;
    return false;
  };
  let [top, bottom] = [y0, y1];
  while (top < bottom && !hasInk(top)) top++;
  while (bottom > top && !hasInk(bottom - 1)) bottom--;
  return top < bottom ? [top, bottom] : [y0, y1];
}
