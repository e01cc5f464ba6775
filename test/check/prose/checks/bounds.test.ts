import { describe, expect, test } from 'vitest';
import { check } from '../builders.js';

describe('机关运行经费', () => {
  const about = (amount: string, rest = '') => check(['十、机关运行经费支出情况说明', `2024年度机关运行经费支出${amount}万元${rest}。`]);

  test('it is the 公用经费, or less where there are 事业单位', () => {
    expect(about('50.00')).toEqual([]);
    expect(about('31.17')).toMatchObject([{ rule: 'PROSE-RUNNING-COSTS', severity: 'info' }]);
  });

  test('more than the 公用经费, or a slip of the digits, is worth a look', () => {
    expect(about('72.00')).toMatchObject([{ severity: 'warning', verdict: 'publisher', expected: '50.00' }]);
    expect(about('05.00')).toMatchObject([{ severity: 'warning', verdict: 'unknown' }]);
  });

  test('a change and its rate that are true of the 公用经费 alone bear it out', () => {
    // 50.00 − 10.00 is 40.00, of which 10.00 is 25 %.
    const [finding, ...others] = about('40.00', '，比上年增加10.00万元，增长25.00%');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'PROSE-RUNNING-COSTS', severity: 'error', found: '40.00', expected: '50.00' });
    expect(finding?.message).toContain('恰是由此推算的上年数');
    expect(about('31.17', '，比上年增加10.00万元，增长47.24%')).toMatchObject([{ severity: 'info' }]);
  });
});
