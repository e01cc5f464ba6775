import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPlaces, factorOf, isUnit, powerOf, toYuan, UNIT_WORDS, UNITS, type Unit } from '../../src/base/money.js';

describe('units', () => {
  test('nothing but the printed units is a unit', () => {
    expect(UNITS.every(isUnit)).toBe(true);
    expect(['', '美元', '角', 'toString'].some(isUnit)).toBe(false);
  });

  test('each is 10 to its power of 元, and a pattern finds it whole', () => {
    for (const unit of UNITS) {
      expect(factorOf(unit)).toBe(10 ** powerOf(unit));
      expect(new RegExp(UNIT_WORDS, 'u').exec(`单位：${unit}`)?.[0]).toBe(unit);
      expect(toYuan('1', unit)).toBe(`${factorOf(unit)}.00`);
    }
  });
});

describe('toYuan', () => {
  test.each([
    ['22.45', '万元', '224500.00'],
    ['22.45', '元', '22.45'],
    ['22.45', '千元', '22450.00'],
    ['22.45', '百元', '2245.00'],
    ['22.45', '亿元', '2245000000.00'],
    ['1.234567', '万元', '12345.67'],
    ['1.234567', '元', '1.234567'],
    ['0.12345678', '万元', '1234.5678'],
    ['-12.30', '万元', '-123000.00'],
    ['0', '万元', '0.00'],
    ['-0.00', '万元', '0.00'],
    ['7', '元', '7.00'],
  ] as const)('%s %s is %s 元', (value, unit, yuan) => {
    expect(toYuan(value, unit)).toBe(yuan);
  });

  test('without a unit there is no amount in 元', () => {
    expect(toYuan('1.00', null)).toBe(null);
  });

  test('is exact: as many units of 元 as the digits say, to the last of them', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom(...FACTORS), (value, [unit, factor]) => {
        const places = value.split('.')[1]?.length ?? 0;
        const yuan = toYuan(value, unit) ?? '';
        const [, fraction = ''] = yuan.split('.');
        expect(fraction.length).toBeGreaterThanOrEqual(2);
        expect(scaled(yuan, 20)).toBe(scaled(value, 20) * factor);
        expect(fraction.length).toBeLessThanOrEqual(Math.max(2, places));
      }),
    );
  });
});

describe('the precision of a table', () => {
  test.each([
    ['the commonest count of decimals', ['1.25', '0.1', '3', '2.71'], 2],
    ['of equals the greater', ['1.2', '1.25'], 2],
    ['one unrounded value does not make the others exact', ['1.25', '2.31', '123.456789'], 2],
    ['of nothing it is none', [], null],
  ])('%s', (_, decimals, places) => {
    expect(commonPlaces(decimals)).toBe(places);
  });
});

/** Up to fifteen digits before the point and up to eight behind it. */
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{0,8}$/))
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`);

const FACTORS: [Unit, bigint][] = [
  ['元', 1n],
  ['百元', 100n],
  ['千元', 1000n],
  ['万元', 10_000n],
  ['亿元', 100_000_000n],
];

/** A decimal as a whole number of the unit of its `places`-th place. */
function scaled(value: string, places: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
