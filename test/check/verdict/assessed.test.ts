import { describe, expect, test } from 'vitest';
import { raised, table } from '../builders.js';

const found = (columns: string, ...lines: string[]) =>
  raised(table('project-performance', columns, lines.join('\n'), { page: 20 })).map(({ rule, severity }) => `${rule} ${severity}`);

describe('得分 and 分值', () => {
  const points = (...lines: string[]) => found('weight score', ...lines);

  test('the rows of which the 分值 add up are all there: a 总分 that the 得分 do not make is an error', () => {
    expect(points('指标甲 60 58', '指标乙 40 31', '总分 100 89')).toEqual([]);
    expect(points('指标甲 60 58', '指标乙 40 31', '总分 100 98')).toEqual(['PERFORMANCE-SCORE error']);
    expect(points('指标甲 60 58', '指标乙 40 30.5', '总分 100 98.5')).toEqual(['PERFORMANCE-SCORE error']);
  });

  test('a 总分 that was rounded, or that rounded 得分 make', () => {
    expect(points('指标甲 60 58', '指标乙 40 30.5', '总分 100 89')).toEqual(['PERFORMANCE-SCORE warning']);
    expect(points('指标甲 60 58', '指标乙 40 31', '总分 100 88.6')).toContain('PERFORMANCE-SCORE warning');
  });

  test('so is a 总分 that the 分值 do not make, where the 得分 add up', () => {
    expect(points('指标甲 60 58', '指标乙 30 28', '总分 100 86')).toEqual(['PERFORMANCE-WEIGHT error']);
  });

  test('a row may be missing where both differ, or where nothing else adds up', () => {
    expect(points('指标甲 60 58', '指标乙 30 28', '总分 100 96')).not.toContain('PERFORMANCE-WEIGHT error');
    expect(found('score', '指标甲 58', '指标乙 31', '总分 98')).toEqual(['PERFORMANCE-SCORE warning']);
  });

  test('a row without 得分', () => {
    expect(points('指标甲 60 58', '指标乙 30 _', '指标丙 10 9', '总分 100 97')).toEqual(['PERFORMANCE-SCORE warning']);
  });

  test('points that are given beyond those of the indicators', () => {
    expect(points('指标甲 60 58', '加分项 40 31', '总分 100 91')).toEqual(['PERFORMANCE-SCORE warning']);
    expect(points('指标甲 60 58', '扣分事项 40 31', '总分 100 87')).toEqual(['PERFORMANCE-SCORE warning']);
  });

  test('tenths that were cut off one by one', () => {
    expect(points('指标甲 60 58.3', '指标乙 40 31.3', '总分 100 89.8')).toEqual(['PERFORMANCE-SCORE warning']);
    expect(points('指标甲 60 58.3', '指标乙 40 31.3', '总分 100 90.6')).toEqual(['PERFORMANCE-SCORE error']);
  });
});

describe('年度资金总额', () => {
  const funds = (...lines: string[]) => found('budget-full executed', ...lines);

  test('all sources are there: an error', () => {
    expect(funds('年度资金总额 110.00 80.00', '其中：财政拨款 90.00 72.00', '其他资金 10.00 8.00')).toEqual(['PERFORMANCE-FUNDS error']);
    expect(funds('年度资金总额 110.00 80.00', '财政拨款 90.00 72.00', '上年结转资金 10.00 8.00')).toEqual(['PERFORMANCE-FUNDS error']);
  });

  test('a source may be missing where no line is 其他资金 and no other column adds up', () => {
    expect(funds('年度资金总额 110.00 _', '其中：财政拨款 90.00 _', '上年结转资金 10.00 _')).toEqual(['PERFORMANCE-FUNDS warning']);
  });

  test('a blank source may be what is missing, but not where the others are too much', () => {
    expect(funds('年度资金总额 110.00 _', '财政拨款 90.00 _', '上年结转资金 10.00 _', '其他资金 _ _')).not.toContain(
      'PERFORMANCE-FUNDS error',
    );
    expect(funds('年度资金总额 95.00 40.00', '财政拨款 90.00 40.00', '上年结转资金 10.00 0.00', '其他资金 _ 0.00')).toEqual([
      'PERFORMANCE-FUNDS error',
    ]);
  });

  test('a source that may be contained in another', () => {
    expect(funds('年度资金总额 90.00 80.00', '财政拨款 90.00 80.00', '上年结转资金 10.00 0.00', '其他资金 0.00 0.00')).toEqual([
      'PERFORMANCE-FUNDS warning',
    ]);
  });

  test('lines that no source is known by', () => {
    expect(funds('年度资金总额 110.00 80.00', '省级补助 90.00 72.00', '市级补助 10.00 8.00')).toEqual(['PERFORMANCE-FUNDS warning']);
  });
});
