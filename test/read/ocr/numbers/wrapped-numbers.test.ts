import { describe, expect, test } from 'vitest';
import type { OcrReading } from '../../../../src/model/glyph.js';
import { laidOut, withWholeNumber, wrappedNumbers } from '../../../../src/read/ocr/numbers/wrapped-numbers.js';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster } from '../../../../src/read/ocr/picture/raster.js';
import type { ReadLine } from '../../../../src/read/ocr/print/line.js';
import { DPI, stroke } from '../drawn-table.js';

const CELL = { x0: 100, y0: 100, x1: 230, y1: 170 };

/** A line of the cell, 18 px high, that ends at its right side. */
function piece(text: string, width: number, y: number, cell = 1): ReadLine {
  const ink = { x0: 226 - width, y0: y, x1: 226, y1: y + 18 };
  const crop = { x0: Math.max(CELL.x0, ink.x0 - 6), y0: y - 4, x1: CELL.x1, y1: y + 22 };
  return { ink, crop, cell, steps: [], letters: [...text].map((each) => ({ text: each, p: 0.99, at: 0.5, others: [] })) };
}

const first = piece('26,633,602', 122, 105);
const second = piece('.87', 32, 140);
const found = (...lines: ReadLine[]) => wrappedNumbers(lines, [CELL]).map((number) => number.map((line) => lines.indexOf(line)));

describe('lines of one cell may print one number', () => {
  test('where the first is as wide as the cell, in whatever order they come', () => {
    expect(found(first, second)).toEqual([[0, 1]]);
    expect(found(second, first)).toEqual([[1, 0]]);
  });

  test('where digits set as wide as Han letters leave as much white at the sides as one of them takes', () => {
    const wide = { ...piece('255', 70, 105), ink: { x0: 125, y0: 105, x1: 195, y1: 123 }, crop: { x0: 119, y0: 101, x1: 201, y1: 127 } };
    const spaced = wide.letters.map((letter, i) => ({ ...letter, at: (i + 0.5) / 3 }));
    const narrow = { ...CELL, x1: 215 };
    expect(wrappedNumbers([{ ...wide, letters: spaced }, second], [narrow])).toHaveLength(1);
    expect(wrappedNumbers([wide, second], [narrow])).toEqual([]);
  });

  test('not where it had room for more, where words stand beside it, or outside the cells', () => {
    expect(found(piece('602', 40, 105), second)).toEqual([]);
    expect(found(first, piece('合计', 40, 140))).toEqual([]);
    expect(found({ ...first, cell: 0 }, { ...second, cell: 0 })).toEqual([]);
    expect(found(first)).toEqual([]);
  });
});

test('they are laid beside each other, their tops level', () => {
  const picture = blankRaster(300, 200);
  stroke(picture, 104, 226, 18, () => 105);
  stroke(picture, 194, 226, 18, () => 140);
  const { picture: beside, laid } = laidOut(picture, [[first, second]], toInk(picture, DPI));
  const crop = laid[0]?.crop ?? CELL;
  const dark = (y: number) => beside.data.subarray(y * beside.width, (y + 1) * beside.width).filter((grey) => grey === 0).length;
  const rows = Array.from({ length: crop.y1 - crop.y0 }, (_, i) => dark(crop.y0 + i)).filter((count) => count > 0);
  expect(rows).toEqual(Array(18).fill(122 + 32));
});

describe('what is read of them as a whole', () => {
  const whole = (text: string): OcrReading => ({ text, raw: text, confidence: 1, alternatives: [], doubtful: false });
  const signs = (text: string, ...lines: ReadLine[]) => withWholeNumber(lines, whole(text))?.map((line) => line.signs) ?? null;

  test('is the reading of every line, which keeps its own signs', () => {
    expect(signs('26,633,602.87', first, second)).toEqual(['26,633,602', '.87']);
    expect(signs('1,540,129.00', piece('1,540,129.', 122, 105), piece('00', 20, 140))).toEqual(['1,540,129.', '00']);
  });

  test('is not taken where its digits are others, or where two whole numbers would look the same', () => {
    expect(signs('26,633,602.37', first, second)).toBeNull();
    expect(signs('1234567812', piece('12345678', 122, 105), piece('12', 20, 140))).toBeNull();
    expect(signs('012.50', piece('0', 122, 105), piece('12.50', 60, 140))).toBeNull();
  });
});
