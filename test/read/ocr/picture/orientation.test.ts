import { expect, test } from 'vitest';
import type { OcrEngines } from '../../../../src/read/ocr/engines/port.js';
import { uprightTurn } from '../../../../src/read/ocr/picture/orientation.js';
import { blankRaster, type QuarterTurn, type Raster, type Rect, turnRaster } from '../../../../src/read/ocr/picture/raster.js';

const [WIDTH, HEIGHT] = [1200, 1600];
/** Black in the corner that is the upper left one of the upright page. */
const MARK = 8;

/** A page with a mark in its upper left corner. */
function page(): Raster {
  const raster = blankRaster(WIDTH, HEIGHT);
  for (let y = 0; y < MARK; y++) raster.data.fill(0, y * WIDTH, y * WIDTH + MARK);
  return raster;
}

const isUpright = ({ data }: Raster): boolean => data[0] === 0;

/** Engines that see so many lines, standing where the picture is wider than high, and read them as surely as told. */
function engines(
  lines: number,
  sure: (isUpright: boolean, lines: number) => number,
): OcrEngines & { readonly asked: number[]; readonly seen: number[] } {
  const [asked, seen]: number[][] = [[], []];
  return {
    asked: asked ?? [],
    seen: seen ?? [],
    detect: async ({ width, height }) => {
      seen?.push(width * height);
      const isSideways = width > height;
      const [across, down] = isSideways ? [height, width] : [width, height];
      const rects = Array.from({ length: lines }, (_, i): Rect => {
        const y0 = Math.floor((down * (i + 1)) / (lines + 2));
        return { x0: Math.floor(across / 10), y0, x1: Math.floor(across / 2), y1: y0 + Math.floor(down / (4 * lines + 4)) };
      });
      return isSideways ? rects.map(({ x0, x1, y0, y1 }) => ({ x0: y0, x1: y1, y0: x0, y1: x1 })) : rects;
    },
    recognise: async (picture, crops) => {
      asked?.push(crops.length);
      return crops.map(() => [[{ text: '预', p: sure(isUpright(picture), crops.length) }], [{ text: '', p: 1 }]]);
    },
    readNumbers: async () => [],
  };
}

test.each<[QuarterTurn, QuarterTurn]>([
  [0, 0],
  [90, 270],
  [180, 180],
  [270, 90],
])('a page turned by %d is turned on by %d: a small picture and the starts of a few lines tell', async (by, wanted) => {
  const own = engines(20, (upright) => (upright ? 0.95 : 0.3));
  expect(await uprightTurn(turnRaster(page(), by), own)).toBe(wanted);
  expect(own.asked).toEqual([4, 4]);
  expect(Math.max(...own.seen)).toBeLessThan(250_000);
});

test('more lines are read where the first leave a doubt', async () => {
  const own = engines(20, (upright, lines) => (lines > 4 && upright ? 0.95 : 0.8));
  expect(await uprightTurn(turnRaster(page(), 180), own)).toBe(180);
  expect(own.asked).toEqual([4, 4, 12, 12]);
});

test('lines are sought in the whole picture where the small one shows few', async () => {
  const own = engines(3, (upright) => (upright ? 0.95 : 0.3));
  expect(await uprightTurn(page(), own)).toBe(0);
  expect(own.seen).toHaveLength(2);
  expect(own.seen[1]).toBe(WIDTH * HEIGHT);
});
