import { describe, expect, test } from 'vitest';
import { check } from '../builders.js';

describe('机关运行经费', () => {
  const about = (amount: string) => check(['十、机关运行经费支出情况说明', `2024年度机关运行经费支出${amount}万元。`]);

  test('it is the 公用经费, or less where there are 事业单位', () => {
    expect(about('50.00')).toEqual([]);
    expect(about('31.17')).toMatchObject([{ rule: 'PROSE-RUNNING-COSTS', severity: 'info' }]);
  });

  test('more than the 公用经费, or a slip of the digits, is worth a look', () => {
    expect(about('72.00')).toMatchObject([{ severity: 'warning', verdict: 'publisher', expected: '50.00' }]);
    expect(about('05.00')).toMatchObject([{ severity: 'warning', verdict: 'unknown' }]);
  });
});
