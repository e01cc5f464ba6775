import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MayStand, nestingOf } from '../../../src/check/table/nesting.js';

const rows = (...amounts: number[]) => amounts.map((amount, row) => ({ row, amount: BigInt(amount) }));
const told = (total: number, amounts: number[], mayStand?: MayStand) => {
  const nesting = nestingOf(rows(...amounts), BigInt(total), mayStand);
  return nesting === null || nesting === 'several' ? nesting : { tops: nesting.tops, children: [...nesting.children] };
};

describe('which rows sum up those that follow', () => {
  test('none, where all of them make the total', () => {
    expect(told(60, [10, 20, 30])).toEqual({ tops: [0, 1, 2], children: [] });
  });

  test('the one way in which every level closes', () => {
    expect(told(100, [70, 30, 40, 30])).toEqual({ tops: [0, 3], children: [[0, [1, 2]]] });
  });

  test('three of 100 below a total of 200: any may be the sum of another', () => {
    expect(told(200, [100, 100, 100])).toBe('several');
  });

  test('what labels rule out is no way', () => {
    const never: MayStand = (_, parent) => parent === null;
    expect(told(200, [100, 100, 100], never)).toBeNull();
    const belowFirst: MayStand = (row, parent) => parent === null || (parent === 0 && row === 1);
    expect(told(200, [100, 100, 100], belowFirst)).toEqual({ tops: [0, 2], children: [[0, [1]]] });
  });

  test('rows without an amount stand at the top, wherever they are printed', () => {
    expect(told(100, [70, 0, 30, 40, 30, 0])).toEqual({ tops: [0, 1, 4, 5], children: [[0, [2, 3]]] });
  });

  test('no way, and none where an amount is below zero', () => {
    expect(told(99, [70, 30, 45])).toBeNull();
    expect(told(60, [100, -40])).toBeNull();
  });

  test('more ways than are tried are several: what was not tried may close too', () => {
    expect(
      told(
        1000,
        Array.from({ length: 40 }, (_, i) => 1 + (i % 7) * 13),
      ),
    ).not.toMatchObject({ tops: expect.anything() });
  });

  test('what it tells closes on every level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (amounts, total) => {
          const nesting = told(total, amounts);
          if (nesting === null || nesting === 'several') return;
          const sum = (some: readonly number[]) => some.reduce((all, row) => all + (amounts[row] ?? 0), 0);
          const below = nesting.children.flatMap(([, children]) => children);
          expect([...nesting.tops, ...below].sort((a, b) => a - b)).toEqual(amounts.map((_, row) => row));
          // Rounding may leave half a unit for each part and for the sum.
          expect(Math.abs(sum(nesting.tops) - total)).toBeLessThanOrEqual((nesting.tops.length + 1) / 2);
          for (const [parent, children] of nesting.children)
            expect(Math.abs(sum(children) - (amounts[parent] ?? 0))).toBeLessThanOrEqual((children.length + 1) / 2);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
