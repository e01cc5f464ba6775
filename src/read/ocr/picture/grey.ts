import type { Picture } from '../../container.js';
import type { Raster } from './raster.js';

/** Colour → grey, as bright as it looks. */
export function toGrey({ width, height, rgba }: Picture): Raster {
  const data = new Uint8Array(width * height);
  for (let i = 0, from = 0; i < data.length; i++, from += 4) data[i] = Math.round(brightnessAt(rgba, from));
  return { width, height, data };
}

/** 0–255. @param from where the pixel's red stands */
export const brightnessAt = (rgba: Uint8Array, from: number): number =>
  0.299 * (rgba[from] ?? 0) + 0.587 * (rgba[from + 1] ?? 0) + 0.114 * (rgba[from + 2] ?? 0);
