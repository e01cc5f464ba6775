import fc from 'fast-check';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../../src/model/glyph.js';
import { IDENTITY, type Matrix } from '../../../../src/read/pdf/paint/matrix.js';
import { clipThrough, filledMarks, type Subpath, strokedRules } from '../../../../src/read/pdf/paint/paths.js';
import { pathToSubpaths } from '../../../../src/read/pdf/pdfjs/paths.js';
import { type GraphicsState, initialState } from '../../../../src/read/pdf/pdfjs/state.js';
import { across, down } from '../../../builders.js';
import { TinyPdf } from '../tiny-pdf.js';

const PAGE: Box = [0, 0, 200, 100];

const state = (rest: Partial<GraphicsState> = {}): GraphicsState => ({ ...initialState(IDENTITY, PAGE), ...rest });

const path = (...points: [x: number, y: number][]): Subpath => ({ points, closed: false, curved: false });
const closed = (...points: [x: number, y: number][]): Subpath => ({ points, closed: true, curved: false });
const rectangle = ([x0, y0, x1, y1]: Box): Subpath => closed([x0, y0], [x1, y0], [x1, y1], [x0, y1]);

const stroked = (subpath: Subpath, rest: Partial<GraphicsState> = {}) => strokedRules([subpath], state(rest));
const filled = (subpath: Subpath, rest: Partial<GraphicsState> = {}) => filledMarks([subpath], state(rest));

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

describe('stroked rules', () => {
  test('a horizontal and a vertical line', () => {
    expect(stroked(path([10, 50], [90, 50]))).toEqual([across(50, 10, 90, 1)]);
    expect(stroked(path([50, 90], [50, 10]))).toEqual([down(50, 10, 90, 1)]);
  });

  test('a rectangle is four, its last side the one that closing draws', () => {
    expect(stroked(rectangle([10, 20, 90, 80]))).toEqual([
      across(20, 10, 90, 1),
      down(90, 20, 80, 1),
      across(80, 10, 90, 1),
      down(10, 20, 80, 1),
    ]);
    expect(stroked({ ...rectangle([10, 20, 90, 80]), closed: false })).toHaveLength(3);
  });

  test('a line off the straight by rounding is one, a slanted one is none', () => {
    expect(stroked(path([10, 50], [90, 50.5]))).toEqual([across(50.25, 10, 90, 1)]);
    expect(stroked(path([50, 10], [50.5, 90]))).toEqual([down(50.25, 10, 90, 1)]);
    expect(stroked(path([10, 50], [90, 50.75]))).toEqual([]);
    expect(stroked(path([50, 10], [50.75, 90]))).toEqual([]);
  });

  test('curves are no rules', () => {
    expect(stroked({ ...path([10, 50], [90, 50]), curved: true })).toEqual([]);
  });

  test('the matrix widens the pen', () => {
    expect(stroked(path([10, 50], [90, 50]), { lineWidth: 0.5, matrix: [3, 0, 0, -3, 0, 0] })[0]?.thickness).toBe(1.5);
    expect(stroked(path([10, 50], [90, 50]), { lineWidth: 0.5, matrix: [0, 2, -2, 0, 0, 0] })[0]?.thickness).toBe(1);
    expect(stroked(path([10, 50], [90, 50]), { lineWidth: 1, matrix: [3, 4, -4, 3, 0, 0] })[0]?.thickness).toBe(5);
  });

  test('white and faint lines are no rules; the fill colour does not matter', () => {
    const rule = path([10, 50], [90, 50]);
    expect(stroked(rule, { stroke: '#ffffff' })).toEqual([]);
    expect(stroked(rule, { strokeAlpha: 0.01 })).toEqual([]);
    expect(stroked(rule, { fill: '#ffffff', fillAlpha: 0 })).toHaveLength(1);
    expect(stroked(rule, { stroke: '#d9d9d9' })).toHaveLength(1);
    expect(stroked(rule, { stroke: null })).toHaveLength(1);
  });

  test('a clip path cuts a rule', () => {
    expect(stroked(path([10, 50], [90, 50]), { clip: [30, 0, 60, 100] })).toEqual([across(50, 30, 60, 1)]);
    expect(stroked(path([50, 10], [50, 90]), { clip: [0, 30, 200, 60] })).toEqual([down(50, 30, 60, 1)]);
  });

  test('a clip path beside a rule leaves nothing, one along its middle leaves it', () => {
    const rule = path([10, 50], [90, 50]);
    expect(stroked(rule, { clip: [0, 50, 200, 100] })).toEqual([across(50, 10, 90, 1)]);
    expect(stroked(rule, { clip: [0, 51, 200, 100] })).toHaveLength(1);
    expect(stroked(rule, { clip: [0, 0, 200, 49] })).toHaveLength(1);
    expect(stroked(rule, { clip: [0, 51.1, 200, 100] })).toEqual([]);
    expect(stroked(rule, { clip: [0, 0, 200, 48.9] })).toEqual([]);
    expect(stroked(rule, { clip: [100, 0, 200, 100] })).toEqual([]);
  });

  test('coordinates are rounded to 0.01 pt', () => {
    expect(stroked(path([10.001, 50.004], [89.999, 50.004]), { lineWidth: 0.4999 })).toEqual([across(50, 10, 90, 0.5)]);
  });
});

