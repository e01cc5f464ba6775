import { describe, expect, test } from 'vitest';
import { departmentPerformance } from '../../../../extractors/final-accounts/forms/department-performance.js';
import { governmentFund } from '../../../../extractors/final-accounts/forms/government-fund.js';
import { finalAccountsProse } from '../../../../extractors/final-accounts/prose/prose.js';
import type { FormDeclaration } from '../../../../extractors/form.js';
import { checkProse } from '../../../../src/check/prose/check-prose.js';
import { account, check, DOCUMENT, sheet } from '../builders.js';

describe('blank tables', () => {
  const blank = (more: object = {}) =>
    sheet('government-fund', ['total'], [['total', '合计', {}]], { empty: { statement: null }, ...more });
  const rules = (paragraphs: string[], more: object = {}) => check(paragraphs, [...account(), blank(more)]).map((f) => f.rule);

  test('somebody must say that there is nothing', () => {
    expect(rules([])).toEqual(['EMPTY-UNDECLARED']);
    expect(rules([], { empty: { statement: '本表无数据。' } })).toEqual([]);
    expect(rules([], { notes: ['注：本部门没有政府性基金收入。'] })).toEqual([]);
    expect(rules(['七、政府性基金预算财政拨款支出决算情况说明', '支出决算为0万元。'])).toEqual([]);
    expect(rules(['七、政府性基金预算财政拨款支出决算情况说明', '主要用于征地。'])).toEqual(['EMPTY-UNDECLARED']);
  });

  test('of an assessment nobody need say so, as the family declares its forms', () => {
    const of = (...forms: FormDeclaration[]) =>
      checkProse({ sections: [], tables: [blank()], document: DOCUMENT, prose: finalAccountsProse, forms }).map((f) => f.rule);
    expect(of(governmentFund)).toEqual(['EMPTY-UNDECLARED']);
    expect(of({ ...departmentPerformance, id: 'government-fund' })).toEqual([]);
  });

  test('a table with figures below words that deny them', () => {
    const full = sheet('government-fund', ['total'], [['total', '合计', { total: '12.00' }]]);
    const chapter = '七、政府性基金预算财政拨款支出决算情况说明';
    expect(check([chapter, '本部门2024年度没有使用政府性基金预算财政拨款安排的支出。'], [full])).toMatchObject([
      { rule: 'PROSE-EMPTY', severity: 'error', cells: [{ table: 0 }] },
    ]);
    expect(check([chapter, '没有使用政府性基金安排的支出。'], [{ ...full, title: null }])).toMatchObject([
      { message: '文中称没有此项支出，而无题表格列有金额。' },
    ]);
    expect(check([chapter, '政府性基金预算财政拨款支出12.00万元，没有结转支出。'], [full])).toEqual([]);
  });
});
