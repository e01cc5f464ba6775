import { expect, test } from 'vitest';
import { gridToHeader } from '../../src/extract/header.js';
import { slideBack } from '../../src/extract/shift.js';
import { CellMap } from '../../src/model/cell-map.js';
import { figures, grid, remarked, table } from './builders.js';

const HEADER = `
  支出功能分类科目编码 | < | < | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 经营支出
  类 | 款 | 项 | ^ | ^ | ^ | ^ | ^`;
const BODY = '208 | 05 | 05 | 养老 | 22.45 | 22.45 | | ';

/** The first body row of a sketch slid back: column → text; null where it is sound. */
function slid(row: string) {
  const cells = new CellMap(grid(`${HEADER}\n${row}\n${BODY}`));
  const moved = slideBack(cells.startingIn(2), gridToHeader(cells, 0));
  return moved && Object.fromEntries(moved.map((cell) => [cell.column, cell.text]));
}

test('a 合计 row that slid left over the code columns is put back where its amounts belong', () => {
  expect(slid('合计 | 307.87 | 219.87 | 88.00 | | | < | <')).toEqual({ 3: '合计', 4: '307.87', 5: '219.87', 6: '88.00', 7: '' });
});

test('it is put back where zeros are printed, and where the last amount shares its cell with the open end', () => {
  expect(slid('合计 | 307.87 | 0 | 0 | 307.87 | < | < | <')).toEqual({ 3: '合计', 4: '307.87', 5: '0', 6: '0', 7: '307.87' });
  expect(slid('合计 | 307.87 | 307.87 | | | < | < | <')).toEqual({ 3: '合计', 4: '307.87', 5: '307.87', 6: '', 7: '' });
});

test('it is put back even where nothing but blanks slid', () => {
  expect(slid('合计 | | | | | | < | <')).toEqual({ 3: '合计', 4: '', 5: '', 6: '', 7: '' });
});

test.each([
  ['合计 in its place', ' | | | 合计 | 307.87 | 219.87 | 88.00 | '],
  ['合计 merged over the code columns', '合计 | < | < | | 307.87 | 219.87 | 88.00 | '],
  ['合计 in the first code column, the end of the row as drawn', '合计 | | | | 307.87 | 219.87 | 88.00 | '],
  ['text in the open end', '合计 | 307.87 | 219.87 | 88.00 | | 1.00 | < | <'],
  ['an open end as wide as no code columns', '合计 | 307.87 | 219.87 | 88.00 | | | | <'],
  ['codes in the code columns', '合计 | 05 | 05 | 养老 | 22.45 | | < | <'],
  ['another label', '208 | 307.87 | 219.87 | 88.00 | | | < | <'],
])('a row is sound with %s', (_, row) => {
  expect(slid(row)).toBe(null);
});

test('a table with one code column has no such rows', () => {
  const cells = new CellMap(grid('科目编码 | 科目名称 | 合计 | 基本支出\n合计 | 307.87 | 219.87 | \n208 | 甲 | 1.00 | 1.00'));
  expect(slideBack(cells.startingIn(1), gridToHeader(cells, 0))).toBe(null);
});

test('the table reads as if the row had never slid, and a remark says so', () => {
  const found = table('支出决算表', `${HEADER}\n合计 | 307.87 | 219.87 | 88.00 | | | < | <\n${BODY}`);
  expect(figures(found)).toEqual([
    ['合计', { total: '307.87', basic: '219.87', project: '88.00' }],
    ['208|05|05', '养老', { total: '22.45', basic: '22.45' }],
  ]);
  expect(remarked(found)).toEqual(['ROW-SLID warning']);
});
