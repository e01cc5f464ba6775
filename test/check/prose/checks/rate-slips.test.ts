import { describe, expect, test } from 'vitest';
import { withOneDigitMore, withoutOneDigit } from '../../../../src/check/culprit/likeness.js';
import { check, type sheet } from '../builders.js';

const OVERALL = '一、收入支出决算总体情况说明';
const messages = (text: string, tables?: ReturnType<typeof sheet>[]) => check([OVERALL, text], tables).map(({ message }) => message);

describe('which of a rate, the change and the amount is likeliest wrong', () => {
  test.each([
    ['a digit too many', '甲支出120.64万元，比上年增加6.09万元，增长55.32%。', '应增长5.32%；增减率疑多印一位数字。'],
    ['digits exchanged', '甲支出395.87万元，比上年减少417.27万元，下降15.32%。', '应下降51.32%；增减率疑为数字颠倒。'],
    ['the point elsewhere', '甲支出120.64万元，比上年增加6.09万元，增长53.17%。', null],
    ['ten times as much', '甲支出120.00万元，比上年增加20.00万元，增长2.00%。', '应增长20.00%；增减率疑为小数点错位。'],
    ['a digit wrong', '甲支出22066.59万元，比上年增加5834.37万元，增长35.74%。', '应增长35.94%；增减率疑有一位数字印错。'],
    ['decimals left out', '甲支出6256.31万元，比上年增加268.28万元，增长4.0%。', '应增长4.5%；疑舍去了小数。'],
    ['of this year', '甲支出120.64万元，比上年增加26.09万元，增长21.63%。', '应增长27.59%；这是增减额与本年数之比，疑以本年数为基数。'],
    [
      'the item above',
      '甲支出120.00万元，比上年增加13.00万元，增长12.15%；乙支出50.00万元，比上年增加20.00万元，增长12.15%。',
      '应增长66.67%；与前文甲支出的增减率相同，疑照抄上一项。',
    ],
    [
      'a change with a digit too many',
      '甲支出120.64万元，比上年减少641.20万元，下降34.73%。',
      '应下降84.16%；增减额若为64.20万元则相符，疑为多印一位数字。',
    ],
    ['an amount that lacks a digit', '甲支出120.64万元，比上年增加641.20万元，增长94.08%。', null],
  ])('%s', (_, text, end) => {
    const [message, ...more] = messages(text);
    expect(more).toEqual([]);
    expect(message ?? '').toContain(end ?? '');
    if (end === null) expect(message).toMatch(/(?:%|负数)。$/u);
  });

  test('a rate of few digits is made by too many slips to name one', () => {
    expect(messages('甲支出120.64万元，比上年减少417.27万元，下降7%。')).toEqual([
      '文中称甲支出减少417.27万元、下降7%，但按120.64万元与增减额推算，应下降78%。',
    ]);
    expect(messages('甲支出120.64万元，比上年减少417.27万元，下降30%。')).toEqual([expect.stringMatching(/应下降78%。$/u)]);
  });

  test('a whole rate that a round number makes is no copy of the one above', () => {
    const text = '甲支出120.00万元，比上年增加20.00万元，增长20.00%；乙支出50.00万元，比上年增加30.00万元，增长20.00%。';
    expect(messages(text)).toEqual([expect.stringMatching(/应增长150.00%。$/u)]);
  });

  test('both years and the rate tell which of three amounts is wrong', () => {
    const years = (now: string, past: string, change: string) => messages(`2024年甲收入${now}万元，2023年甲收入${past}万元，${change}。`);
    expect(years('80.00', '50.00', '增加35.00万元，增长60.00%')).toEqual([
      '文中称甲收入增加35.00万元，按上年50.00万元、本年80.00万元计算，应增加30.00万元；增减率与两年的数相符，疑增减额有误。',
    ]);
    expect(years('85.00', '50.00', '增加30.00万元，增长60.00%')).toEqual([
      expect.stringContaining('；增减率与上年数、增减额相符，疑本年数有误。'),
    ]);
    expect(years('80.00', '55.00', '增加30.00万元，增长60.00%')).toEqual([
      expect.stringContaining('；增减率与本年数、增减额相符，疑上年数有误。'),
    ]);
  });
});

test('a digit less, a digit more', () => {
  expect(withoutOneDigit('55.32')).toEqual(['5.32', '55.2', '55.3']);
  expect(withoutOneDigit('5')).toEqual([]);
  expect(withoutOneDigit('5.3')).toEqual([]);
  expect(withOneDigitMore('34.1')).toContain('341.1');
  expect(withOneDigitMore('34.1').every((decimal) => decimal.endsWith('.1') && decimal.length === 5)).toBe(true);
});
