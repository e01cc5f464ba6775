import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesOf } from '../../../src/base/money.js';
import { greatest, halfUnit, isLikely, magnitude, toDecimal, toGrains, toleranceOf } from '../../../src/check/identity/interval.js';

/** Power of ten of 元 in 万元. */
const WAN = 4;

describe('grains', () => {
  test.each([
    ['395.87', '395.87'],
    ['-12.30', '-12.30'],
    ['0.00', '0.00'],
    ['1668.14', '1668.14'],
    ['0.000001', '0.000001'],
  ])('%s 万元 is %s again', (decimal, again) => {
    expect(toDecimal(toGrains(decimal, WAN) ?? 0n, WAN, placesOf(decimal))).toBe(again);
  });

  test('100 元 and 0.01 万元 are the same grains', () => {
    expect(toGrains('100', 0)).toBe(toGrains('0.01', WAN));
  });

  test('a value finer than half a grain is none', () => {
    expect(toGrains('0.123456789012', 0)).toBeNull();
  });

  test('a decimal has at least the places asked for, and as many as it needs', () => {
    const grains = toGrains('12.345', WAN) ?? 0n;
    expect([toDecimal(grains, WAN, 2), toDecimal(grains, WAN, 4), toDecimal(0n, WAN, 2)]).toEqual(['12.345', '12.3450', '0.00']);
  });

  test('any decimal comes back as it was printed', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.nat({ max: 6 }),
        fc.constantFrom(0, 3, 4, 8),
        (digits, places, power) => {
          const printed = print(digits, places);
          expect(toDecimal(toGrains(printed, power) ?? 0n, power, places)).toBe(printed);
        },
      ),
    );
  });
});

/** `digits` of the last of `places` decimals, as a plain decimal. */
function print(digits: bigint, places: number): string {
  const text = magnitude(digits)
    .toString()
    .padStart(places + 1, '0');
  const [whole, fraction] = [text.slice(0, text.length - places), text.slice(text.length - places)];
  return `${digits < 0n ? '-' : ''}${whole}${places > 0 ? `.${fraction}` : ''}`;
}

describe('tolerance', () => {
  const hundredth = halfUnit(2, WAN);

  test('n addends and their total may differ by (n + 1) / 2 units', () => {
    const halves = Array.from({ length: 7 }, () => hundredth);
    expect(toDecimal(toleranceOf(halves).worst, WAN, 0)).toBe('0.035');
  });

  test('what is likely grows with the root of the addends, not with their number', () => {
    const tolerance = toleranceOf(Array.from({ length: 21 }, () => hundredth));
    expect([isLikely(toGrains('0.03', WAN) ?? 0n, tolerance), isLikely(toGrains('0.09', WAN) ?? 0n, tolerance)]).toEqual([true, false]);
  });

  test('nothing that is exact may differ', () => {
    expect([isLikely(0n, toleranceOf([])), isLikely(1n, toleranceOf([]))]).toEqual([true, false]);
  });

  test('a printed sum of rounded parts never breaks its interval', () => {
    // 分, printed as hundredths of 万元: 100 元 is one unit of the last place.
    const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 40 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0n);
        const grains = (fen: bigint) => toGrains(print(rounded(fen, 10_000n), 2), WAN) ?? 0n;
        const difference = parts.reduce((sum, part) => sum + grains(part), 0n) - grains(total);
        const tolerance = toleranceOf([...parts, total].map(() => hundredth));
        expect(magnitude(difference) <= tolerance.worst).toBe(true);
      }),
    );
  });
});

/** Half away from zero. */
function rounded(amount: bigint, unit: bigint): bigint {
  const half = (magnitude(amount) + unit / 2n) / unit;
  return amount < 0n ? -half : half;
}

test('the greatest of grains, and none of none', () => {
  expect([greatest([3n, 7n, 5n]), greatest([])]).toEqual([7n, 0n]);
});