describe('filled marks', () => {
  test('a thin rectangle is a rule in its middle, a thick one a background', () => {
    expect(filled(rectangle([10, 50, 90, 50.5]))).toEqual({ rules: [across(50.25, 10, 90, 0.5)], fills: [] });
    expect(filled(rectangle([50, 10, 50.5, 90]))).toEqual({ rules: [down(50.25, 10, 90, 0.5)], fills: [] });
    expect(filled(rectangle([10, 50, 90, 53])).rules).toHaveLength(1);
    expect(filled(rectangle([10, 50, 90, 53.1]))).toEqual({ rules: [], fills: [[10, 50, 90, 53.1]] });
  });

  test('a filled line without height is a rule', () => {
    expect(filled(closed([10, 50], [90, 50]))).toEqual({ rules: [across(50, 10, 90, 0)], fills: [] });
  });

  test('a rectangle may be drawn open, and its start drawn again', () => {
    const corners: [number, number][] = [
      [10, 50],
      [10, 50.5],
      [90, 50.5],
      [90, 50],
    ];
    const rule = across(50.25, 10, 90, 0.5);
    expect(filled(path(...corners)).rules).toEqual([rule]);
    expect(filled(path(...corners, [10, 50])).rules).toEqual([rule]);
  });

  test('a border with mitred ends is a rule: any straight shape so thin is', () => {
    const mitred: [number, number][] = [
      [10, 50.8],
      [90, 50.8],
      [89.2, 50],
      [10.8, 50],
    ];
    expect(filled(path(...mitred)).rules).toEqual([across(50.4, 10, 90, 0.8)]);
    expect(filled(closed([50, 10], [50, 50], [50, 90], [50.5, 89.5], [50.5, 10.5])).rules).toEqual([down(50.25, 10, 90, 0.5)]);
  });

  test('other shapes are neither', () => {
    const nothing = { rules: [], fills: [] };
    expect(filled(closed([10, 90], [50, 10], [90, 90]))).toEqual(nothing);
    expect(filled(closed([10, 50], [50, 10], [90, 50], [50, 90]))).toEqual(nothing);
    expect(filled(closed([10, 10], [90, 10], [90, 90]))).toEqual(nothing);
    expect(filled(closed([10, 10], [90, 10], [90, 90], [50, 50]))).toEqual(nothing);
    expect(filled({ ...rectangle([10, 10, 90, 90]), curved: true })).toEqual(nothing);
  });

  test('white and faint fills are no rules, white ones no ground either', () => {
    expect(filled(rectangle([10, 50, 90, 50.5]), { fill: '#ffffff' }).rules).toEqual([]);
    expect(filled(rectangle([10, 50, 90, 50.5]), { fillAlpha: 0.01 }).rules).toEqual([]);
    expect(filled(rectangle([10, 50, 90, 50.5]), { stroke: '#ffffff', strokeAlpha: 0 }).rules).toHaveLength(1);
    expect(filled(rectangle([10, 10, 90, 90]), { fill: '#ffffff' }).fills).toEqual([]);
    expect(filled(rectangle([10, 10, 90, 90]), { fillAlpha: 0 }).fills).toEqual([]);
    expect(filled(rectangle([10, 10, 90, 90]), { fill: '#eeeeee' }).fills).toHaveLength(1);
  });

  test('a clip path cuts rules and grounds, and may leave nothing of either', () => {
    const clip: Box = [30, 0, 60, 60];
    expect(filled(rectangle([10, 50, 90, 50.5]), { clip }).rules).toEqual([across(50.25, 30, 60, 0.5)]);
    expect(filled(rectangle([10, 10, 90, 90]), { clip }).fills).toEqual([[30, 10, 60, 60]]);
    expect(filled(rectangle([70, 10, 90, 90]), { clip }).fills).toEqual([]);
    expect(filled(rectangle([60, 10, 90, 90]), { clip }).fills).toEqual([]);
    expect(filled(rectangle([10, 60, 90, 90]), { clip }).fills).toEqual([]);
    expect(filled(rectangle([70, 50, 90, 50.5]), { clip }).rules).toEqual([]);
  });
});

