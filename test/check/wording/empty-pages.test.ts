import { expect, test } from 'vitest';
import type { DisclosureTable } from '../../../schemas/disclosure.js';
import { checkEmptyPages } from '../../../src/check/wording/empty-pages.js';
import { table } from '../builders.js';

const cell = (page: number, text: string) => ({ row: page, column: 0, rowSpan: 1, columnSpan: 1, text, page, box: null });
const over = (...cells: ReturnType<typeof cell>[]): DisclosureTable => ({
  ...table('expenditure', 'total', ''),
  title: '支出决算表',
  pages: [...new Set(cells.map(({ page }) => page))],
  grid: { rows: 9, columns: 1, cells },
});
const messages = (tables: DisclosureTable[], written: number[] = []) =>
  checkEmptyPages(tables, new Set(written)).map(({ message }) => message);

test('TABLE-PAGE-EMPTY: a page with the lines of a table and nothing else', () => {
  expect(messages([over(cell(9, '合计'), cell(10, ''), cell(10, ' '))])).toEqual(['第10页只有支出决算表的表格线，没有内容。']);
});

test('not where another table or words stand on it, nor where it is the only page', () => {
  expect(messages([over(cell(9, '合计'), cell(10, '')), over(cell(10, '合计'))])).toEqual([]);
  expect(messages([over(cell(9, '合计'), cell(10, ''))], [10])).toEqual([]);
  expect(messages([over(cell(9, ''))])).toEqual([]);
  expect(messages([over(cell(9, '合计'), cell(10, '12.00'))])).toEqual([]);
});
