import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { IDENTITY, type Matrix } from '../../../../src/read/paint/matrix.js';
import { pathToSubpaths } from '../../../../src/read/pdf/pdfjs/paths.js';
import { closed, path, rectangle } from '../../paint/subpaths.js';
import { TinyPdf } from '../tiny-pdf.js';

/** `[paint operator, path data]` of every path on a page of this content. */
async function constructedPaths(content: string): Promise<[number, number[] | null][]> {
  const pdf = new TinyPdf();
  pdf.page(content);
  const task = getDocument({ data: pdf.bytes(), isEvalSupported: false });
  const list = await (await (await task.promise).getPage(1)).getOperatorList();
  await task.destroy();
  const paths = list.argsArray.filter((_, i) => list.fnArray[i] === OPS.constructPath) as [number, [Float32Array | null]][];
  return paths.map(([paint, [data]]) => [paint, data && [...data]]);
}

describe('constructPath of pdf.js 5.5', () => {
  test('golden: 0 moves, 1 draws a line, 2 a curve, 4 closes; v and y are curves, re is four lines', async () => {
    expect(await constructedPaths('1 2 m 3 4 l 5 6 7 8 9 10 c h S')).toEqual([[OPS.stroke, [0, 1, 2, 1, 3, 4, 2, 5, 6, 7, 8, 9, 10, 4]]]);
    expect(await constructedPaths('1 2 m 3 4 5 6 v 7 8 9 10 y S')).toEqual([
      [OPS.stroke, [0, 1, 2, 2, 1, 2, 3, 4, 5, 6, 2, 7, 8, 9, 10, 9, 10]],
    ]);
    expect(await constructedPaths('10 20 30 5 re f')).toEqual([[OPS.fill, [0, 10, 20, 1, 40, 20, 1, 40, 25, 1, 10, 25, 4]]]);
  });

  test('golden: a rectangle without height is a line there and back', async () => {
    expect(await constructedPaths('10 20 30 0 re f')).toEqual([[OPS.fill, [0, 10, 20, 1, 40, 20, 4]]]);
  });

  test('golden: the operator that paints is merged in, and n is one; s, b and b* close first', async () => {
    const paint = async (operator: string) => (await constructedPaths(`1 2 m 3 4 l ${operator}`))[0];
    const open = [0, 1, 2, 1, 3, 4];
    expect(await paint('S')).toEqual([20, open]);
    expect(await paint('s')).toEqual([21, [...open, 4]]);
    expect(await paint('f')).toEqual([22, open]);
    expect(await paint('F')).toEqual([22, open]);
    expect(await paint('f*')).toEqual([23, open]);
    expect(await paint('B')).toEqual([24, open]);
    expect(await paint('B*')).toEqual([25, open]);
    expect(await paint('b')).toEqual([26, [...open, 4]]);
    expect(await paint('b*')).toEqual([27, [...open, 4]]);
    expect(await paint('n')).toEqual([28, open]);
  });

  test('golden: painting without a path has no data', async () => {
    expect(await constructedPaths('f')).toEqual([[OPS.fill, null]]);
  });
});

describe('path data → subpaths', () => {
  test('lines', () => {
    expect(pathToSubpaths([0, 1, 2, 1, 3, 4, 1, 5, 6], IDENTITY)).toEqual([path([1, 2], [3, 4], [5, 6])]);
  });

  test('a rectangle is closed and has four points', () => {
    expect(pathToSubpaths([0, 10, 20, 1, 40, 20, 1, 40, 25, 1, 10, 25, 4], IDENTITY)).toEqual([rectangle([10, 20, 40, 25])]);
  });

  test('moving begins a new subpath, and a move alone leaves none', () => {
    expect(pathToSubpaths([0, 1, 1, 1, 2, 1, 0, 9, 9, 0, 5, 5, 1, 6, 5], IDENTITY)).toEqual([path([1, 1], [2, 1]), path([5, 5], [6, 5])]);
  });

  test('after closing, the pen stands at the start', () => {
    expect(pathToSubpaths([0, 1, 1, 1, 9, 1, 1, 9, 9, 4, 1, 1, 50], IDENTITY)).toEqual([
      closed([1, 1], [9, 1], [9, 9]),
      path([1, 1], [1, 50]),
    ]);
  });

  test('curves, cubic and quadratic, go to their last point and mark the subpath', () => {
    expect(pathToSubpaths([0, 1, 1, 2, 0, 0, 0, 0, 5, 6, 0, 1, 1, 3, 0, 0, 7, 8, 0, 1, 1, 1, 2, 1], IDENTITY)).toEqual([
      { ...path([1, 1], [5, 6]), curved: true },
      { ...path([1, 1], [7, 8]), curved: true },
      path([1, 1], [2, 1]),
    ]);
  });

  test('points are mapped into page space', () => {
    const flip: Matrix = [2, 0, 0, -2, 0, 100];
    expect(pathToSubpaths(new Float32Array([0, 10, 20, 1, 30, 20]), flip)).toEqual([path([20, 60], [60, 60])]);
  });

  test.each([[5], [9], [0.5], [-1], [Number.NaN]])('an unknown inner code throws: %d', (code) => {
    expect(() => pathToSubpaths([0, 1, 2, code, 3, 4], IDENTITY)).toThrow(RangeError);
    expect(() => pathToSubpaths([0, 1, 2, code, 3, 4], IDENTITY)).toThrow(/constructPath: unknown code .* at 3/);
  });
});
