import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import type { Raster } from '../../../../src/read/ocr/picture/raster.js';

const REACH = 3;
const DPI = REACH * 10;

/** Whether a pixel is darker than the square around it, pixel by pixel. */
function isDark({ width, height, data }: Raster, x: number, y: number): boolean {
  let [sum, count] = [0, 0];
  for (let ny = Math.max(0, y - REACH); ny <= Math.min(height - 1, y + REACH); ny++) {
    for (let nx = Math.max(0, x - REACH); nx <= Math.min(width - 1, x + REACH); nx++) {
      sum += data[ny * width + nx] ?? 0;
      count++;
    }
  }
  return (data[y * width + x] ?? 0) < sum / count - 14;
}

const rasters = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((data): Raster => ({ width, height, data })),
  );

test('a pixel is ink where it is darker than the square around it, at the edges as in the middle', () => {
  fc.assert(
    fc.property(rasters, (raster) => {
      const { bits } = toInk(raster, DPI);
      const wanted = Array.from(bits, (_, at) => (isDark(raster, at % raster.width, Math.floor(at / raster.width)) ? 1 : 0));
      expect([...bits]).toEqual(wanted);
    }),
  );
});
