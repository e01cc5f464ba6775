import { expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import type { DisclosureColumn, DisclosureTable } from '../../../schemas/disclosure.js';
import { headerRows, printedValues } from '../../../src/emit/grid/printed.js';
import { grid, printed, row, table } from '../fixture.js';

const column = (...path: string[]): DisclosureColumn => ({ key: path.join('/'), path, ordinal: null });
const header = (of: DisclosureTable) => headerRows(of, printedValues(of), finalAccounts);

const coded = grid(1, [
  [{ text: '项目', columnSpan: 4 }, null, null, null, { text: '本年支出合计', rowSpan: 2 }],
  [{ text: '科目编码', columnSpan: 3 }, null, null, '科目名称', null],
  ['类', '款', '项', '合计', '12.00'],
  ['208', '05', '05', '养老保险', '12.00'],
]);

test('equal amounts are told apart by their place, on the same page only', () => {
  const [total, pension] = [printed(coded, 2, 4, '12.00'), printed(coded, 3, 4, '12.00')];
  const elsewhere = { ...total, page: 2 };
  const values = printedValues(table({ grid: coded, rows: [row('养老保险', { a: pension }), row('合计', { a: total, b: elsewhere })] }));
  expect([...values].map(([cell, value]) => [cell.row, value])).toEqual([
    [3, pension],
    [2, total],
  ]);
});

test('合计 on the row of the 类款项 cells ends the header', () => {
  const rows = [row('合计', { a: printed(coded, 2, 4, '12.00') }), row('养老保险', { a: printed(coded, 3, 4, '12.00') })];
  expect(header(table({ form: 'expenditure', columns: [column('本年支出合计')], rows, grid: coded }))).toBe(2);
});

test('a table without figures: the header ends at the first label, even one that is a header word too', () => {
  const empty = grid(1, [
    ['科目名称', '合计'],
    ['类款项', ''],
    ['合计', ''],
  ]);
  expect(header(table({ form: 'government-fund', columns: [column('合计')], rows: [row('合计', {})], grid: empty }))).toBe(2);
});

test('forms said to have none, tables of no columns and headers too deep to be one have none', () => {
  const deep = grid(
    1,
    Array.from({ length: 12 }, () => ['甲']),
  );
  expect(header(table({ form: 'project-performance', columns: [column('分值')], grid: coded }))).toBe(0);
  expect(header(table({ grid: coded }))).toBe(0);
  expect(header(table({ form: 'income', columns: [column('甲')], grid: deep }))).toBe(0);
});
