import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { must } from '../../src/base/invariant.js';
import { toPair } from '../../src/compare/pair.js';
import { compareYears, toTwoYears } from '../../src/compare/years.js';
import { yearsText } from '../../src/compare/years-text.js';
import { account, accountTable, summaryTable } from './accounts.js';

const compare = (earlier: Disclosure, later: Disclosure) =>
  compareYears(must(toTwoYears(earlier, later, families), 'two years of one department'), families);

const side = (yuan: string | null) => ({ text: '', value: yuan, unit: '元', yuan, status: 'proved', page: 1 }) as const;

describe('a pair of amounts', () => {
  test.each([
    ['100.00', '150.00', '50.00', '50.00'],
    ['3.00', '4.00', '1.00', '33.33'],
    ['8.00', '8.01', '0.01', '0.13'],
    ['200.00', '100.00', '-100.00', '-50.00'],
    ['1000000.00', '999999.99', '-0.01', '0.00'],
    ['90071992547409930.01', '90071992547409930.02', '0.01', '0.00'],
    ['0.1', '0.3', '0.20', '200.00'],
    ['0.00', '5.00', '5.00', null],
    ['-5.00', '5.00', '10.00', null],
  ])('%s → %s: %s, %s%%', (earlier, later, difference, percent) => {
    expect(toPair(side(earlier), side(later))).toMatchObject({ difference, percent });
  });

  test('what is missing or unreadable has no difference', () => {
    expect(toPair(null, side('1.00'))).toMatchObject({ difference: null, percent: null });
    expect(toPair(side('1.00'), side(null))).toMatchObject({ difference: null, percent: null });
  });

  test('differences are exact: the earlier amount and the difference give the later one', () => {
    const amount = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const decimal = (fen: bigint) =>
      `${fen < 0n ? '-' : ''}${String(fen < 0n ? -fen : fen)
        .padStart(3, '0')
        .replace(/(..)$/, '.$1')}`;
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const { difference } = toPair(side(decimal(a)), side(decimal(b)));
        expect(difference).toBe(decimal(b - a));
      }),
    );
  });
});

test('amounts of two years are paired by what they mean, in whatever unit each is printed', () => {
  const { indicators, rows } = compare(
    account(2022, [summaryTable('160.00', '150.00', '10.00', '20.00')]),
    account(2023, [summaryTable('1,700,000.50', '1,600,000.00', '200,000.00', '300,000.50', '元')]),
  );
  expect(indicators.map(({ id, difference, percent }) => [id, difference, percent])).toEqual([
    ['total-income', '100000.50', '6.25'],
    ['total-expenditure', '100000.00', '6.67'],
    ['closing-balance', '100000.50', '50.00'],
  ]);
  expect(rows.map(({ concept, difference }) => [concept, difference])).toEqual([
    ['total-income', '100000.50'],
    ['total-expenditure', '100000.00'],
    ['opening-balance', '100000.00'],
    ['closing-balance', '100000.50'],
  ]);
});

test('a row that only one year prints stands on its own side', () => {
  const [first, second] = [
    accountTable('expenditure', [{ concept: 'function/2010301', name: '行政运行', code: '2010301', cells: { total: '5.00' } }]),
    accountTable('expenditure', [{ concept: 'function/2010302', name: '一般行政管理事务', code: '2010302', cells: { total: '7.00' } }]),
  ];
  const { rows } = compare(account(2022, [first]), account(2023, [second]));
  expect(rows).toMatchObject([
    { code: '2010301', earlier: { text: '5.00' }, later: null, difference: null },
    { code: '2010302', earlier: null, later: { text: '7.00' }, difference: null },
  ]);
});

test('amounts that nothing tells apart are counted, and never paired by their order', () => {
  const twice = [
    { concept: null, name: '其他', cells: { total: '5.00' } },
    { concept: null, name: '其他', cells: { total: '6.00' } },
    { concept: null, name: null, cells: { total: '7.00' } },
  ];
  const { rows, unpaired } = compare(
    account(2022, [accountTable('expenditure', twice)]),
    account(2023, [accountTable('expenditure', twice.slice(0, 1)), accountTable('income', twice.slice(1), null)]),
  );
  expect(rows).toEqual([]);
  expect(unpaired).toEqual({ repeated: 3, nameless: 1, withoutUnit: 2 });
});

describe('what is carried over', () => {
  const first = account(2022, [summaryTable('160.00', '150.00', '10.00', '20.00')]);

  test('年初 that repeats 年末 agrees, in another unit too', () => {
    const { carried } = compare(first, account(2023, [summaryTable('1.00', '1.00', '200,000.00', '1.00', '元')]));
    expect(carried).toMatchObject([{ rule: 'CARRIED-FORWARD', agreement: 'equal', difference: '0.00' }]);
  });

  test('年初 that differs from 年末 is told with the difference', () => {
    const later = account(2023, [summaryTable('160.00', '150.00', '17.50', '27.50')]);
    const comparison = compare(first, later);
    expect(comparison.carried).toMatchObject([{ agreement: 'different', difference: '-25000.00' }]);
    expect(yearsText(comparison, { years: [2022, 2023], families })).toContain('不符，相差25000.00元');
  });

  test('nothing is, where years lie between', () => {
    expect(compare(first, account(2024, [summaryTable('1.00', '1.00', '17.50', '1.00')])).carried).toEqual([]);
  });
});

test('doubtful values are marked, and unreadable ones have no difference', () => {
  const comparison = compare(
    account(2022, [summaryTable({ text: '160.00', status: 'contradicted' }, { text: '15?.00', status: 'unreadable' }, '1.00', '2.00')]),
    account(2023, [summaryTable('170.00', '150.00', '2.00', '3.00')]),
  );
  const text = yearsText(comparison, { years: [2022, 2023], families });
  expect(text).toContain('160.00万元（有矛盾）');
  expect(text).toContain('15?.00万元（无法识读）');
  expect(comparison.indicators.map(({ difference }) => difference)).toEqual(['100000.00', null, '10000.00']);
});

test('two years of one department are told from two editions, two departments and two kinds of account', () => {
  const one = account(2022, []);
  const years = (other: Disclosure) => toTwoYears(other, one, families);
  expect(years(account(2023, []))).toMatchObject({ earlier: { document: { year: 2022 } }, later: { document: { year: 2023 } } });
  expect(years(account(2022, []))).toBeNull();
  expect(years(account(2023, [], '桐柏县水利局'))).toBeNull();
  expect(years({ ...account(2023, []), document: { ...account(2023, []).document, kind: '单位决算' } })).toBeNull();
});
