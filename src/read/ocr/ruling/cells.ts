import type { Rect } from '../picture/raster.js';
import { courseAt, type RuledLine } from './ruled-line.js';

/** The areas that ruling lines enclose. */
export interface PixelCells {
  readonly width: number;
  readonly height: number;
  /** For each pixel the number of its cell from 1, 0 outside, `RULE` on a line. */
  readonly owner: Int32Array;
  /** Cell n is `cells[n - 1]`. */
  readonly cells: readonly Rect[];
}

/** Owner of the pixels of a ruling line. */
const RULE = -1;
/** Owner of the pixels outside the cells, as long as cells are sought. */
const OUTSIDE = -2;

export const isRule = ({ owner }: PixelCells, at: number): boolean => owner[at] === RULE;

/** Inch. Lines are prolonged so far to meet those that they stop short of. */
const PROLONG = 0.045;
/** Inch. Areas less wide or less high hold no print. */
const SMALLEST = 0.06;
/** Share of its bounding box that a cell fills. */
const FILLED = 0.5;

/** Floods what the lines leave: each enclosed area is a cell, whatever way its lines bend. */
export function floodCells(lines: readonly RuledLine[], width: number, height: number, dpi: number): PixelCells {
  const owner = new Int32Array(width * height);
  for (const line of lines) drawRule(line, owner, width, height, dpi);
  const cells: Rect[] = [];
  flood(owner, width, height, 0, OUTSIDE);
  for (const corner of [width - 1, (height - 1) * width, height * width - 1]) flood(owner, width, height, corner, OUTSIDE);
  for (let at = owner.indexOf(0); at >= 0; at = owner.indexOf(0, at + 1)) {
    const area = flood(owner, width, height, at, cells.length + 1);
    const [w, h] = [area.x1 - area.x0, area.y1 - area.y0];
    const isCell = w >= dpi * SMALLEST && h >= dpi * SMALLEST && area.pixels >= FILLED * w * h && !touchesEdge(area, width, height);
    if (isCell) cells.push(area);
    else flood(owner, width, height, at, OUTSIDE);
  }
  for (let at = 0; at < owner.length; at++) if (owner[at] === OUTSIDE) owner[at] = 0;
  return { width, height, owner, cells };
}

const touchesEdge = ({ x0, y0, x1, y1 }: Rect, width: number, height: number) => x0 === 0 || y0 === 0 || x1 === width || y1 === height;

/** px. More than half the thickness of a line that is drawn: nothing flows through where its course jumps by one. */
const SPARE = 1;

function drawRule(line: RuledLine, owner: Int32Array, width: number, height: number, dpi: number): void {
  const prolong = Math.round(dpi * PROLONG);
  const half = Math.ceil(line.thickness / 2) + SPARE;
  const [length, breadth] = line.axis === 'horizontal' ? [width, height] : [height, width];
  for (let i = Math.max(0, line.from - prolong); i <= Math.min(length - 1, line.to + prolong); i++) {
    const middle = Math.round(courseAt(line, i));
    for (let b = Math.max(0, middle - half); b <= Math.min(breadth - 1, middle + half); b++) {
      owner[line.axis === 'horizontal' ? b * width + i : i * width + b] = RULE;
    }
  }
}

/** Fills the area of like pixels around `start` with `mark`, row by row. */
function flood(owner: Int32Array, width: number, height: number, start: number, mark: number): Rect & { pixels: number } {
  const old = owner[start] ?? RULE;
  let [x0, y0, x1, y1, pixels] = [width, height, 0, 0, 0];
  if (old === mark || old === RULE) return { x0: 0, y0: 0, x1: 0, y1: 0, pixels };
  // Each is the left end of like pixels in a row that touch a row that is filled already.
  const starts = [start];
  const seek = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (owner[at] === old && (at === from || owner[at - 1] !== old)) starts.push(at);
  };
  for (let seed = starts.pop(); seed !== undefined; seed = starts.pop()) {
    if (owner[seed] !== old) continue;
    const y = Math.floor(seed / width);
    const [row, end] = [y * width, (y + 1) * width];
    let from = seed;
    while (from > row && owner[from - 1] === old) from--;
    let to = seed + 1;
    while (to < end && owner[to] === old) to++;
    owner.fill(mark, from, to);
    pixels += to - from;
    x0 = Math.min(x0, from - row);
    x1 = Math.max(x1, to - row);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y + 1);
    if (y > 0) seek(from - width, to - width);
    if (y < height - 1) seek(from + width, to + width);
  }
  return { x0, y0, x1, y1, pixels };
}
