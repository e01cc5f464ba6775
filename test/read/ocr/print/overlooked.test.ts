import { expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster, type Raster } from '../../../../src/read/ocr/picture/raster.js';
import { overlookedPrint } from '../../../../src/read/ocr/print/overlooked.js';
import { floodCells } from '../../../../src/read/ocr/ruling/cells.js';
import { DPI, stroke } from '../drawn-table.js';

const BAND = { x0: 0, x1: 600, y0: 0, y1: 200 };
/** A line that the detector saw. */
const SEEN = { x0: 90, x1: 260, y0: 94, y1: 126 };

function found(...digits: (readonly [x: number, y: number, width: number, height: number])[]) {
  const raster: Raster = blankRaster(600, 200);
  stroke(raster, 100, 250, 20, () => 100);
  for (const [x, y, width, height] of digits) stroke(raster, x, x + width, height, () => y);
  return overlookedPrint(toInk(raster, DPI), floodCells([], 600, 200, DPI), BAND, [SEEN], DPI).map(({ ink }) => ink);
}

test('a digit alone on the line of print that was seen is found', () => {
  expect(found([500, 101, 11, 18])).toEqual([{ x0: 500, x1: 511, y0: 101, y1: 119 }]);
});

test('digits beside each other are one number', () => {
  expect(found([500, 101, 11, 18], [515, 101, 11, 18])).toEqual([{ x0: 500, x1: 526, y0: 101, y1: 119 }]);
});

test.each([
  ['what stands on no line', [500, 150, 11, 18] as const],
  ['a dash', [500, 108, 11, 3] as const],
  ['a bar', [500, 101, 60, 18] as const],
  ['the end of what was seen', [255, 101, 11, 18] as const],
])('%s is left', (_, digit) => {
  expect(found(digit)).toEqual([]);
});
