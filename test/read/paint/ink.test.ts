import { expect, test } from 'vitest';
import { inkFrom, inkGlyph, isFilled, printed, printedGlyph, textStyle } from '../../../src/read/paint/ink.js';
import type { Matrix } from '../../../src/read/paint/matrix.js';

const BLACK = inkFrom(0, '#000000', 1);
const styleOf = (matrix: Matrix, ink = BLACK) => textStyle(matrix, 10, 'f1', [0, 0, 200, 100], ink);
const UPRIGHT = styleOf([1, 0, 0, -1, 50, 40]);

test.each([
  ['决算', '决算'],
  ['⾦ 额\u200b', '金额'],
  [' \u00a0\u3000', ''],
  ['', ''],
])('%j is printed as %j', (text, print) => {
  expect(printed(text)).toBe(print);
});

test('a glyph stands where the pen does, its box as wide as the pen goes and around the baseline', () => {
  const glyph = { text: '字', box: [60, 32, 70, 41], x: 60, y: 40, size: 10, angle: 0, font: 'f1', state: 'shown' };
  expect(inkGlyph('字', UPRIGHT, 10, 0, 10)).toEqual(glyph);
  expect(printedGlyph('字', UPRIGHT, 10, 0, 10)).toEqual(glyph);
  expect(inkGlyph(' ', UPRIGHT, 10, 0, 10)).toBeNull();
});

test('a glyph has a colour where its ink has one', () => {
  expect(inkGlyph('字', styleOf(UPRIGHT.matrix, inkFrom(0, '#ff0000', 1)), 10, 0, 10)).toMatchObject({ colour: '#ff0000', state: 'shown' });
  expect(inkGlyph('字', UPRIGHT, 10, 0, 10)).not.toHaveProperty('colour');
});

test('it is hidden where its middle is clipped away, and in ink that leaves nothing', () => {
  expect(printedGlyph('字', UPRIGHT, 144, 0, 10).state).toBe('shown');
  expect(printedGlyph('字', UPRIGHT, 146, 0, 10).state).toBe('hidden');
  expect(printedGlyph('字', styleOf(UPRIGHT.matrix, inkFrom(3, '#000000', 1)), 10, 0, 10).state).toBe('hidden');
});

test('direction and height of the em follow from the matrix', () => {
  expect(UPRIGHT).toMatchObject({ angle: 0, em: 10 });
  expect(styleOf([-2, 0, 0, 2, 0, 0])).toMatchObject({ angle: 180, em: 20 });
  expect(styleOf([0, 1, 1, 0, 0, 0])).toMatchObject({ angle: 90, em: 10 });
  expect(styleOf([1, 0, 3, 4, 0, 0])).toMatchObject({ angle: 0, em: 50 });
});

test('modes that fill have the colour that fills, the others the one that strokes', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7].filter(isFilled)).toEqual([0, 2, 4, 6]);
});

test.each([
  [0, '#000000', 1, 'dark', null],
  [1, '#0000ff', 1, 'dark', '#0000ff'],
  [0, '#fbfcfd', 1, 'white', null],
  [0, '#fafaf9', 1, 'dark', null],
  [0, '#ffffff', 0.01, 'none', null],
  [0, '#ff0000', 0.01, 'none', '#ff0000'],
  [3, '#000000', 1, 'none', null],
  [7, '#ff0000', 1, 'none', '#ff0000'],
  [0, null, 1, 'dark', null],
] as const)('mode %s with %s at %s leaves %s', (mode, paint, alpha, tone, colour) => {
  expect(inkFrom(mode, paint, alpha)).toEqual({ tone, colour });
});
