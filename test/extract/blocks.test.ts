import { expect, test } from 'vitest';
import { columnsToBlocks, labelColumns } from '../../src/extract/blocks.js';
import type { LeafColumn, Role } from '../../src/extract/header.js';

const ROLES: Record<string, Role> = { c: 'code', n: 'name', l: 'line', d: 'data' };

/** Columns by the first letters of their roles. */
const columns = (roles: string) => [...roles].map((r, index): LeafColumn => ({ index, role: ROLES[r] ?? 'data', path: [], ordinal: null }));

/** Column indexes of each block: labels, then data. */
const told = (roles: string) =>
  columnsToBlocks(columns(roles), null).map((block) => [labelColumns(block).map((c) => c.index), block.data.map((c) => c.index)]);

test('labels and data behind them are one block', () => {
  expect(told('cndddd')).toEqual([
    [
      [0, 1],
      [2, 3, 4, 5],
    ],
  ]);
});

test('the two sides of 01 are two blocks', () => {
  expect(told('nldnld')).toEqual([
    [[0, 1], [2]],
    [[3, 4], [5]],
  ]);
});

test('the three panels of 06 are three blocks', () => {
  expect(told('cndcndcnd')).toEqual([
    [[0, 1], [2]],
    [[3, 4], [5]],
    [[6, 7], [8]],
  ]);
});

test('类 款 项 are three code columns of one block', () => {
  const [block] = columnsToBlocks(columns('cccndd'), null);
  expect(block?.code.map((c) => c.index)).toEqual([0, 1, 2]);
  expect(block?.name.map((c) => c.index)).toEqual([3]);
});

test('a table without labels is one block of data', () => {
  expect(told('dddd')).toEqual([[[], [0, 1, 2, 3]]]);
});

test('every column is in exactly one block', () => {
  expect(told('dcnddlnd').flat(2).toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('no columns, no blocks', () => {
  expect(columnsToBlocks([], null)).toEqual([]);
});
