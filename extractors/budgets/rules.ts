import { rule } from '../rule.js';
import {
  CODE_SUM,
  COLUMN_SUM,
  GRAND_TOTAL,
  ROW_SUM,
  SIDES_BALANCE,
  THREE_PUBLIC_TOTAL,
  THREE_PUBLIC_VEHICLES,
  UNIT_PLAUSIBLE,
} from '../shared/rules.js';

export const LINE_TOTAL = rule({
  id: 'LINE-TOTAL',
  title: '本年合计与总计',
  formula: '每一栏：本年收入、支出合计及收入、支出总计 = 其同级各行之和',
});
export const LINE_LEVELS = rule({
  id: 'LINE-LEVELS',
  title: '各行层级',
  formula: '每一栏：有下级各行的行 = 其下级各行之和（“其中”各行不另计）',
});
export const YEAR_CHANGE = rule({ id: 'YEAR-CHANGE', title: '比上年增减', formula: '增减额 = 本年预算数 − 上年预算数（或执行数）' });
export const YEAR_CHANGE_RATE = rule({
  id: 'YEAR-CHANGE-RATE',
  title: '比上年增减率',
  formula: '增减率 = 增减额 ÷ 上年预算数（或执行数）',
});
export const SUMMARY_INCOME = rule({
  id: 'BUDGET-SUMMARY-INCOME',
  title: '收支总表与收入总表',
  formula: '收支总表的收入总计、本年收入、各项来源及上年结转 = 收入总表合计行的相应各栏',
});
export const SUMMARY_EXPENDITURE = rule({
  id: 'BUDGET-SUMMARY-EXPENDITURE',
  title: '收支总表与支出总表',
  formula: '收支总表的支出合计及每一类支出 = 支出总表的合计及该类各科目之和',
});
export const SUMMARY_PARTS = rule({
  id: 'BUDGET-SUMMARY-PARTS',
  title: '收支总表与经济分类的人员、公用',
  formula: '收支总表所列人员经费与公用经费之和同基本支出表一致时，人员经费、公用经费各自一致',
});
export const SUMMARY_FISCAL = rule({
  id: 'BUDGET-SUMMARY-FISCAL',
  title: '收支总表与财政拨款收支总表',
  formula: '收支总表各项财政拨款 = 财政拨款收支总表的各项拨款（含或不含上年结转）',
});
export const FISCAL_EXPENDITURE = rule({
  id: 'BUDGET-FISCAL-EXPENDITURE',
  title: '财政拨款收支总表与财政拨款支出表',
  formula: '财政拨款收支总表的支出合计及每一类 = 财政拨款支出表的合计及该类各科目之和',
});
export const FISCAL_BUDGETS = rule({
  id: 'BUDGET-FISCAL-BUDGETS',
  title: '财政拨款收支总表与各预算支出表',
  formula: '财政拨款收支总表每一种预算的支出及每一类 = 该预算支出表的合计及该类各科目之和',
});
export const EXPENDITURE_PARTS = rule({
  id: 'BUDGET-EXPENDITURE-PARTS',
  title: '支出总表与各预算支出表',
  formula: '每一科目：各预算支出表 ≤ 支出总表；合计相等时各科目相等，某科目合计相等时其各栏相等',
});
export const GENERAL_BASIC = rule({
  id: 'BUDGET-GENERAL-BASIC',
  title: '一般公共预算支出表与基本支出表',
  formula: '一般公共预算支出表的基本支出及其人员、公用经费 = 一般公共预算基本支出表的合计及其人员、公用经费',
});
export const FISCAL_BASIC = rule({
  id: 'BUDGET-FISCAL-BASIC',
  title: '财政拨款支出表与财政拨款基本支出表',
  formula: '财政拨款支出表的基本支出及其人员、公用经费 = 财政拨款基本支出表的合计及其人员、公用经费',
});
export const FUNCTION_ECONOMIC = rule({
  id: 'BUDGET-FUNCTION-ECONOMIC',
  title: '功能分类与经济分类',
  formula: '一般公共预算支出按功能分类的合计、基本支出、项目支出 = 按经济分类的合计、基本支出、项目支出',
});
export const EXPENDITURE_BASIC = rule({
  id: 'BUDGET-EXPENDITURE-BASIC',
  title: '支出总表与基本支出总表',
  formula: '支出总表的基本支出合计 = 基本支出总表合计',
});
export const EXPENDITURE_PROJECT = rule({
  id: 'BUDGET-EXPENDITURE-PROJECT',
  title: '支出总表与项目支出表',
  formula: '支出总表的项目支出合计（或连同其他各项支出） = 项目支出表合计',
});
export const RUNNING_COSTS = rule({
  id: 'BUDGET-RUNNING-COSTS',
  title: '机关运行经费',
  formula: '机关运行经费 ≤ 一般公共预算基本支出的公用经费',
});
export const THREE_PUBLIC_BASIC = rule({
  id: 'BUDGET-THREE-PUBLIC-BASIC',
  title: '“三公”与基本支出',
  formula: '一般公共预算基本支出表30212、30217、30231、31013 ≤ “三公”经费表相应各项',
});
export const THREE_PUBLIC_ECONOMIC = rule({
  id: 'BUDGET-THREE-PUBLIC-ECONOMIC',
  title: '“三公”与经济分类',
  formula: '“三公”经费表各项 ≤ 按经济分类的一般公共预算支出表30212、30217、30231、31013',
});

/** What must agree in and between the tables of budgets, in the order people read it. */
export const budgetRules = [
  ROW_SUM,
  COLUMN_SUM,
  CODE_SUM,
  LINE_TOTAL,
  LINE_LEVELS,
  SIDES_BALANCE,
  YEAR_CHANGE,
  YEAR_CHANGE_RATE,
  THREE_PUBLIC_TOTAL,
  THREE_PUBLIC_VEHICLES,
  GRAND_TOTAL,
  SUMMARY_INCOME,
  SUMMARY_EXPENDITURE,
  SUMMARY_PARTS,
  SUMMARY_FISCAL,
  FISCAL_EXPENDITURE,
  FISCAL_BUDGETS,
  EXPENDITURE_PARTS,
  GENERAL_BASIC,
  FISCAL_BASIC,
  FUNCTION_ECONOMIC,
  EXPENDITURE_BASIC,
  EXPENDITURE_PROJECT,
  RUNNING_COSTS,
  THREE_PUBLIC_BASIC,
  THREE_PUBLIC_ECONOMIC,
  UNIT_PLAUSIBLE,
] as const;
