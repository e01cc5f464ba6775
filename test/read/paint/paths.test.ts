import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../src/model/glyph.js';
import { IDENTITY } from '../../../src/read/paint/matrix.js';
import { clipThrough, filledMarks, type Subpath, strokedRules } from '../../../src/read/paint/paths.js';
import { initialPaint, type PaintState } from '../../../src/read/paint/state.js';
import { across, down } from '../../builders.js';
import { closed, path, rectangle } from './subpaths.js';

const PAGE: Box = [0, 0, 200, 100];

const state = (rest: Partial<PaintState> = {}): PaintState => ({ ...initialPaint(IDENTITY, PAGE), ...rest });

const stroked = (subpath: Subpath, rest: Partial<PaintState> = {}) => strokedRules([subpath], state(rest));
const filled = (subpath: Subpath, rest: Partial<PaintState> = {}) => filledMarks([subpath], state(rest));

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
