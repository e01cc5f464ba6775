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
  const stack = new Int32Array(width * height);
  const cells: Rect[] = [];
  flood(owner, stack, width, height, 0, OUTSIDE);
  for (const corner of [width - 1, (height - 1) * width, height * width - 1]) flood(owner, stack, width, height, corner, OUTSIDE);
  for (let at = 0; at < owner.length; at++) {
    if (owner[at] !== 0) continue;
    const area = flood(owner, stack, width, height, at, cells.length + 1);
    const [w, h] = [area.x1 - area.x0, area.y1 - area.y0];
    const isCell = w >= dpi * SMALLEST && h >= dpi * SMALLEST && area.pixels >= FILLED * w * h && !touchesEdge(area, width, height);
    if (isCell) cells.push(area);
    else flood(owner, stack, width, height, at, OUTSIDE);
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

/** Fills the area of like pixels around `start` with `mark`. @param stack room for as many pixels as there are */
function flood(
  owner: Int32Array,
  stack: Int32Array,
  width: number,
  height: number,
  start: number,
  mark: number,
): Rect & { pixels: number } {
  const old = owner[start] ?? RULE;
  let [x0, y0, x1, y1, pixels, top] = [width, height, 0, 0, 0, 0];
  if (old === mark || old === RULE) return { x0: 0, y0: 0, x1: 0, y1: 0, pixels };
  owner[start] = mark;
  stack[top++] = start;
  while (top > 0) {
    const at = stack[--top] ?? 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    pixels++;
    if (x < x0) x0 = x;
    if (x >= x1) x1 = x + 1;
    if (y < y0) y0 = y;
    if (y >= y1) y1 = y + 1;
    if (x > 0 && owner[at - 1] === old) top = push(owner, stack, at - 1, mark, top);
    if (x < width - 1 && owner[at + 1] === old) top = push(owner, stack, at + 1, mark, top);
    if (y > 0 && owner[at - width] === old) top = push(owner, stack, at - width, mark, top);
    if (y < height - 1 && owner[at + width] === old) top = push(owner, stack, at + width, mark, top);
  }
  return { x0, y0, x1, y1, pixels };
}

/** @returns the height of the stack */
function push(owner: Int32Array, stack: Int32Array, at: number, mark: number, top: number): number {
  owner[at] = mark;
  stack[top] = at;
  return top + 1;
}
