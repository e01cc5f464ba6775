import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type QuarterTurn, scaleRect, shrunk, turnRaster } from '../../../../src/read/ocr/picture/raster.js';

test('turning a picture on and back changes nothing', () => {
  const turns = fc.constantFrom<QuarterTurn>(0, 90, 180, 270);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), turns, (data, by) => {
      const raster = { width: 4, height: 3, data };
      expect(turnRaster(turnRaster(raster, by), ((360 - by) % 360) as QuarterTurn)).toEqual(raster);
    }),
  );
});

test('a scaled part of one grey is of that grey, grown or shrunk', () => {
  const raster = { width: 40, height: 40, data: new Uint8Array(1600).fill(90) };
  for (const side of [8, 40, 77]) {
    for (const grey of scaleRect(raster, { x0: 3, y0: 3, x1: 30, y1: 30 }, side, side)) expect(grey).toBeCloseTo(90, 3);
  }
});

test('a shrunk picture is of the means of whole squares; what is left over is cut off', () => {
  const raster = { width: 5, height: 4, data: Uint8Array.from([0, 4, 8, 8, 9, 8, 4, 8, 8, 9, 1, 1, 100, 200, 9, 1, 1, 200, 100, 9]) };
  expect(shrunk(raster, 5)).toEqual({ width: 2, height: 2, by: 2, data: Uint8Array.from([4, 8, 1, 150]) });
});

test('a picture small enough is not shrunk', () => {
  const raster = { width: 4, height: 3, data: Uint8Array.from({ length: 12 }, (_, i) => i) };
  expect(shrunk(raster, 12)).toEqual({ ...raster, by: 1 });
});
