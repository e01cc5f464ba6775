import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyTo, boxThrough, IDENTITY, intersect, type Matrix, multiply, multiplyBy } from '../../../src/read/paint/matrix.js';

const integer = fc.integer({ min: -50, max: 50 });
const matrix: fc.Arbitrary<Matrix> = fc.tuple(integer, integer, integer, integer, integer, integer);
const box = fc.tuple(integer, integer, integer, integer);

test('[a b c d e f]: x is ax + cy + e, y is bx + dy + f', () => {
  expect(applyTo([2, 3, 5, 7, 11, 13], 1, 10)).toEqual([2 + 50 + 11, 3 + 70 + 13]);
});

test('a product does the inner first, then the outer', () => {
  const move: Matrix = [1, 0, 0, 1, 10, 0];
  const double: Matrix = [2, 0, 0, 2, 0, 0];
  expect(applyTo(multiply(double, move), 1, 1)).toEqual([22, 2]);
  expect(applyTo(multiply(move, double), 1, 1)).toEqual([12, 2]);
  fc.assert(
    fc.property(matrix, matrix, integer, integer, (outer, inner, x, y) => {
      expect(applyTo(multiply(outer, inner), x, y)).toEqual(applyTo(outer, ...applyTo(inner, x, y)));
    }),
  );
});

test('the identity changes nothing on either side', () => {
  fc.assert(
    fc.property(matrix, (m) => {
      expect(multiply(IDENTITY, m).map((n) => n + 0)).toEqual(m.map((n) => n + 0));
      expect(multiply(m, IDENTITY).map((n) => n + 0)).toEqual(m.map((n) => n + 0));
    }),
  );
});

test("a matrix may be pdf.js's Float32Array; one with five numbers is an error", () => {
  expect(multiply([2, 0, 0, 2, 0, 0], new Float32Array([1, 0, 0, 1, 3, 4]))).toEqual([2, 0, 0, 2, 6, 8]);
  expect(() => multiply(IDENTITY, [1, 0, 0, 1, 0])).toThrow(/5 numbers, not 6/);
});

test('the inner matrix may come as six numbers', () => {
  fc.assert(
    fc.property(matrix, matrix, (outer, inner) => {
      expect(multiplyBy(outer, ...inner)).toEqual(multiply(outer, inner));
    }),
  );
});

test('a rectangle turned by 90° is upright again and its box is exact', () => {
  expect(boxThrough([0, 1, -1, 0, 100, 0], 0, 0, 30, 10)).toEqual([90, 0, 100, 30]);
});

test('a mirrored rectangle still has its lower corner first', () => {
  expect(boxThrough([1, 0, 0, -1, 0, 842], 10, 20, 110, 70)).toEqual([10, 772, 110, 822]);
});

test('the box of a rectangle holds every one of its points', () => {
  const share = fc.integer({ min: 0, max: 10 });
  fc.assert(
    fc.property(matrix, box, share, share, (m, [x0, y0, x1, y1], s, t) => {
      const [left, top, right, bottom] = boxThrough(m, x0, y0, x1, y1);
      const [x, y] = applyTo(m, x0 + ((x1 - x0) * s) / 10, y0 + ((y1 - y0) * t) / 10);
      expect(x).toBeGreaterThanOrEqual(left - 1e-6);
      expect(x).toBeLessThanOrEqual(right + 1e-6);
      expect(y).toBeGreaterThanOrEqual(top - 1e-6);
      expect(y).toBeLessThanOrEqual(bottom + 1e-6);
    }),
  );
});

test('boxes share what lies in both; apart they share nothing', () => {
  expect(intersect([0, 0, 50, 50], [30, 10, 90, 40])).toEqual([30, 10, 50, 40]);
  const [x0, , x1] = intersect([0, 0, 10, 10], [20, 0, 30, 10]);
  expect(x1).toBeLessThan(x0);
  fc.assert(
    fc.property(box, box, (a, b) => {
      expect(intersect(a, b)).toEqual(intersect(b, a));
      expect(intersect(a, a)).toEqual(a);
    }),
  );
});
