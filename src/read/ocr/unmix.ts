import type { Raster } from './raster.js';

/** A page in colour: rows from the top, red, green, blue, alpha. */
export interface ColourPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** How much red must exceed green and blue to be of a seal: JPEG leaves up to 15 on grey print. */
const TINT = 15;
/** Pixels that are surely of a seal show how its ink has to be lifted. */
const SURELY_RED = 60;
const BRIGHT = 140;
/** Share of the page from which on there is a seal at all: a ring of 4 cm covers 0.5 %. */
const SEAL = 0.0002;
/** Every how many pixels the paper's brightness is looked at. */
const SAMPLE = 333;

/**
 * Colour → grey in which red seals have vanished: red ink leaves the red channel nearly as bright as the paper, black print does
 * not; the little it takes is given back in proportion to its tint. A picture without a seal becomes ordinary grey.
 */
export function unmixRed({ width, height, rgba }: ColourPicture): Raster {
  const data = new Uint8Array(width * height);
  const lift = liftOf(rgba);
  for (let i = 0, at = 0; i < data.length; i++, at += 4) {
    const [r, g, b] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
    if (lift === null) {
      data[i] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
      continue;
    }
    const tint = r - Math.max(g, b);
    data[i] = Math.min(255, Math.round(r + (tint > TINT ? tint * lift : 0)));
  }
  return { width, height, data };
}

/** How much brightness a unit of tint is worth; null without a seal. */
function liftOf(rgba: Uint8Array): number | null {
  const reds: number[] = [];
  const tints: number[] = [];
  const papers: number[] = [];
  let seen = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const r = rgba[at] ?? 0;
    const tint = r - Math.max(rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
    if (tint > SURELY_RED && r > BRIGHT && seen++ % 7 === 0) {
      reds.push(r);
      tints.push(tint);
    }
    if ((at >> 2) % SAMPLE === 0) papers.push(r);
  }
  if (seen < (rgba.length / 4) * SEAL) return null;
  return Math.max(0, (quantile(papers, 0.6) - quantile(reds, 0.5)) / Math.max(1, quantile(tints, 0.5)));
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
