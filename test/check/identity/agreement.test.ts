import { expect, test } from 'vitest';
import { budgets } from '../../../extractors/budgets/family.js';
import { at } from '../../../src/base/invariant.js';
import { agreementOf } from '../../../src/check/identity/agreement.js';
import { tablesToSheets } from '../../../src/check/table/sheet.js';
import { table } from '../builders.js';

const agreement = (keys: string, lines: string) => agreementOf(at(tablesToSheets([table('budget-expenditure', keys, lines)], budgets), 0));

test('a reading in which sums close agrees better than one in which they break', () => {
  const keys = 'total basic project';
  expect(agreement(keys, '合计 9.00 4.00 5.00\n205 教育 9.00 4.00 5.00')).toBeGreaterThan(
    agreement(keys, '合计 9.00 4.00 6.00\n205 教育 9.00 4.00 6.00'),
  );
});

test('a column nobody knows speaks against a reading', () => {
  const lines = '合计 9.00 4.00 5.00\n205 教育 9.00 4.00 5.00';
  expect(agreement('total basic project', lines)).toBeGreaterThan(agreement('total basic odd', lines));
});

test('one addend of many says nothing: 当年预算 is divided by kind here, not by source, though 事业单位经营 is a source as well', () => {
  const lines = '合计 9.00 9.00 4.00 5.00 0.00\n205 教育 9.00 9.00 4.00 5.00 0.00';
  const [withBusiness, without] = [
    agreement('total current basic project business', lines),
    agreement('total current basic project', lines.replaceAll(' 0.00', '')),
  ];
  expect(withBusiness).toBeGreaterThanOrEqual(without);
});
