import { expect, test } from 'vitest';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { gridsToTables } from '../../src/extract/extract.js';
import { otherTables, unreadRows, unreadTables, untitledTables } from '../../src/extract/unread.js';
import { grid, lines } from './builders.js';

const titles = (...texts: string[]) => unreadTables(lines(...texts), finalAccounts).map(({ title }) => title);

test('a caption with amounts below that no table holds', () => {
  expect(titles('收入决算表', '公开02表', '部门：某某局', '金额单位：万元', '项目 合计', '教育支出 1,234.50')).toEqual(['收入决算表']);
});

test('amounts may be whole numbers, or of full width', () => {
  expect(titles('收入决算表', '金额单位：元', '教育支出 1234567')).toEqual(['收入决算表']);
  expect(titles('收入决算表', '金额单位：元', '教育支出 ５６４．２９')).toEqual(['收入决算表']);
});

test('the title of no form is no table that was to be read', () => {
  expect(titles('政府采购情况统计表', '金额单位：万元', '货物 1,234.50')).toEqual([]);
});

test('a caption without amounts below is that of an empty table', () => {
  expect(titles('政府性基金预算财政拨款收入支出决算表', '金额单位：万元', '项目 合计', '2024年无此项收支')).toEqual([]);
});

test('amounts below its notes are of something else', () => {
  expect(titles('收入决算表', '金额单位：万元', '注：本表无数据。', '2024年收入1,234.50万元')).toEqual([]);
});

test('a title without a unit is an entry of the 目录', () => {
  expect(titles('收入决算表', '支出决算表', '本年收入1,234.50万元')).toEqual([]);
});

test('a 绩效 table says its unit within: its title and amounts below are enough', () => {
  expect(titles('部门整体支出绩效自评情况表', '部门预算总额 1422.59 1686.91 1374.93 81.51%')).toEqual(['部门整体支出绩效自评情况表']);
  expect(titles('部门整体支出绩效自评情况表', '项目支出绩效自评情况表', '第三部分')).toEqual([]);
});

test('a unit on another page than the title heads no table', () => {
  const [title, ...rest] = lines('收入决算表', '金额单位：万元', '教育支出 1,234.50');
  expect(unreadTables([{ ...title, page: 2 } as (typeof rest)[number], ...rest], finalAccounts)).toEqual([]);
});

test('rows that are in no table: several amounts without a unit behind them, once a page', () => {
  const rows = (...texts: string[]) => unreadRows(lines(...texts), new Set()).map(({ text }) => text);
  expect(rows('人员经费合计 33,061.77 公用经费合计 14,028.40', '总计 1.00 2.00')).toEqual([
    '人员经费合计 33,061.77 公用经费合计 14,028.40',
  ]);
  expect(rows('总计 １７３，１０７．３４ ２，５９３．０３')).toHaveLength(1);
  expect(rows('收入1,234.50万元，支出1,234.50万元', '其中：基本支出12.30亿元、项目支出45.60亿元', '增长12.30%，占45.60%')).toEqual([]);
  expect(rows('本年收入为1,234.50，支出为1,200.00。', '总计 1.00')).toEqual([]);
  expect(rows('2026年预算数3,623.98为万元，比2025年执行减少21,519.26', '分均为4.50分，其中及格4.50分')).toEqual([]);
  expect(rows('优良等级4.5分、及格为3分、不及格为1.5分、无特殊情况未')).toEqual([]);
  expect(unreadRows(lines('总计 1.00 2.00'), new Set([1]))).toEqual([]);
});

test('a grid that holds the title of a form and whose caption could not be read', () => {
  const sketch = '收入决算表 | < | <\n本表反映某某局的收入。 | < | <\n科目编码 | 科目名称 | 合计\n205 | 教育支出 | 1,234.50';
  const tables = gridsToTables([grid(sketch)], finalAccounts);
  expect(tables.map(({ form }) => form)).toEqual(['other']);
  expect(untitledTables(tables, finalAccounts).map(({ title }) => title)).toEqual(['收入决算表']);
  expect(untitledTables(gridsToTables([grid(sketch.replace('1,234.50', '无'))], finalAccounts), finalAccounts)).toEqual([]);
});

test('a table of money that bears no known title; one with a single amount, or told of otherwise, is none', () => {
  const read = (sketch: string) => gridsToTables([grid(sketch)], finalAccounts);
  const tables = read('学校食堂收支表 | < | <\n项目 | 收入 | 支出\n一、伙食 | 1,234.50 | 1,200.00');
  expect(otherTables(tables, []).map(({ caption }) => caption.title)).toEqual(['学校食堂收支表']);
  const [line] = tables[0]?.grid.cells[0]?.lines ?? [];
  expect(line && otherTables(tables, [{ title: '学校食堂收支表', line }])).toEqual([]);
  expect(otherTables(read('学校食堂收支表 | <\n项目 | 收入\n一、伙食 | 1,234.50'), [])).toEqual([]);
  expect(otherTables(read('收入决算表 | < | <\n科目编码 | 科目名称 | 合计\n205 | 教育支出 | 1,234.50\n208 | 社会保障 | 1.50'), [])).toEqual(
    [],
  );
});
