import { describe, expect, test } from 'vitest';
import { budgets } from '../../extractors/budgets/family.js';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { titleToForm } from '../../src/extract/form.js';

const idOf = (title: string) => titleToForm(title, budgets)?.id ?? null;

/** Titles as published, by form. */
const PUBLISHED: Record<string, readonly string[]> = {
  'budget-summary': ['收支总表', '收支预算总表', '收支总体情况表', '财务收支预算总表', '综合预算收支总表', '部门收支总体情况表'],
  'budget-income': ['收入总表', '收入预算总表', '收入总体情况表', '部门收入总表'],
  'budget-expenditure': ['支出总表', '支出预算总表', '支出总体情况表', '部门支出总表'],
  'budget-fiscal-summary': ['财政拨款收支总表', '财政拨款收支预算总表', '财政拨款收支总体情况表'],
  'budget-fiscal-expenditure': ['财政拨款支出表（功能科目）', '财政拨款支出预算表（功能科目）'],
  'budget-fiscal-basic': ['财政拨款基本支出表（经济科目）', '财政拨款基本支出预算表（经济科目）'],
  'budget-general-public-expenditure': [
    '一般公共预算支出表',
    '一般公共预算拨款支出预算表',
    '一般公共预算支出情况表',
    '一般公共预算支出功能分类预算表',
    '支出明细表（按功能分类科目）',
    '一般公共预算支出明细表（按支出功能分类科目）',
  ],
  'budget-general-public-economic': [
    '一般公共预算支出表（按经济分类）',
    '支出经济分类情况表',
    '支出明细表（按支出经济分类科目）',
    '一般公共预算支出明细表（按支出经济分类科目-不含上年结转）',
  ],
  'budget-general-public-project': ['一般公共预算项目支出情况表（按经济分类科目）', '一般公共预算项目支出情况表'],
  'budget-general-public-basic': [
    '一般公共预算基本支出表',
    '一般公共预算基本支出情况表（按经济分类科目）',
    '一般公共预算基本支出部门预算经济分类预算表',
    '一般公共预算基本支出明细表（按支出经济分类科目）',
  ],
  'budget-general-public-basic-function': ['一般公共预算基本支出明细表（按支出功能分类科目）'],
  'budget-three-public': [
    '“三公”经费支出表',
    '“三公”经费预算表',
    '“三公”经费支出预算情况表',
    '一般公共预算“三公”经费支出表',
    '财政拨款预算“三公”经费支出表',
    '“三公”经费和机关运行经费预算表',
    '“三公”经费及会议费、培训费支出预算表',
    '一般公共预算拨款“三公”经费及会议费、培训费支出预算表',
    '行政经费及“三公”经费预算表',
  ],
  'budget-government-fund': ['政府性基金预算支出表', '政府性基金预算拨款支出表', '政府性基金预算支出情况表', '政府性基金预算支出预算表'],
  'budget-state-capital': ['国有资本经营预算支出表', '国有资本经营预算拨款支出预算表', '国有资本经营预算支出明细表'],
  'budget-basic': ['基本支出总表', '基本支出预算表', '基本支出预算情况表'],
  'budget-project': ['项目支出总表', '项目支出表', '项目支出预算情况表', '专项业务经费支出表'],
  'budget-running-costs': ['机关运行经费支出预算表', '一般公共预算机关运行经费支出预算表'],
  'budget-procurement': ['政府采购表', '政府采购预算表', '政府采购支出预算明细表', '政府购买服务支出预算表'],
  'budget-project-performance': [
    '项目支出绩效目标表',
    '项目绩效目标表',
    '专项资金绩效目标表',
    '项目支出绩效表',
    '某某大桥维修项目支出绩效目标表',
  ],
  'budget-department-performance': ['部门整体支出绩效目标表', '部门整体绩效目标表'],
};

const published = Object.entries(PUBLISHED).flatMap(([id, titles]) => titles.map((title) => [title, id] as const));

test.each(published)('%s is %s', (title, id) => {
  expect(idOf(title)).toBe(id);
});

test('every form of a budget has a published title here', () => {
  expect(Object.keys(PUBLISHED).toSorted()).toEqual(budgets.forms.map(({ id }) => id).toSorted());
});

describe('before and behind a title', () => {
  test.each(published)('a year and a department: %s', (title, id) => {
    expect(idOf(`2026年${title}`)).toBe(id);
    expect(idOf(`某某市教育局2026年${title}`)).toBe(id);
    expect(idOf(`2026年度某某市教育局（本级）${title}`)).toBe(id);
    expect(idOf(`${title}（续）`)).toBe(id);
  });

  test.each(['2026年部门', '2026年单位', '预算单位', '市级部门', '2022年旗级部门', '部门综合预算', '2026年本年', '2026年度本级'])(
    '%s 收支总表',
    (words) => {
      expect(idOf(`${words}收支总表`)).toBe('budget-summary');
    },
  );

  test('a department that ends in 部 stands before a title, 部门 is no department', () => {
    expect(idOf('中共某某市委组织部收入总表')).toBe('budget-income');
    expect(idOf('中共某某市委宣传部部门收入总表')).toBe('budget-income');
    expect(idOf('中共某某市委宣传部部门整体支出绩效目标表')).toBe('budget-department-performance');
    expect(idOf('2026年部门收入总表')).toBe('budget-income');
  });

  test('other money before a title is another table', () => {
    expect(idOf('社会保险基金支出表')).toBe(null);
    expect(idOf('非税收入预算表')).toBe(null);
    expect(idOf('上级补助支出总表')).toBe(null);
  });
});

describe('the two families', () => {
  test.each(finalAccounts.forms.flatMap(({ titles }) => titles).filter((title) => title.includes('决算')))('%s is no budget', (title) => {
    expect(idOf(title)).toBe(null);
  });

  test.each([
    ['收入支出决算总表', 'income-expenditure-summary'],
    ['收入决算表', 'income'],
    ['支出决算表', 'expenditure'],
    ['财政拨款收入支出决算总表', 'fiscal-appropriation-summary'],
    ['一般公共预算财政拨款支出决算表', 'general-public-expenditure'],
    ['一般公共预算财政拨款基本支出决算表', 'general-public-basic-expenditure'],
    ['财政拨款“三公”经费支出决算表', 'three-public'],
    ['政府性基金预算财政拨款收入支出决算表', 'government-fund'],
    ['国有资本经营预算财政拨款支出决算表', 'state-capital'],
  ])('%s is a final account, and no budget', (title, id) => {
    expect(titleToForm(title, finalAccounts)?.id).toBe(id);
    expect(idOf(title)).toBe(null);
  });

  test.each(published.filter(([title]) => !/绩效|“三公”|基金|资本/u.test(title)))('%s is no final account', (title) => {
    expect(titleToForm(title, finalAccounts)?.id ?? null).toBe(null);
  });
});
