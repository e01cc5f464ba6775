import { describe, expect, test } from 'vitest';
import { brief, check } from '../builders.js';

describe('大于, 小于, 持平', () => {
  const words = (text: string) =>
    brief(check(['五、一般公共预算财政拨款支出决算情况说明', `甲支出年初预算为60.00万元，支出决算为80.00万元。${text}`]));

  test('against the two numbers', () => {
    expect(words('决算数大于预算数的主要原因是追加。')).toEqual([]);
    expect(words('决算数小于预算数的主要原因是节约。')).toEqual(['PROSE-DIRECTION error 80.00 60.00']);
    expect(words('决算数与年初预算数一致。')).toEqual(['PROSE-DIRECTION error 80.00 60.00']);
    expect(words('决算数与年初预算数存在差异的主要原因是追加。')).toEqual([]);
  });

  test('持平 is nearly the same, 基本持平 anything', () => {
    const level = (final: string, said: string) =>
      brief(
        check(['五、一般公共预算财政拨款支出决算情况说明', `甲支出年初预算为100.00万元，支出决算为${final}万元。决算数与预算数${said}。`]),
      );
    expect(level('100.40', '持平')).toEqual([]);
    expect(level('104.00', '持平')).toEqual(['PROSE-DIRECTION error 104.00 100.00']);
    expect(level('104.00', '基本持平')).toEqual([]);
  });

  test('against the rate, where no budget is told', () => {
    const rate = (said: string) =>
      brief(check(['五、一般公共预算财政拨款支出决算情况说明', `甲支出决算为80.00万元，完成预算100%，决算数${said}预算数。`]));
    expect(rate('等于')).toEqual([]);
    const less = brief(check(['五、一般公共预算财政拨款支出决算情况说明', '甲支出决算为80.00万元，完成预算90%，决算数大于预算数。']));
    expect(less).toEqual(['PROSE-DIRECTION error 90']);
  });
});
