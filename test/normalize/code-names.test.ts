import { describe, expect, test } from 'vitest';
import type { Classification } from '../../extractors/form.js';
import { codeByName } from '../../src/normalize/code-names.js';

/** The codes of names printed one below the other. */
function read(classification: Classification, ...names: string[]): (string | null)[] {
  const { find } = codeByName(classification);
  return names.map(find);
}

describe('a name without a code', () => {
  test('the same name below another 款 is another 项', () => {
    expect(read('function', '一般公共服务支出', '财政事务', '行政运行', '教育支出', '教育管理事务', '行政运行')).toEqual([
      '201',
      '20106',
      '2010601',
      '205',
      '20501',
      '2050101',
    ]);
  });

  test('the next 项 of a 款 is found beside the one above it', () => {
    expect(read('function', '财政事务', '行政运行', '一般行政管理事务')).toEqual(['20106', '2010601', '2010602']);
  });

  test('其他支出 three times is 类, 款 and 项', () => {
    expect(read('function', '其他支出', '其他支出', '其他支出')).toEqual(['229', '22999', '2299999']);
  });

  test('its ordinal says nothing', () => {
    expect(read('function', '五、教育支出', '（二）普通教育', '1. 学前教育')).toEqual(['205', '20502', '2050201']);
  });

  test('a name of many codes with none near is none of them', () => {
    expect(read('function', '行政运行')).toEqual([null]);
    expect(read('function', '普通教育', '行政运行')).toEqual(['20502', null]);
    expect(read('function', '无此科目')).toEqual([null]);
  });

  test('an unknown name between them forgets nothing', () => {
    expect(read('function', '财政事务', '无此科目', '行政运行')).toEqual(['20106', null, '2010601']);
  });

  test('a printed code says below what the names stand; a blank one says nothing', () => {
    const { see, find } = codeByName('function');
    see('20106');
    see(null);
    expect(find('行政运行')).toBe('2010601');
  });

  test('retired codes come last: 其他社会保障缴费 below 301 is 30112, no longer 30104', () => {
    expect(read('economic', '工资福利支出', '其他社会保障缴费')).toEqual(['301', '30112']);
  });

  test('a 类 is known by its former names', () => {
    expect(read('function', '文化体育与传媒支出', '医疗卫生与计划生育支出')).toEqual(['207', '210']);
  });

  test('economic names are those of departments, never of the government’s classification', () => {
    expect(read('economic', '工资福利支出', '机关工资福利支出')).toEqual(['301', null]);
  });
});
