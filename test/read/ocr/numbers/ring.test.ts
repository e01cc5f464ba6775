import { expect, test } from 'vitest';
import { isRing } from '../../../../src/read/ocr/numbers/ring.js';
import { blankRaster, type Raster } from '../../../../src/read/ocr/picture/raster.js';

/** Draws a ring of 2 px around a middle, so wide and high at its half. */
function ring(raster: Raster, cx: number, cy: number, rx: number, ry: number): void {
  for (let y = 0; y < raster.height; y++) {
    for (let x = 0; x < raster.width; x++) {
      const outer = ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2;
      const inner = ((x - cx) / (rx - 2)) ** 2 + ((y - cy) / (ry - 2)) ** 2;
      if (outer <= 1 && inner >= 1) raster.data[y * raster.width + x] = 0;
    }
  }
}

const shown = (draw: (raster: Raster) => void): boolean => {
  const raster = blankRaster(30, 30);
  draw(raster);
  return isRing(raster, { x0: 0, y0: 0, x1: 30, y1: 30 });
};

test('one closed ring is a 0', () => {
  expect(shown((raster) => ring(raster, 15, 15, 6, 9))).toBe(true);
});

test('two rings, a small one at the end of a stroke, an open one, one with something beside it, and no ink are none', () => {
  const eight = (raster: Raster) => {
    ring(raster, 15, 10, 5, 5);
    ring(raster, 15, 19, 5, 5);
  };
  const six = (raster: Raster) => {
    ring(raster, 15, 19, 6, 5);
    for (let y = 5; y < 20; y++) raster.data.fill(0, y * 30 + 9, y * 30 + 11);
  };
  const open = (raster: Raster) => {
    ring(raster, 15, 15, 6, 9);
    for (let y = 13; y < 17; y++) raster.data.fill(255, y * 30, y * 30 + 15);
  };
  const beside = (raster: Raster) => {
    ring(raster, 10, 15, 5, 8);
    for (let y = 8; y < 23; y++) raster.data.fill(0, y * 30 + 22, y * 30 + 24);
  };
  expect([eight, six, open, beside, () => {}].map(shown)).toEqual([false, false, false, false, false]);
});
