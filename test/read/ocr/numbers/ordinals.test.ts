import { describe, expect, test } from 'vitest';
import { at } from '../../../../src/base/invariant.js';
import { Deadline } from '../../../../src/read/ocr/deadline.js';
import type { OcrEngines } from '../../../../src/read/ocr/engines/port.js';
import { ordinalsIn } from '../../../../src/read/ocr/numbers/ordinals.js';
import { readNumbers } from '../../../../src/read/ocr/numbers/read-numbers.js';
import { blankRaster, type Rect } from '../../../../src/read/ocr/picture/raster.js';
import { toRecognised } from '../../../../src/read/ocr/print/ctc.js';
import type { ReadLine } from '../../../../src/read/ocr/print/line.js';
import { DPI } from '../drawn-table.js';
import { steps } from '../steps.js';

/** Cells of 100 × 40 px with ruling lines of 2 px between them, row by row. */
function grid(rows: readonly (readonly string[])[]): { lines: ReadLine[]; cells: Rect[] } {
  const cells = rows.flatMap((row, r) => row.map((_, c) => ({ x0: c * 102, y0: r * 42, x1: c * 102 + 100, y1: r * 42 + 40 })));
  const lines = rows.flat().flatMap((text, i): ReadLine[] => {
    const cell = cells[i];
    return text === '' || !cell ? [] : [{ ink: cell, crop: cell, cell: i + 1, ...toRecognised(steps([...text].join(' _ '))) }];
  });
  return { lines, cells };
}

/** The texts of the ordinals of a table. */
const found = (...rows: readonly (readonly string[])[]) => {
  const { lines, cells } = grid(rows);
  return [...ordinalsIn(lines, cells, DPI).values()];
};
const column = (...texts: string[]) => found(...texts.map((text) => [text]));

describe('numbers that count on in five cells or more are ordinals', () => {
  test('down and across', () => {
    expect(column('1', '2', '3', '4', '5')).toEqual(['2', '3', '4']);
    expect(found(['栏次', '1', '2', '3', '4', '5', '6'])).toEqual(['2', '3', '4', '5']);
    expect(column('28', '29', '30', '31', '32')).toEqual(['29', '30', '31']);
  });

  test('four do not, nor do five with one that does not fit, is missing or is no whole number', () => {
    expect(column('1', '2', '3', '4')).toEqual([]);
    expect(column('1', '2', '7', '4', '5')).toEqual([]);
    expect(column('1', '2', '', '4', '5')).toEqual([]);
    expect(column('1', '2', '3.0', '4', '5')).toEqual([]);
    expect(column('2019', '2020', '2021', '2022', '2023')).toEqual([]);
  });

  test('not where another line stands in the cell, nor where the cells do not lie in one column', () => {
    const { lines, cells } = grid([['1'], ['2'], ['3'], ['4'], ['5']]);
    const [first] = lines;
    expect(ordinalsIn(first ? [...lines, first] : [], cells, DPI).size).toBe(0);
    const shifted = cells.map((cell, i) => (i === 2 ? { ...cell, x0: cell.x0 + 30, x1: cell.x1 + 30 } : cell));
    expect(ordinalsIn(lines, shifted, DPI).size).toBe(0);
  });
});

describe('the second engine', () => {
  const asked: Rect[] = [];
  const engines: OcrEngines = {
    detect: async () => [],
    recognise: async (_, crops) => crops.map(() => steps('7/1')),
    readNumbers: async (_, crops) => {
      asked.push(...crops);
      return crops.map(() => '9');
    },
  };
  const picture = blankRaster(200, 300);
  const { lines, cells } = grid([['1'], ['2'], ['3'], ['4'], ['5'], ['8']]);
  const deadline = new Deadline(60_000);

  test('is not asked about ordinals, and about all others', async () => {
    asked.length = 0;
    const told = ordinalsIn(lines, cells, DPI);
    const readings = await readNumbers(picture, lines, engines, deadline, told);
    expect(asked.slice(0, 3)).toEqual([cells[0], cells[4], cells[5]]);
    expect(lines.map((line) => readings.get(line)?.doubtful)).toEqual([true, false, false, false, true, true]);
    expect(lines.slice(1, 4).map((line) => readings.get(line)?.text)).toEqual(['2', '3', '4']);
    expect(asked).not.toContainEqual(cells[2]);
  });

  test('is asked about an ordinal of which the first engine is not sure', async () => {
    asked.length = 0;
    const unsure = lines.map((line, i) => (i === 2 ? { ...line, ...toRecognised(steps('3/7')) } : line));
    const readings = await readNumbers(picture, unsure.slice(0, 5), engines, deadline, ordinalsIn(unsure, cells, DPI));
    expect(asked).toContainEqual(cells[2]);
    expect(readings.get(at(unsure, 2))?.doubtful).toBe(true);
  });
});
