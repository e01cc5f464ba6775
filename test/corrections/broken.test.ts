import { expect, test } from 'vitest';
import type { Finding } from '../../schemas/disclosure.js';
import { brokenSince } from '../../src/corrections/broken.js';

type Cell = Finding['cells'][number];

const cell = (row: number, column = 'total'): Cell => ({ table: 0, row, column, page: 1, box: [row, 0, row + 1, column.length] });
const about = (...cells: Cell[]) => ({ cells });
/** A table of which the cells of these rows were corrected. */
const correctedIn = (...rows: number[]) => [
  { rows: [0, 1, 2, 3].map((row) => ({ cells: { total: rows.includes(row) ? { correction: { was: '1' } } : {} } })) },
];

test('what no finding was about before is broken; a finding about no place breaks nothing', () => {
  const broken = about(cell(1), cell(2));
  expect(brokenSince([], [broken, about()], correctedIn(1))).toEqual([broken]);
});

test('what was wrong and is still wrong is not, whichever of its cells is named first', () => {
  expect(brokenSince([about(cell(0), cell(1), cell(2))], [about(cell(1), cell(0))], correctedIn(1))).toEqual([]);
});

test('a corrected cell that stands in one more broken sum has broken it', () => {
  const more = about(cell(1), cell(0), cell(2), cell(1, 'all'));
  expect(brokenSince([about(cell(0), cell(1), cell(2))], [more], correctedIn(1))).toEqual([more]);
  expect(brokenSince([about(cell(0), cell(1), cell(2))], [more], correctedIn(0))).toEqual([]);
});

test('of several findings before, one alone has to be about all of it', () => {
  const across = about(cell(1), cell(2));
  expect(brokenSince([about(cell(1)), about(cell(2))], [across], correctedIn(1))).toEqual([across]);
});

test('places are told by where they stand: a correction may change the indexes of rows', () => {
  const moved = { ...cell(1), row: 0, table: 1 };
  expect(brokenSince([about(cell(1))], [about(moved)], [])).toEqual([]);
  const inSheet = { table: 0, row: 0, column: 'total', page: 1, box: null, ref: '表!B2' };
  expect(brokenSince([about(inSheet)], [about({ ...inSheet, row: 3 })], [])).toEqual([]);
});
