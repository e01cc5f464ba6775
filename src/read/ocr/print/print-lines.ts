import type { Ink } from '../picture/ink.js';
import type { Rect } from '../picture/raster.js';
import type { PixelCells } from '../ruling/cells.js';
import type { PrintLine } from './line.js';

/** Square inch of ink. A lone speck of dust is smaller than a decimal point's share of a number. */
const LEAST_INK = 0.00016;
/** Inch. Strokes of one line of print with less white between them belong together. */
const SAME_LINE = 0.014;
/** Inch. No line of print is lower than this once put together; 一 and — are joined to what stands beside them only. */
const LOW = 0.055;
/** Inch. Two slivers make one line up to this height. */
const HIGHEST = 0.16;
/** Inch of ink in a row of pixels, below which the row is white: a pixel at 200 dpi. */
const LEAST_ROW = 0.005;
/** Pixels of ink among a pixel and its eight neighbours from which on it is print. */
const TOGETHER = 4;
/** Inch. Height of the smallest print. */
const PRINT = 0.08;
/** Shares of the height left around the ink, above and below, and at the sides. */
const MARGIN = 0.2;
const SIDE_MARGIN = 0.35;

/** The lines of print in one cell, top to bottom. */
export function linesInCell(ink: Ink, { owner, cells }: PixelCells, cell: number, dpi: number): PrintLine[] {
  const rect = cells[cell - 1];
  if (!rect) return [];
  const isPrint = (x: number, y: number) => owner[y * ink.width + x] === cell && isNoSpeck(ink, x, y);
  const counts: number[] = [];
  for (let y = rect.y0; y < rect.y1; y++) {
    let count = 0;
    for (let x = rect.x0; x < rect.x1; x++) if (isPrint(x, y)) count++;
    counts.push(count);
  }
  const least = dpi * dpi * LEAST_INK;
  if (counts.reduce((sum, n) => sum + n, 0) < least) return [];
  return bands(counts, dpi).flatMap(([from, to]): PrintLine[] => {
    const [y0, y1] = [rect.y0 + from, rect.y0 + to];
    const found = withoutFarSpecks(extent(rect, y0, y1, isPrint), { y0, y1 }, isPrint, dpi);
    if (found.count < least) return [];
    const inkRect = { x0: found.x0, y0, x1: found.x1, y1 };
    return [{ ink: inkRect, crop: withMargin(inkRect, rect, dpi), cell }];
  });
}

/** Ink with ink beside it: noise comes in single pixels. */
function isNoSpeck({ width, height, bits }: Ink, x: number, y: number): boolean {
  if (bits[y * width + x] !== 1 || x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return false;
  let count = 0;
  for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) count += bits[(y + dy) * width + x + dx] ?? 0;
  return count >= TOGETHER;
}

/** Rows with ink, put together to lines of print. */
function bands(counts: readonly number[], dpi: number): [number, number][] {
  const least = Math.max(1, dpi * LEAST_ROW);
  const strips: [number, number][] = [];
  counts.forEach((count, y) => {
    if (count < least) return;
    const last = strips.at(-1);
    if (last && y - last[1] <= dpi * SAME_LINE) last[1] = y + 1;
    else strips.push([y, y + 1]);
  });
  const lines: [number, number][] = [];
  for (const strip of strips) {
    const last = lines.at(-1);
    const isSliver = last && (last[1] - last[0] < dpi * LOW || strip[1] - strip[0] < dpi * LOW);
    if (last && isSliver && strip[1] - last[0] <= dpi * HIGHEST) last[1] = strip[1];
    else lines.push([...strip]);
  }
  return lines;
}

function extent(rect: Rect, y0: number, y1: number, isPrint: (x: number, y: number) => boolean) {
  let [x0, x1, count] = [rect.x1, rect.x0, 0];
  for (let x = rect.x0; x < rect.x1; x++) {
    for (let y = y0; y < y1; y++) {
      if (!isPrint(x, y)) continue;
      count++;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
    }
  }
  return { x0, x1, count };
}

/** Square inch of ink in a speck at most, and heights of the line that part it from print: a point, a minus sign stand beside theirs. */
const SPECK_INK = 0.0005;
const FAR = 1.5;

/** What a line reaches over without the specks at its ends, far from its print: dirt that is too wide for dust. */
function withoutFarSpecks(
  found: ReturnType<typeof extent>,
  { y0, y1 }: Pick<Rect, 'y0' | 'y1'>,
  isPrint: (x: number, y: number) => boolean,
  dpi: number,
): ReturnType<typeof extent> {
  const groups: { x0: number; x1: number; count: number }[] = [];
  for (let x = found.x0; x < found.x1; x++) {
    let count = 0;
    for (let y = y0; y < y1; y++) if (isPrint(x, y)) count++;
    if (count === 0) continue;
    const last = groups.at(-1);
    if (last && x - last.x1 <= FAR * (y1 - y0)) [last.x1, last.count] = [x + 1, last.count + count];
    else groups.push({ x0: x, x1: x + 1, count });
  }
  const prints = groups.filter(({ count }) => count > dpi * dpi * SPECK_INK);
  const [first, last] = [prints[0], prints.at(-1)];
  if (!first || !last) return found;
  return { x0: first.x0, x1: last.x1, count: prints.reduce((sum, { count }) => sum + count, 0) };
}

/** The ink with white around it as the recogniser was taught, inside the cell. */
function withMargin(ink: Rect, bounds: Rect, dpi: number): Rect {
  const height = Math.max(ink.y1 - ink.y0, dpi * PRINT);
  const [margin, side, middle] = [Math.round(height * MARGIN), Math.round(height * SIDE_MARGIN), (ink.y0 + ink.y1) / 2];
  return {
    x0: Math.max(bounds.x0, ink.x0 - side),
    x1: Math.min(bounds.x1, ink.x1 + side),
    y0: Math.max(bounds.y0, Math.round(Math.min(ink.y0 - margin, middle - height / 2 - margin))),
    y1: Math.min(bounds.y1, Math.round(Math.max(ink.y1 + margin, middle + height / 2 + margin))),
  };
}
