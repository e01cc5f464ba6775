import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankRaster, type Raster, tiltRaster } from '../../../../src/read/ocr/picture/raster.js';
import { mayHoldGrid } from '../../../../src/read/ocr/pictures/grid-lines.js';
import { post, stroke, table } from '../drawn-table.js';

/** A full grid of ruling lines, px. */
function grid(rows: number, columns: number, height: number, width: number): Raster {
  const raster = blankRaster(columns * width + 80, rows * height + 80);
  for (let r = 0; r <= rows; r++) stroke(raster, 40, 41 + columns * width, 1, () => 40 + r * height);
  for (let c = 0; c <= columns; c++) post(raster, 40 + c * width, 40, 41 + rows * height);
  return raster;
}

describe('what may be a table is never told apart', () => {
  test('every grid of six cells or more, leaning as a page on a scanner does', () => {
    fc.assert(
      fc.property(
        fc
          .record({
            rows: fc.integer({ min: 1, max: 12 }),
            columns: fc.integer({ min: 1, max: 8 }),
            height: fc.integer({ min: 14, max: 40 }),
            width: fc.integer({ min: 40, max: 300 }),
            tilt: fc.constantFrom(0, 0.3, -0.7, 1.5, -2),
          })
          .filter(({ rows, columns, height }) => rows * columns >= 6 && rows * height >= 24),
        ({ rows, columns, height, width, tilt }) => mayHoldGrid(tiltRaster(grid(rows, columns, height, width), tilt)),
      ),
      { seed: 1, numRuns: 80 },
    );
  });

  test('lines that are light, on grey paper', () => {
    const picture = grid(4, 4, 30, 80);
    expect(mayHoldGrid({ ...picture, data: picture.data.map((value) => (value === 255 ? 220 : 190)) })).toBe(true);
  });
});

describe('what is no table', () => {
  test('four cells', () => {
    expect(mayHoldGrid(table())).toBe(false);
  });

  test('a chart: lines across behind columns, a frame that meets none of them', () => {
    const chart = blankRaster(645, 360);
    for (const y of [5, 354]) stroke(chart, 5, 640, 1, () => y);
    for (const x of [5, 639]) post(chart, x, 5, 355);
    for (let y = 60; y <= 300; y += 40) stroke(chart, 60, 600, 1, () => y);
    for (let x = 100; x < 560; x += 90) for (let y = 120; y < 300; y++) chart.data.fill(90, y * 645 + x, y * 645 + x + 40);
    expect(mayHoldGrid(chart)).toBe(false);
  });

  test('a chart in a frame: the lines behind its columns end at its axis', () => {
    const chart = blankRaster(645, 360);
    for (const y of [5, 354]) stroke(chart, 5, 640, 1, () => y);
    for (const x of [5, 60, 639]) post(chart, x, x === 60 ? 40 : 5, x === 60 ? 301 : 355);
    for (let y = 40; y <= 300; y += 20) stroke(chart, 56, 600, 1, () => y);
    expect(mayHoldGrid(chart)).toBe(false);
  });

  test('a photograph: shades, no lines', () => {
    const { width, height, data } = blankRaster(600, 400);
    expect(mayHoldGrid({ width, height, data: data.map((_, i) => 128 + 100 * Math.sin(i / 37) * Math.cos((i / width) * 0.05)) })).toBe(
      false,
    );
  });

  test('nothing at all, and a picture of a pixel', () => {
    expect(mayHoldGrid(blankRaster(300, 200))).toBe(false);
    expect(mayHoldGrid(blankRaster(1, 1))).toBe(false);
  });
});
