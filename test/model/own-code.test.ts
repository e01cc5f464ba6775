import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisclosureRow } from '../../schemas/disclosure.js';
import { at } from '../../src/base/invariant.js';
import { partsOfOwnCode } from '../../src/model/own-code.js';
import { table } from '../check/builders.js';

const HUNDREDTHS = 100;

/** @param amounts null: nobody can read it */
function row(code: string | null, name: string | null, amounts: readonly (string | null)[], unit?: string): DisclosureRow {
  const keys = amounts.length > 0 ? amounts.map((_, i) => `c${i}`) : ['c0'];
  const texts = amounts.length > 0 ? amounts.map((amount) => amount ?? '■') : ['_'];
  const sketch = [code, name, ...texts].filter((text) => text !== null).join(' ');
  const own = at(table('general-public-basic-expenditure', keys.join(' '), sketch, { unreadable: '■' }).rows, 0);
  return unit === undefined ? own : { ...own, unit: { code: null, name: unit } };
}

const parts = (...rows: readonly DisclosureRow[]) => [...partsOfOwnCode(rows)];
const HEAD = row('30102', '津贴补贴', ['3.00', '1.00']);
const ONE = row('30102', '规范性津补贴', ['2.00', '1.00']);
const OTHER = row('30102', '其他津补贴', ['1.00', '0.00']);

describe('parts of a code that bear its code', () => {
  test('add up to the row above in every column', () => {
    expect(parts(HEAD, ONE, OTHER)).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(parts(HEAD, ONE, { ...OTHER, cells: { ...OTHER.cells, ...row(null, null, ['1.00', '0.01']).cells } })).toEqual([]);
  });

  test('stand below it; rows without a code or a figure are passed over', () => {
    expect(parts(row(null, '合计', ['9.00']), HEAD, row('30102', '空', []), ONE, OTHER)).toEqual([
      [3, 1],
      [4, 1],
    ]);
    expect(parts(ONE, OTHER, HEAD)).toEqual([]);
  });

  test('are two at least, bear names of their own and belong to one unit', () => {
    expect(parts(HEAD, { ...ONE, cells: HEAD.cells })).toEqual([]);
    expect(parts(HEAD, ONE, { ...OTHER, name: '津贴补贴' })).toEqual([]);
    expect(parts(HEAD, ONE, { ...OTHER, name: null })).toEqual([]);
    expect(parts(HEAD, ONE, { ...OTHER, unit: { code: null, name: '某中心' } })).toEqual([]);
  });

  test('are not known where one of them cannot be read, nor where nothing is printed but zeros', () => {
    expect(parts(HEAD, ONE, row('30102', '其他津补贴', [null, '0.00']))).toEqual([]);
    expect(parts(...[HEAD, ONE, OTHER].map((each) => ({ ...each, cells: row(null, null, ['0.00']).cells })))).toEqual([]);
  });

  test('law: whatever adds up is told, whatever stands around it', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    const print = (hundredths: number) => (hundredths / HUNDREDTHS).toFixed(2);
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 6 }), fc.nat(4), (amounts, before) => {
        const others = Array.from({ length: before }, (_, i) => row(`3010${i + 3}`, '其他', ['1.00']));
        const head = row('30102', '津贴补贴', [print(amounts.reduce((sum, each) => sum + each, 0))]);
        const own = amounts.map((each, i) => row('30102', `细目${i}`, [print(each)]));
        return partsOfOwnCode([...others, head, ...own, row('30199', '其他', ['5.00'])]).size === amounts.length;
      }),
    );
  });
});
