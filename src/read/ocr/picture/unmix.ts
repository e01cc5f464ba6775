import { at } from '../../../base/invariant.js';
import type { Picture } from '../../container.js';
import { brightnessAt, toGrey } from './grey.js';
import type { Raster } from './raster.js';

/** How much red must exceed green and blue to be of a seal: JPEG leaves up to 15 on grey print. */
const TINT = 15;
/** Pixels that are surely of a seal show how dark its ink is, and how red. */
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
 * Colour → grey in which red seals have vanished, and what is printed under them is as dark as elsewhere: the brightness of a pixel is
 * taken as a share of what the paper under the seal's ink has there, as its tint tells. A picture without a seal becomes ordinary grey.
 */
export function unmixRed(picture: Picture): Raster {
  const grey = toGrey(picture);
  const seal = sealOf(picture.rgba);
  if (seal !== null) lift(grey, tintsOf(picture), seal);
  return grey;
}

const tintAt = (rgba: Uint8Array, from: number): number => (rgba[from] ?? 0) - Math.max(rgba[from + 1] ?? 0, rgba[from + 2] ?? 0);

/** A seal's ink on the paper of its page. */
interface Seal {
  /** Brightness of the paper, and of the paper under the ink, 0–255. */
  readonly paper: number;
  readonly inked: number;
  /** How red the ink is there. */
  readonly tint: number;
}

/** The tint of the densest ink counts up to so many times the usual. */
const DENSEST = 1.2;

/** Share of the usual tint below which it is that of a thin stroke, which loses more of its colour than of its darkness. */
const FULL = 0.85;
/** Shares of the paper's brightness from which what is left of a thin stroke is paper, and below which it is print. */
const LIGHT = 0.8;
const DARK = 0.64;

/** Lifts what lies under the seal's ink to where it would be without, in place. */
function lift({ data }: Raster, tints: Uint8Array, { paper, inked, tint }: Seal): void {
  for (let i = 0; i < data.length; i++) {
    const own = tints[i] ?? 0;
    if (own <= TINT) continue;
    const under = paper - Math.min(DENSEST, own / tint) * (paper - inked);
    const share = (data[i] ?? 0) / Math.max(1, under);
    const lifted = share <= DARK || own >= FULL * tint ? share : Math.min(1, DARK + ((share - DARK) / (LIGHT - DARK)) * (1 - DARK));
    data[i] = Math.min(255, Math.round(lifted * paper));
  }
}

/** px. JPEG keeps brightness sharp and spreads colour so far: the tint of an edge, and of print under the seal, is beside it. */
const SPREAD = 3;

/** The tint of each pixel, the strongest around it. */
function tintsOf(picture: Picture): Uint8Array {
  const { width, height } = picture;
  return strongest(strongest(ownTints(picture), width, height, 1), width, height, width);
}

function ownTints({ width, height, rgba }: Picture): Uint8Array {
  const own = new Uint8Array(width * height);
  for (let i = 0; i < own.length; i++) own[i] = Math.max(0, tintAt(rgba, i * 4));
  return own;
}

/** The strongest of each pixel and its neighbours along one axis. @param step 1 along rows, the width along columns */
function strongest(values: Uint8Array, width: number, height: number, step: number): Uint8Array {
  const out = Uint8Array.from(values);
  const length = step === 1 ? width : height;
  for (let i = 0; i < values.length; i++) {
    const own = values[i] ?? 0;
    if (own <= TINT) continue;
    const place = step === 1 ? i % width : Math.floor(i / width);
    for (let by = -Math.min(SPREAD, place); by <= Math.min(SPREAD, length - 1 - place); by++) {
      const near = i + by * step;
      if ((out[near] ?? 0) < own) out[near] = own;
    }
  }
  return out;
}

/** The seal of a page; null without one. */
function sealOf(rgba: Uint8Array): Seal | null {
  const inked: number[] = [];
  const tints: number[] = [];
  const papers: number[] = [];
  let seen = 0;
  for (let from = 0; from < rgba.length; from += 4) {
    const tint = tintAt(rgba, from);
    if (tint > SURELY_RED && (rgba[from] ?? 0) > BRIGHT && seen++ % SAMPLE_RED === 0) {
      inked.push(brightnessAt(rgba, from));
      tints.push(tint);
    }
    if ((from >> 2) % SAMPLE === 0) papers.push(brightnessAt(rgba, from));
  }
  if (seen < (rgba.length / 4) * SEAL) return null;
  return { paper: quantile(papers, PAPER), inked: quantile(inked, 0.5), tint: quantile(tints, 0.5) };
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return at(sorted, Math.floor(sorted.length * share));
}
