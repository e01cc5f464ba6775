import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dustOff } from '../../../src/read/ocr/picture/dust.js';
import { toInk } from '../../../src/read/ocr/picture/ink.js';
import { blankRaster, type QuarterTurn, type Raster, scaleRect, tiltRaster, turnRaster } from '../../../src/read/ocr/picture/raster.js';
import { skewOf } from '../../../src/read/ocr/picture/skew.js';
import { unmixRed } from '../../../src/read/ocr/picture/unmix.js';
import { linesInCell } from '../../../src/read/ocr/print/print-lines.js';
import { floodCells } from '../../../src/read/ocr/ruling/cells.js';
import { courseAt, findRuling } from '../../../src/read/ocr/ruling/ruling.js';

const DPI = 200;

/** Draws `height` px of black from x0 to x1, its upper edge at `y(x)`. */
function stroke(raster: Raster, x0: number, x1: number, height: number, y: (x: number) => number): void {
  for (let x = x0; x < x1; x++) for (let dy = 0; dy < height; dy++) raster.data[(Math.round(y(x)) + dy) * raster.width + x] = 0;
}

const post = (raster: Raster, x: number, y0: number, y1: number) => {
  for (let y = y0; y < y1; y++) raster.data.fill(0, y * raster.width + x, y * raster.width + x + 2);
};

/** Two rows and two columns; `bend` px is how far the rules sag in the middle. */
function table(bend = 0): Raster {
  const raster = blankRaster(900, 500);
  for (const y of [100, 200, 300]) stroke(raster, 100, 802, 2, (x) => y + bend * Math.sin(((x - 100) / 700) * Math.PI));
  for (const x of [100, 450, 800]) post(raster, x, 100, 302);
  return raster;
}

test('a ruled table gives its rules and its cells', () => {
  const raster = table();
  const lines = findRuling(toInk(raster, DPI), DPI);
  expect(lines.map((l) => l.axis).toSorted()).toEqual([...Array(3).fill('horizontal'), ...Array(3).fill('vertical')]);
  expect(floodCells(lines, 900, 500, DPI).cells).toHaveLength(4);
});

test('rules that sag are followed, not straightened', () => {
  const lines = findRuling(toInk(table(6), DPI), DPI).filter((l) => l.axis === 'horizontal');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(courseAt(line, 450) - courseAt(line, line.from)).toBeGreaterThan(4);
});

test('a stroke of a character that touches the end of a rule is cut off', () => {
  const raster = table();
  post(raster, 450, 310, 360);
  const middle = findRuling(toInk(raster, DPI), DPI).find((l) => l.axis === 'vertical' && Math.abs(courseAt(l, 200) - 450) < 3);
  expect(middle?.to).toBeLessThan(310);
});

test.each([-3.2, -0.8, 0, 0.5, 1.3])('a page that leans by %f° is found to, and levelled', (degrees) => {
  const leaning = tiltRaster(table(), degrees);
  expect(skewOf(toInk(leaning, DPI))).toBeCloseTo(degrees, 0);
  expect(Math.abs(skewOf(toInk(tiltRaster(leaning, -degrees), DPI)))).toBeLessThan(0.15);
});

test('an empty page is level', () => {
  expect(skewOf(toInk(blankRaster(600, 800), DPI))).toBe(0);
});

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

test('a cell with two lines of print gives two lines, an empty one none', () => {
  const raster = table();
  for (const y of [115, 150]) for (let x = 120; x < 200; x += 8) post(raster, x, y, y + 20);
  const ink = toInk(raster, DPI);
  const cells = floodCells(findRuling(ink, DPI), 900, 500, DPI);
  expect(cells.cells.map((_, i) => linesInCell(ink, cells, i + 1, DPI).length)).toEqual([2, 0, 0, 0]);
});

test('red ink becomes paper, black print under it stays black', () => {
  const rgba = new Uint8Array(100 * 100 * 4).fill(255);
  const paint = (x: number, y: number, r: number, g: number, b: number) => rgba.set([r, g, b], (y * 100 + x) * 4);
  for (let y = 20; y < 60; y++) for (let x = 20; x < 60; x++) paint(x, y, 215, 70, 70);
  for (let x = 30; x < 50; x++) paint(x, 40, 45, 10, 10);
  const { data } = unmixRed({ width: 100, height: 100, rgba });
  expect(data[30 * 100 + 25]).toBeGreaterThan(240);
  expect(data[40 * 100 + 40]).toBeLessThan(100);
});

test('a page without a seal is plain grey', () => {
  const rgba = new Uint8Array(40).fill(120);
  expect([...unmixRed({ width: 10, height: 1, rgba }).data]).toEqual(Array(10).fill(120));
});
