import { describe, expect, test } from 'vitest';
import { figures, headers, remarked, table } from './builders.js';

describe('columns no form knows', () => {
  test('keep a key from their path, and a remark says so', () => {
    const found = table('支出决算表', '科目编码 | 科目名称 | 合计 | 基本支出 | 比上年增减\n208 | 甲 | 1.00 | 1.00 | 5.00');
    expect(headers(found)).toEqual({ total: '合计', basic: '基本支出', 比上年增减: '比上年增减' });
    expect(figures(found)).toEqual([['208', '甲', { total: '1.00', basic: '1.00', 比上年增减: '5.00' }]]);
    expect(remarked(found)).toEqual(['COLUMN-UNKNOWN warning']);
    expect(found.remarks[0]).toMatchObject({ column: '比上年增减', row: null });
  });

  test('two of one path keep a key each', () => {
    const found = table('支出决算表', '科目编码 | 科目名称 | 合计 | 增减 | 增减\n208 | 甲 | 1.00 | 5.00 | 6.00');
    expect(figures(found)).toEqual([['208', '甲', { total: '1.00', 增减: '5.00', '增减#2': '6.00' }]]);
  });

  test('one without any header has its place for a key', () => {
    const found = table('支出决算表', '科目编码 | 科目名称 | 合计 | \n208 | 甲 | 1.00 | 5.00');
    expect(figures(found)).toEqual([['208', '甲', { total: '1.00', 第4列: '5.00' }]]);
  });
});

test('two columns of one meaning are told of, never overwritten', () => {
  const found = table('支出决算表', '科目编码 | 科目名称 | 合计 | 基本支出 | 本年支出合计\n208 | 甲 | 1.00 | 1.00 | 7.00');
  expect(figures(found)).toEqual([['208', '甲', { total: '1.00', basic: '1.00', 本年支出合计: '7.00' }]]);
  expect(remarked(found)).toEqual(['COLUMN-DUPLICATE warning']);
});

test('a layout of its rows: 合计 is a plain total where the rows are 预算数 and 决算数, else of 决算数', () => {
  const title = '“三公”经费支出决算表';
  expect(Object.keys(headers(table(title, '项目 | 合计 | 公务接待费\n决算数 | 1.00 | 1.00')))).toEqual(['total', 'reception']);
  expect(Object.keys(headers(table(title, '项目 | 合计 | 公务接待费\n某某局 | 1.00 | 1.00')))).toEqual(['final.total', 'final.reception']);
});
