import type { Raster } from './raster.js';

/** Ink or paper, one byte a pixel: 1 is ink. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Inch. Half the side of the square whose mean a pixel is compared with: wider than any stroke, narrower than any shadow. */
const NEIGHBOURHOOD = 0.1;
/** A pixel is ink where it is so much darker than its neighbourhood. */
const DARKER = 14;

/** Grey → ink: by comparison with what is around, so that shadows and tinted cells do not matter. */
export function toInk({ width, height, data }: Raster, dpi: number): Ink {
  const reach = Math.max(2, Math.round(dpi * NEIGHBOURHOOD));
  const bits = new Uint8Array(width * height);
  // The square goes along with the pixel: sums of its columns, of which one is added and one taken off at each step.
  const columns = new Int32Array(width);
  const addRow = (y: number, sign: 1 | -1) => {
    for (let x = 0, at = y * width; x < width; x++, at++) columns[x] = (columns[x] ?? 0) + sign * (data[at] ?? 0);
  };
  for (let y = 0; y < Math.min(reach, height); y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + reach < height) addRow(y + reach, 1);
    if (y - reach - 1 >= 0) addRow(y - reach - 1, -1);
    const rows = Math.min(height, y + reach + 1) - Math.max(0, y - reach);
    let sum = 0;
    for (let x = 0; x < Math.min(reach, width); x++) sum += columns[x] ?? 0;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (x + reach < width) sum += columns[x + reach] ?? 0;
      if (x - reach - 1 >= 0) sum -= columns[x - reach - 1] ?? 0;
      const across = Math.min(width, x + reach + 1) - Math.max(0, x - reach);
      if (((data[at] ?? 0) + DARKER) * rows * across < sum) bits[at] = 1;
    }
  }
  return { width, height, bits };
}
