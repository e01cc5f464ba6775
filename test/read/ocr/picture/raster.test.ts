import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type QuarterTurn, scaleRect, turnRaster } from '../../../../src/read/ocr/picture/raster.js';

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
