import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/glyph.js';
import { type Edge, rulesToEdges } from '../../src/rebuild/edges.js';
import { across, down } from '../builders.js';

const horizontal = (...rules: Rule[]): readonly Edge[] => rulesToEdges(rules).horizontal;

test('each rule is an edge on its own axis', () => {
  expect(rulesToEdges([across(50, 10, 90), down(30, 20, 80)])).toEqual({
    horizontal: [{ at: 50, from: 10, to: 90 }],
    vertical: [{ at: 30, from: 20, to: 80 }],
  });
});

describe('across the line', () => {
  test('a border drawn as two fills 0.5 pt apart is one edge in their middle', () => {
    expect(horizontal(across(50, 10, 90), across(50.5, 10, 90))).toEqual([{ at: 50.25, from: 10, to: 90 }]);
  });

  test('lines up to 2 pt apart are one, farther ones two', () => {
    expect(horizontal(across(50, 10, 90), across(52, 10, 90))).toHaveLength(1);
    expect(horizontal(across(50, 10, 90), across(52.1, 10, 90))).toHaveLength(2);
  });

  test('lines that follow each other closely do not creep together over a row', () => {
    const edges = horizontal(...[50, 51.5, 53, 54.5, 56].map((at) => across(at, 10, 90)));
    expect(edges.map((e) => e.at)).toEqual([50.75, 53.75, 56]);
  });
});

describe('along the line', () => {
  test('a line drawn cell by cell is one edge', () => {
    expect(horizontal(across(50, 60, 90), across(50, 10, 30), across(50, 30, 60))).toEqual([{ at: 50, from: 10, to: 90 }]);
  });

  test('a gap of 3 pt is the line that crosses there, a wider one is a gap', () => {
    expect(horizontal(across(50, 10, 40), across(50, 43, 90))).toEqual([{ at: 50, from: 10, to: 90 }]);
    expect(horizontal(across(50, 10, 40), across(50, 43.1, 90))).toEqual([
      { at: 50, from: 10, to: 40 },
      { at: 50, from: 43.1, to: 90 },
    ]);
  });

  test('dashes are a line', () => {
    const dashes = Array.from({ length: 20 }, (_, i) => across(50, 10 + 4 * i, 12 + 4 * i));
    expect(horizontal(...dashes)).toEqual([{ at: 50, from: 10, to: 88 }]);
  });

  test('a short piece inside a long one does not shorten it', () => {
    expect(horizontal(across(50, 10, 90), across(50, 20, 30))).toEqual([{ at: 50, from: 10, to: 90 }]);
  });

  test('pieces of one line that are slightly offset have one place', () => {
    const edges = horizontal(across(50, 10, 30), across(51, 60, 90));
    expect(edges).toEqual([
      { at: 50.5, from: 10, to: 30 },
      { at: 50.5, from: 60, to: 90 },
    ]);
  });
});

test('dots and ticks are no edges', () => {
  expect(horizontal(across(50, 10, 12))).toEqual([]);
  expect(horizontal(across(50, 10, 12.1))).toHaveLength(1);
});

const coordinate = fc.integer({ min: 0, max: 400 }).map((n) => n / 4);
const anyRule = fc.tuple(fc.boolean(), coordinate, coordinate, fc.integer({ min: 0, max: 200 })).map(([flat, at, from, length]) => {
  const to = from + length / 4;
  return flat ? across(at, from, to) : down(at, from, to);
});

test('the order in which rules are drawn does not matter', () => {
  const shuffled = fc
    .array(anyRule, { maxLength: 30 })
    .chain((rules) => fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })));
  fc.assert(
    fc.property(shuffled, ([rules, again]) => {
      expect(rulesToEdges(again)).toEqual(rulesToEdges(rules));
    }),
  );
});

test('edges cover all that is drawn, and edges of one line stand apart', () => {
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 30 }), (rules) => {
      const edges = rulesToEdges(rules);
      for (const { axis, at, from, to } of rules.filter((r) => r.to - r.from > 2)) {
        const covers = edges[axis].some((e) => Math.abs(e.at - at) <= 2 && e.from <= from && e.to >= to);
        expect(covers).toBe(true);
      }
      for (const line of [edges.horizontal, edges.vertical]) {
        for (const [i, a] of line.entries()) for (const b of line.slice(i + 1)) if (a.at === b.at) expect(b.from - a.to).toBeGreaterThan(3);
      }
    }),
  );
});
