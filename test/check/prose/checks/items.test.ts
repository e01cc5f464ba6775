import { describe, expect, test } from 'vitest';
import { check } from '../builders.js';

describe('items that 公开06 has no amount for', () => {
  const chapter = '六、一般公共预算财政拨款基本支出决算情况说明';

  test('named but not spent on', () => {
    const [finding, ...others] = check([
      chapter,
      '人员经费550.00万元，主要包括：基本工资；公用经费50.00万元，主要包括：办公费、工会经费、水费。',
    ]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'PROSE-ITEMS',
      severity: 'warning',
      message: '文中称公用经费用于工会经费，而一般公共预算财政拨款基本支出决算表中该科目没有金额。',
      cells: [{ table: 4, row: 4, column: 'amount' }],
    });
  });

  test('what is left unnamed is no matter', () => {
    expect(check([chapter, '公用经费50.00万元，主要包括：办公费。'])).toEqual([]);
  });
});
