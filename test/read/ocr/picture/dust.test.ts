import { expect, test } from 'vitest';
import { dustOff } from '../../../../src/read/ocr/picture/dust.js';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster } from '../../../../src/read/ocr/picture/raster.js';
import { DPI, post, stroke } from '../drawn-table.js';

test('lone specks go; a decimal point beside a digit and a dash stay', () => {
  const raster = blankRaster(300, 100);
  for (let x = 50; x < 56; x++) post(raster, x, 40, 58);
  post(raster, 62, 55, 58);
  post(raster, 200, 20, 22);
  stroke(raster, 240, 250, 2, () => 50);
  const ink = toInk(raster, DPI);
  dustOff(raster, ink, () => false, DPI);
  const at = (x: number, y: number) => raster.data[y * 300 + x];
  expect([at(52, 50), at(62, 56), at(200, 20), at(244, 50)]).toEqual([0, 0, 255, 0]);
});

test('the point of large print may stand further from it, dust between two lines goes', () => {
  const raster = blankRaster(300, 100);
  for (let x = 50; x < 56; x++) post(raster, x, 20, 54);
  post(raster, 69, 51, 54);
  post(raster, 52, 75, 77);
  const ink = toInk(raster, DPI);
  dustOff(raster, ink, () => false, DPI);
  const at = (x: number, y: number) => raster.data[y * 300 + x];
  expect([at(52, 50), at(69, 52), at(52, 76)]).toEqual([0, 0, 255]);
});

/** Digits 10 px wide and 18 high at each of `xs`, and a point 14 px behind the first. */
function dusted(xs: readonly number[], [x, y]: readonly [number, number]): boolean {
  const raster = blankRaster(300, 100);
  for (const left of xs) stroke(raster, left, left + 10, 18, () => 40);
  stroke(raster, x, x + 3, 3, () => y);
  const ink = toInk(raster, DPI);
  dustOff(raster, ink, () => false, DPI);
  return raster.data[y * 300 + x] === 255;
}

test('a point at the foot of digits set wide stays, far as it stands from them; dust elsewhere and behind other digits goes', () => {
  const wide = [50, 75, 100];
  expect(dusted(wide, [124, 54])).toBe(false);
  expect(dusted(wide, [30, 54])).toBe(false);
  expect(dusted(wide, [124, 44])).toBe(true);
  expect(dusted(wide, [140, 54])).toBe(true);
  expect(dusted([50, 63, 76], [100, 54])).toBe(true);
});

test('the 、 behind a 一 stays: the stroke is as wide as its letter is high', () => {
  const raster = blankRaster(300, 100);
  stroke(raster, 50, 74, 3, () => 50);
  stroke(raster, 85, 90, 5, () => 50);
  const ink = toInk(raster, DPI);
  dustOff(raster, ink, () => false, DPI);
  expect(raster.data[52 * 300 + 87]).toBe(0);
});
