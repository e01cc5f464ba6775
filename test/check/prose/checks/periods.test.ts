import { describe, expect, test } from 'vitest';
import { budgetForms } from '../../../../extractors/budgets/forms/forms.js';
import { budgetsProse } from '../../../../extractors/budgets/prose/prose.js';
import type { DisclosureTable } from '../../../../schemas/disclosure.js';
import { checkProse } from '../../../../src/check/prose/check-prose.js';
import { DOCUMENT, prose, sheet } from '../builders.js';

const BUDGET = { ...DOCUMENT, kind: '部门预算', year: 2026 } as const;
const check = (paragraphs: string[], tables: DisclosureTable[]) =>
  checkProse({
    sections: prose('第三部分2026年部门预算情况说明', ...paragraphs),
    tables,
    document: BUDGET,
    prose: budgetsProse,
    forms: budgetForms,
  });

describe('a project whose period is last year’s', () => {
  const goals = (name: string, target: string, more: Partial<DisclosureTable> = {}) =>
    sheet('budget-project-performance', ['target'], [['', name, { target }]], {
      title: '项目绩效目标表',
      unit: null,
      fields: { 项目名称: '公车统管费用' },
      ...more,
    });
  const found = (name: string, target: string, more: Partial<DisclosureTable> = {}) =>
    check([], [goals(name, target, more)])
      .filter(({ rule }) => rule === 'PROJECT-PERIOD')
      .map(({ message }) => message);

  test('by the day that an indicator names', () => {
    expect(found('项目完成时间', '2025年12月31日')).toEqual([
      '项目绩效目标表“公车统管费用”的项目完成时间印为“2025年12月31日”，在本年度（2026年）之前，疑为沿用上年。',
    ]);
  });

  test.each(['≤2025年12月', '2025年底前', '２０２５年１２月底', '2025.1-2025.12', '2025年1月至12月', '2025-12-31'])('%s', (target) => {
    expect(found('完成时限', target)).toHaveLength(1);
  });

  test.each(['2026年12月31日前', '2025年9月—2026年8月', '≤12月', '长期', '2025年度审计报告完成后', '1年', '100%', '按2025年标准'])(
    '%s is none',
    (target) => {
      expect(found('完成时间', target)).toEqual([]);
    },
  );

  test('by a field', () => {
    expect(found('数量', '5', { fields: { 项目名称: '公车统管费用', 实施期限: '2024年1月-2025年12月' } })).toHaveLength(1);
    expect(found('数量', '5', { fields: { 项目名称: '公车统管费用', 立项依据: '2025年12月' } })).toEqual([]);
  });

  test('an indicator that is about something else may name any year', () => {
    expect(found('基期', '2025年12月')).toEqual([]);
  });

  test('a table of another year is told as that', () => {
    expect(found('完成时间', '2025年12月', { title: '2025年项目绩效目标表' })).toEqual([]);
  });
});

describe('a budget of 2026 against 2026', () => {
  const tables = [sheet('budget-summary', ['income', 'expenditure'], [['total', '收入总计', { income: '100.00' }]])];
  const found = (text: string, chapter = '一、收支预算总体情况说明') =>
    check([chapter, text], tables)
      .filter(({ rule }) => rule === 'PROSE-YEAR')
      .map(({ message }) => message);
  const OWN = ['文中与2026年比较，本预算的上年应是2025年。'];

  test('its own budget, and what was carried out of it', () => {
    expect(found('收入预算100万元，比2026年预算增加20万元。')).toEqual(OWN);
    expect(found('收入预算100万元，比2026年执行数增加20万元。')).toEqual(OWN);
    expect(found('收入预算100万元，比2025年执行数增加20万元。')).toEqual([]);
  });

  test('also in a chapter that compares with any year', () => {
    expect(found('委托业务费预算100万元，比2026年预算增加20万元。', '五、其他重要事项情况说明')).toEqual(OWN);
    expect(found('委托业务费预算100万元，比2023年预算增加20万元。', '五、其他重要事项情况说明')).toEqual([]);
    expect(found('2027年委托业务费比2026年预算增加20万元。', '五、其他重要事项情况说明')).toEqual([]);
  });
});