describe('clip paths', () => {
  test('a clip leaves what the one before left too', () => {
    expect(clipThrough([rectangle([10, 10, 90, 90])], [50, 0, 200, 50])).toEqual([50, 10, 90, 50]);
  });

  test('several subpaths and slanted ones clip by their bounds', () => {
    expect(clipThrough([rectangle([10, 10, 20, 20]), closed([80, 50], [90, 60], [85, 90])], PAGE)).toEqual([10, 10, 90, 90]);
  });

  test('a clip path without area shows nothing', () => {
    expect(clipThrough([], PAGE)).toEqual([0, 0, 0, 0]);
    expect(stroked(path([10, 50], [90, 50]), { clip: clipThrough([rectangle([0, 0, 10, 10])], [50, 50, 90, 90]) })).toEqual([]);
  });
});

test('a line is the same rule stroked, filled, and drawn in either direction', () => {
  const at = fc.integer({ min: 2, max: 98 });
  fc.assert(
    fc.property(
      at,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 5, max: 90 }),
      fc.constantFrom(0.25, 0.5, 1, 3),
      (y, x, length, width) => {
        const ends: [[number, number], [number, number]] = [
          [x, y],
          [x + length, y],
        ];
        const line = across(y, x, x + length, width);
        expect(stroked(path(...ends), { lineWidth: width })).toEqual([line]);
        expect(stroked(path(ends[1], ends[0]), { lineWidth: width })).toEqual([line]);
        expect(filled(rectangle([x, y - width / 2, x + length, y + width / 2])).rules).toEqual([line]);
      },
    ),
  );
});

test('no mark stands outside the clip', () => {
  const edge = fc.integer({ min: 0, max: 100 });
  const box = fc.tuple(edge, edge, edge, edge).map(([a, b, c, d]): Box => [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]);
  fc.assert(
    fc.property(box, box, (drawn, clip) => {
      const marks = filled(rectangle(drawn), { clip });
      const rules = [...marks.rules, ...stroked(rectangle(drawn), { clip })];
      for (const { axis, at, from, to } of rules) {
        const [x0, y0, x1, y1] = axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to];
        expect(x0 >= clip[0] - 1 && x1 <= clip[2] + 1 && y0 >= clip[1] - 1 && y1 <= clip[3] + 1).toBe(true);
        expect(from).toBeLessThanOrEqual(to);
      }
      for (const [x0, y0, x1, y1] of marks.fills) expect(x0 >= clip[0] && y0 >= clip[1] && x1 <= clip[2] && y1 <= clip[3]).toBe(true);
    }),
  );
});
