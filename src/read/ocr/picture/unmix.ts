import { at } from '../../../base/invariant.js';
import type { Picture } from '../../container.js';
import type { Raster } from './raster.js';

/** How much red must exceed green and blue to be of a seal: JPEG leaves up to 15 on grey print. */
const TINT = 15;
/** Pixels that are surely of a seal show how its ink has to be lifted. */
const SURELY_RED = 60;
const BRIGHT = 140;
/** Share of the page from which on there is a seal at all: a ring of 4 cm covers 0.5 %. */
const SEAL = 0.0002;
/** Every how many pixels the paper's brightness is looked at, and every how many red ones the seal's ink. */
const SAMPLE = 333;
const SAMPLE_RED = 7;
/** The paper's brightness among those of all pixels, as a quantile: print and seals are darker, and cover less than half. */
const PAPER = 0.6;

/**
 * Colour → grey in which red seals have vanished: red ink leaves the red channel nearly as bright as the paper, black print does
 * not. What brightness the red channel lacks under the seal is added in proportion to its tint. A picture without a seal becomes ordinary grey.
 */
export function unmixRed({ width, height, rgba }: Picture): Raster {
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
  if (lift !== null) bleach({ width, height, data }, rgba);
  return { width, height, data };
}

/** px. JPEG spreads colour over so many pixels: the seal's edges lie beside its tint. */
const SPREAD = 3;
/** Brightness, as shares of the paper's, from which what is left of a seal is paper, and below which it is print. */
const LIGHT = 0.74;
const DARK = 0.5;

/** Around red ink, what is not clearly dark is paper: the grey edges that a seal leaves. In place. */
function bleach({ width, height, data }: Raster, rgba: Uint8Array): void {
  const near = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if ((rgba[at] ?? 0) - Math.max(rgba[at + 1] ?? 0, rgba[at + 2] ?? 0) <= TINT) continue;
      for (let ny = Math.max(0, y - SPREAD); ny <= Math.min(height - 1, y + SPREAD); ny++) {
        near.fill(1, ny * width + Math.max(0, x - SPREAD), ny * width + Math.min(width, x + SPREAD + 1));
      }
    }
  }
  const paper = quantile(
    Array.from({ length: Math.ceil(data.length / SAMPLE) }, (_, i) => data[i * SAMPLE] ?? 255),
    PAPER,
  );
  for (let i = 0; i < data.length; i++) {
    if (!near[i]) continue;
    const share = ((data[i] ?? 0) / paper - DARK) / (LIGHT - DARK);
    if (share > 0) data[i] = Math.min(255, Math.round(paper * (DARK + Math.min(1, share) * (1 - DARK))));
  }
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
    if (tint > SURELY_RED && r > BRIGHT && seen++ % SAMPLE_RED === 0) {
      reds.push(r);
      tints.push(tint);
    }
    if ((at >> 2) % SAMPLE === 0) papers.push(r);
  }
  if (seen < (rgba.length / 4) * SEAL) return null;
  return Math.max(0, (quantile(papers, PAPER) - quantile(reds, 0.5)) / Math.max(1, quantile(tints, 0.5)));
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return at(sorted, Math.floor(sorted.length * share));
}
