import { describe, expect, test } from 'vitest';
import { budgetThreePublic } from '../../../extractors/budgets/forms/three-public.js';
import { threePublic } from '../../../extractors/final-accounts/forms/three-public.js';
import { chooseLayout, pathToKey } from '../../../src/extract/columns.js';

const keys = (form: typeof threePublic, paths: readonly (readonly string[])[], rows: readonly string[] = []) => {
  const columns = chooseLayout(paths, form.layouts, new Set(rows));
  return paths.map((path) => pathToKey(path, columns));
};

const BELOW = ['因公出国（境）费', '公务接待费'];
const three = (head: string, sum: string) => [[head, sum], ...BELOW.map((item) => [head, item])];
const MEETINGS = [['会议费'], ['培训费']];

describe('a sum under “三公” without a word of its own is their total', () => {
  test.each(['“三公”经费', '财政拨款“三公”经费', '一般公共预算财政拨款安排的“三公”经费'])('%s/小计, beside meetings or alone', (head) => {
    const items = ['total', 'abroad', 'reception'];
    expect(keys(budgetThreePublic, three(head, '小计'))).toEqual(items);
    expect(keys(threePublic, three(head, '小计'))).toEqual(items.map((item) => `final.${item}`));
    expect(keys(threePublic, [['合计'], ...three(head, '小计'), ...MEETINGS])).toEqual([
      'final.grand-total',
      ...items.map((item) => `final.${item}`),
      'final.conference',
      'final.training',
    ]);
    expect(keys(threePublic, [['合计'], ...three(head, '小计'), ...MEETINGS], ['预算数', '决算数'])).toEqual([
      'grand-total',
      ...items,
      'conference',
      'training',
    ]);
  });

  test('below 预算数 and 决算数 too; where nothing else is summed up, 合计 is the total', () => {
    const under = (phase: string) => [['合计'], ...three('“三公”经费', '小计'), ...MEETINGS].map((path) => [phase, ...path]);
    expect(keys(threePublic, [...under('预算数'), ...under('决算数')]).filter((key) => key?.endsWith('total'))).toEqual([
      'budget.grand-total',
      'budget.total',
      'final.grand-total',
      'final.total',
    ]);
    expect(keys(threePublic, [['合计'], ...BELOW.map((item) => [item])])).toEqual(['final.total', 'final.abroad', 'final.reception']);
  });
});
