import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Exact } from '../../../../src/base/money.js';
import { axisOver } from '../../../../src/emit/html/charts/axis.js';

const texts = (...values: number[]) =>
  axisOver(
    values.map((value) => new Exact(value)),
    0,
    100,
  ).ticks.map(({ text }) => text);

test.each([
  [
    [2698.72, 316.21],
    ['0', '500', '1,000', '1,500', '2,000', '2,500', '3,000'],
  ],
  [[0.2], ['0', '0.05', '0.10', '0.15', '0.20']],
  [
    [-417.27, -2.2],
    ['-500', '-400', '-300', '-200', '-100', '0'],
  ],
  [
    [-287.41, 6263.17],
    ['-2,000', '0', '2,000', '4,000', '6,000', '8,000'],
  ],
  [[0], ['0', '1']],
])('steps are round: %j', (values, ticks) => {
  expect(texts(...values)).toEqual(ticks);
});

const amount = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }))
  .map(([negative, fen]) => new Exact(`${negative ? '-' : ''}${fen}`).div(100));

test('every amount and zero lie on the scale, and the steps are few', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1 }), (values) => {
      const { ticks, xOf } = axisOver(values, 206, 770);
      for (const value of [...values, new Exact(0)]) {
        expect(xOf(value)).toBeGreaterThanOrEqual(206 - 1e-9);
        expect(xOf(value)).toBeLessThanOrEqual(770 + 1e-9);
      }
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect([ticks[0]?.x, ticks.at(-1)?.x]).toEqual([206, 770]);
    }),
  );
});
