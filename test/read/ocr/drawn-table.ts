import { blankRaster, type Raster } from '../../../src/read/ocr/picture/raster.js';

/** Pixels per inch of the pictures drawn here. */
export const DPI = 200;

/** Draws `height` px of black from x0 to x1, its upper edge at `y(x)`. */
export function stroke(raster: Raster, x0: number, x1: number, height: number, y: (x: number) => number): void {
  for (let x = x0; x < x1; x++) for (let dy = 0; dy < height; dy++) raster.data[(Math.round(y(x)) + dy) * raster.width + x] = 0;
}

/** Draws 2 px of black from y0 to y1, its left edge at `x`. */
export const post = (raster: Raster, x: number, y0: number, y1: number) => {
  for (let y = y0; y < y1; y++) raster.data.fill(0, y * raster.width + x, y * raster.width + x + 2);
};

/** Two rows and two columns; `bend` px is how far the rules sag in the middle. */
export function table(bend = 0): Raster {
  const raster = blankRaster(900, 500);
  for (const y of [100, 200, 300]) stroke(raster, 100, 802, 2, (x) => y + bend * Math.sin(((x - 100) / 700) * Math.PI));
  for (const x of [100, 450, 800]) post(raster, x, 100, 302);
  return raster;
}
