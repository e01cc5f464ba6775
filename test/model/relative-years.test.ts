import { describe, expect, test } from 'vitest';
import { relativeYears } from '../../src/model/relative-years.js';

/** Texts that belong together, each with its years told by the newest. */
const told = (...texts: string[]) => texts.map(relativeYears(texts));

describe('years of heads and row labels', () => {
  test('of two years the newer bears no word, the older is 上年', () => {
    expect(told('2025年执行数', '2026年预算数')).toEqual(['上年执行数', '预算数']);
  });

  test('one year alone is no word', () => {
    expect(told('2026年预算数', '增减额')).toEqual(['预算数', '增减额']);
  });

  test('2026年 and nothing else is 本年, 2025年 beside it 上年', () => {
    expect(told('2025年', '2026年度')).toEqual(['上年', '本年']);
  });

  test('a third year keeps its digits', () => {
    expect(told('2024年预算数', '2025年预算数', '2026年预算数')).toEqual(['2024年预算数', '上年预算数', '预算数']);
  });

  test('the years of one text are told by each other', () => {
    expect(told('2026年比2025年增减')).toEqual(['比上年增减']);
  });

  test('where there is no year all stays, blanks too', () => {
    expect(told('预算数', '')).toEqual(['预算数', '']);
  });

  test('a blank beside a year is no 本年', () => {
    expect(told('', '2026年')).toEqual(['', '本年']);
  });

  test('what looks like a year but is none of ours stays', () => {
    expect(told('3026年预算数', '208年')).toEqual(['3026年预算数', '208年']);
  });
});
