import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster, tiltRaster } from '../../../../src/read/ocr/picture/raster.js';
import { skewOf } from '../../../../src/read/ocr/picture/skew.js';
import { DPI, table } from '../drawn-table.js';

test.each([-3.2, -0.8, 0, 0.5, 1.3])('a page that leans by %f° is found to, and levelled', (degrees) => {
  const leaning = tiltRaster(table(), degrees);
  expect(skewOf(toInk(leaning, DPI))).toBeCloseTo(degrees, 0);
  expect(Math.abs(skewOf(toInk(tiltRaster(leaning, -degrees), DPI)))).toBeLessThan(0.15);
});

test('an empty page is level', () => {
  expect(skewOf(toInk(blankRaster(600, 800), DPI))).toBe(0);
});
