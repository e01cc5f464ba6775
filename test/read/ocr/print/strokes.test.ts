import { describe, expect, test } from 'vitest';
import { toInk } from '../../../../src/read/ocr/picture/ink.js';
import { blankRaster, type Rect } from '../../../../src/read/ocr/picture/raster.js';
import { type ReadLine, textOf } from '../../../../src/read/ocr/print/line.js';
import { isRestOfRule, withDash } from '../../../../src/read/ocr/print/strokes.js';
import { DPI, post, stroke } from '../drawn-table.js';

/** A line whose ink lies so in its crop, with what the engine read. */
const line = (ink: Rect, crop: Rect, text: string, cell = 1): ReadLine => ({
  ink,
  crop,
  cell,
  letters: [...text].map((each) => ({ text: each, p: 0.3, at: 0.5, others: [] })),
  steps: [],
});

describe('a lying stroke alone in its cell', () => {
  const raster = blankRaster(200, 100);
  stroke(raster, 50, 71, 3, () => 50);
  post(raster, 150, 40, 60);
  const ink = toInk(raster, DPI);
  const lying = { x0: 50, y0: 50, x1: 71, y1: 53 };
  const around = { x0: 44, y0: 40, x1: 77, y1: 62 };
  const read = (text: string, at = lying, crop = around, cell = 1) => textOf(withDash(line(at, crop, text, cell), ink, DPI).letters);

  test('is a dash, whatever the engine sees in it', () => {
    expect(read('')).toBe('—');
    expect(read('|')).toBe('—');
    expect(read('一')).toBe('一');
  });

  test('is none where it is as wide as a rule that a seal tore', () => {
    const torn = blankRaster(200, 100);
    stroke(torn, 50, 150, 3, () => 50);
    const wide = line({ ...lying, x1: 150 }, { ...around, x1: 156 }, '');
    expect(textOf(withDash(wide, toInk(torn, DPI), DPI).letters)).toBe('');
  });

  test('is none outside the cells, where it stands upright, or close to a border', () => {
    expect(read('', lying, around, 0)).toBe('');
    expect(read('1', { x0: 150, y0: 40, x1: 152, y1: 60 }, { x0: 140, y0: 30, x1: 160, y1: 70 })).toBe('1');
    expect(read('', lying, { ...around, y0: 48 })).toBe('');
  });
});

test('so is a long one near the border, whatever the engine guesses in it; one amid the cell may be a rule between two rows', () => {
  const along = { x0: 20, y0: 205, x1: 290, y1: 208 };
  const crop = { x0: 14, y0: 202, x1: 296, y1: 218 };
  expect(isRestOfRule(line(along, crop, '在纳海'), DPI)).toBe(true);
  expect(isRestOfRule(line(along, { ...crop, y0: 196 }, ''), DPI)).toBe(false);
});

test('a thin stroke along the border of a cell is a rest of its rule where no letter is read', () => {
  const atRight = { x0: 190, y0: 40, x1: 193, y1: 52 };
  const crop = { x0: 184, y0: 35, x1: 193, y1: 57 };
  expect(isRestOfRule(line(atRight, crop, ''), DPI)).toBe(true);
  expect(isRestOfRule({ ...line(atRight, crop, ''), letters: [{ text: '1', p: 0.9, at: 0.5, others: [] }] }, DPI)).toBe(false);
  expect(isRestOfRule(line(atRight, { ...crop, x1: 199 }, ''), DPI)).toBe(false);
});
