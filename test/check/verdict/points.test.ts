import { expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { checkTables } from '../../../src/check/check.js';
import { table } from '../builders.js';

/** The hints about the points of one row: what is printed, and what the rate makes of full marks. */
const found = (line: string) =>
  checkTables([table('department-performance', 'budget-full executed weight rate score', line)], finalAccounts, new Set())
    .findings.filter(({ rule }) => rule === 'PERFORMANCE-POINTS')
    .map(({ severity, found: printed, expected }) => [severity, printed, expected].join(' '));

test('full marks times the rate, rounded or cut off', () => {
  expect(found('年度资金总额 100.00 96.15 10 96.15% 9.62')).toEqual([]);
  expect(found('年度资金总额 100.00 96.15 10 96.15% 9.61')).toEqual([]);
  expect(found('年度资金总额 100.00 96.15 10 96.15% 10')).toEqual([]);
});

test('points that the rate does not make are a hint, for they may be given otherwise', () => {
  expect(found('年度资金总额 100.00 80.00 10 80.00% 10')).toEqual(['info 10 8.00']);
});

test('more than all spent gives full marks', () => {
  expect(found('年度资金总额 100.00 120.00 10 120.00% 10')).toEqual([]);
});

test('a rate that is wrong itself is told already, and a number without % may be anything', () => {
  expect(found('年度资金总额 100.00 100.00 10 80.00% 10')).toEqual([]);
  expect(found('年度资金总额 100.00 80.00 10 0.80 10')).toEqual([]);
});
