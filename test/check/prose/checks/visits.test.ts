import { describe, expect, test } from 'vitest';
import { check, sheet } from '../builders.js';

describe('接待批次与人次', () => {
  const chapter = '九、财政拨款“三公”经费支出决算情况说明';
  const reception = (amount: string) => [
    sheet('three-public', ['final.reception'], [['', '', amount === '' ? {} : { 'final.reception': amount }]]),
  ];
  const told = (text: string, spent = '1.00') =>
    check([chapter, text], reception(spent))
      .filter(({ rule }) => rule === 'PROSE-VISITS')
      .map(({ message }) => message);

  test.each(['公务接待10批次、152人次。', '共接待国内来访团组17个、来宾119人次（不包括陪同人员）。', '国内公务接待12批次，共12人次。'])(
    '%s',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );

  test('fewer guests than groups', () => {
    expect(told('2024年共接待国内来访团组70个、来宾49人次。')).toEqual(['文中称接待70批次、49人次，人次少于批次。']);
  });

  test('guests, and nothing spent', () => {
    const text = '2024年共接待国内来访团组28个、来宾219人次。';
    expect(told(text, '0.00')).toEqual([expect.stringContaining('公务接待费为0')]);
    expect(told('2024年共接待国内来访团组0个、来宾0人次。', '0.00')).toEqual([]);
    expect(told(text, '')).toEqual([]);
    expect(told(`公务接待费支出决算为0万元。${text}`, '')).toEqual([expect.stringContaining('文中公务接待费为0')]);
  });
});
