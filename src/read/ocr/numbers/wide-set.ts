import type { Ink } from '../picture/ink.js';
import type { Rect } from '../picture/raster.js';

/** Columns with ink beside each other, px: a digit, a point. */
export interface Run {
  readonly x0: number;
  readonly x1: number;
  /** Of its ink. */
  readonly height: number;
}

/** Signs from which on the way they are set shows. */
const FEWEST = 3;
/** In heights of the line: a sign is no wider; what is higher is a digit, what is lower a point, comma or minus. */
const WIDEST = 0.8;
const DIGIT = 0.6;
/** In heights of the line: from the middle of a digit to the next one's where they are set wide; usual are 0.7. */
const WIDE = 1.05;
/** In pitches of the digits: farthest to the next sign from a digit, to a digit from a point, to a point. What stands farther is another number. */
const TO_DIGIT = 1.25;
const FROM_POINT = 1.45;

/** The numbers of a line whose digits are set wide, each as its signs; none where they are not. @param height px, of the line's ink */
export function wideNumbers(runs: readonly Run[], height: number): (readonly Run[])[] {
  if (runs.length < FEWEST || runs.some(({ x0, x1 }) => x1 - x0 > height * WIDEST)) return [];
  const isDigit = (run: Run) => run.height >= height * DIGIT;
  const steps = runs.slice(1).flatMap((run, i) => {
    const before = runs[i];
    return before && isDigit(before) && isDigit(run) ? [middleOf(run) - middleOf(before)] : [];
  });
  const pitch = steps.toSorted((a, b) => a - b)[(steps.length - 1) >> 1] ?? 0;
  if (pitch < height * WIDE) return [];
  const numbers: Run[][] = [];
  for (const run of runs) {
    const number = numbers.at(-1);
    const before = number?.at(-1);
    const farthest = pitch * (before && isDigit(before) ? TO_DIGIT : FROM_POINT);
    if (number && before && middleOf(run) - middleOf(before) <= farthest) number.push(run);
    else numbers.push([run]);
  }
  return numbers;
}

const middleOf = ({ x0, x1 }: Run): number => (x0 + x1) / 2;

/** The runs of ink of a line, left to right. */
export function inkRuns({ x0, x1, y0, y1 }: Rect, { width, bits }: Ink): Run[] {
  const runs: { x0: number; x1: number; top: number; bottom: number }[] = [];
  for (let x = x0; x < x1; x++) {
    let [top, bottom] = [y1, y0];
    for (let y = y0; y < y1; y++) if (bits[y * width + x]) [top, bottom] = [Math.min(top, y), y + 1];
    if (bottom <= top) continue;
    const last = runs.at(-1);
    if (last && last.x1 === x) [last.x1, last.top, last.bottom] = [x + 1, Math.min(last.top, top), Math.max(last.bottom, bottom)];
    else runs.push({ x0: x, x1: x + 1, top, bottom });
  }
  return runs.map(({ top, bottom, ...run }) => ({ ...run, height: bottom - top }));
}
