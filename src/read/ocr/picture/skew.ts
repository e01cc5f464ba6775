import type { Ink } from './ink.js';

/** Degrees. Sheets fed askew; more would not go through a scanner. */
const MOST = 5;
/** Degrees between the angles that are tried, and around the best of them. */
const COARSE = 0.25;
const FINE = 0.02;
/** Rounding that must not cost the last angle. */
const SLACK = 1e-9;
/** How much more uneven the rows must be at an angle than at none: empty and pictorial pages are level. */
const BETTER = 1.01;
/** Pixels across to which the page is thinned: enough to measure 0.05°. */
const ENOUGH = 1200;

/**
 * By how many degrees the lines of a page fall to the right. Lines of print and ruling lines fill few rows when they are
 * level: the angle is sought at which the rows differ most.
 */
export function skewOf({ width, height, bits }: Ink): number {
  const step = Math.max(1, Math.round(width / ENOUGH));
  const places = Math.ceil(width / step) * Math.ceil(height / step);
  const [allXs, allYs] = [new Float64Array(places), new Float64Array(places)];
  let count = 0;
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (!bits[y * width + x]) continue;
      allXs[count] = (x - width / 2) / step;
      allYs[count] = (y - height / 2) / step;
      count++;
    }
  }
  if (count === 0) return 0;
  const [xs, ys] = [allXs.subarray(0, count), allYs.subarray(0, count)];
  const half = Math.ceil(height / step / 2 + Math.tan((MOST * Math.PI) / 180) * (width / step / 2)) + 2;
  const score = (degrees: number) => unevenness(xs, ys, Math.tan((degrees * Math.PI) / 180), half);
  const coarse = best(-MOST, MOST, COARSE, score);
  const fine = best(coarse - COARSE, coarse + COARSE, FINE, score);
  return score(fine) > score(0) * BETTER ? Math.round(fine * 100) / 100 : 0;
}

function unevenness(xs: Float64Array, ys: Float64Array, slope: number, half: number): number {
  return squaresOf(rowsAlong(xs, ys, slope, half));
}

/** How many points lie in each row of pixels when the page is turned level. */
function rowsAlong(xs: Float64Array, ys: Float64Array, slope: number, half: number): Uint32Array {
  const rows = new Uint32Array(2 * half + 1);
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round((ys[i] ?? 0) - (xs[i] ?? 0) * slope) + half;
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows;
}

/** A function of its own: V8 compiles a long loop while it runs, and throws that code away when it comes to what it has not yet seen run. */
function squaresOf(rows: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += (rows[i] ?? 0) ** 2;
  return sum;
}

/** The angle of the highest score; of equals the one nearest to level. */
function best(from: number, to: number, step: number, score: (degrees: number) => number): number {
  let [angle, highest] = [0, -1];
  for (let i = 0; from + i * step <= to + SLACK; i++) {
    const degrees = from + i * step;
    const s = score(degrees);
    if (s > highest || (s === highest && Math.abs(degrees) < Math.abs(angle))) [angle, highest] = [degrees, s];
  }
  return angle;
}
