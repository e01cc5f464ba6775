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
  const sums = integral(data, width, height);
  const bits = new Uint8Array(width * height);
  const stride = width + 1;
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach) * stride, Math.min(height, y + reach + 1) * stride];
    const rows = (bottom - top) / stride;
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum = (sums[bottom + right] ?? 0) - (sums[top + right] ?? 0) - (sums[bottom + left] ?? 0) + (sums[top + left] ?? 0);
      if ((data[y * width + x] ?? 0) < sum / (rows * (right - left)) - DARKER) bits[y * width + x] = 1;
    }
  }
  return { width, height, bits };
}

/** Sums over all pixels above and left of each corner. */
function integral(data: Uint8Array, width: number, height: number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    const [above, here] = [y * (width + 1), (y + 1) * (width + 1)];
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0;
      sums[here + x + 1] = (sums[above + x + 1] ?? 0) + row;
    }
  }
  return sums;
}
