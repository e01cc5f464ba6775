import type { EnglishRules } from './rule.js';

/** Within and between the tables of budgets. */
export const BUDGET_RULES: EnglishRules = {
  'LINE-TOTAL': {
    title: 'Totals of the year and grand totals',
    formula: 'each column: income and expenditure of the year and grand totals = the sum of the rows beside them',
  },
  'LINE-LEVELS': { title: 'Levels of rows', formula: 'each column: a row = the sum of the rows below it (“of which” rows do not count)' },
  'YEAR-CHANGE': { title: 'Change on last year', formula: 'change = budget of this year − budget (or execution) of last year' },
  'YEAR-CHANGE-RATE': { title: 'Rate of change on last year', formula: 'rate = change ÷ budget (or execution) of last year' },
  'BUDGET-SUMMARY-INCOME': {
    title: 'Summary and income',
    formula: 'grand total, income of the year, sources and carryover in the summary = the total row of the income table',
  },
  'BUDGET-SUMMARY-EXPENDITURE': {
    title: 'Summary and expenditure',
    formula: 'total and each category of expenditure in the summary = total and items of the expenditure table',
  },
  'BUDGET-SUMMARY-FISCAL': {
    title: 'Summary and appropriations',
    formula: 'appropriations in the summary = those of the summary of appropriations (with or without carryover)',
  },
  'BUDGET-FISCAL-EXPENDITURE': {
    title: 'Summary of appropriations and their expenditure',
    formula: 'total and each category in the summary of appropriations = total and items of their expenditure table',
  },
  'BUDGET-FISCAL-BUDGETS': {
    title: 'Summary of appropriations and each budget',
    formula: 'expenditure and categories of each budget in the summary of appropriations = total and items of its table',
  },
  'BUDGET-EXPENDITURE-PARTS': {
    title: 'Expenditure and each budget',
    formula: 'each item: the table of a budget ≤ the expenditure table; where the totals are equal, so are the items',
  },
  'BUDGET-GENERAL-BASIC': {
    title: 'General public budget and basic expenditure',
    formula: 'basic expenditure, personnel and running costs = those of the table of basic expenditure',
  },
  'BUDGET-FISCAL-BASIC': {
    title: 'Appropriations and their basic expenditure',
    formula: 'basic expenditure, personnel and running costs = those of the table of basic expenditure',
  },
  'BUDGET-FUNCTION-ECONOMIC': {
    title: 'Functional and economic classification',
    formula: 'total, basic and project expenditure by function = those by economic item',
  },
  'BUDGET-EXPENDITURE-BASIC': {
    title: 'Expenditure and basic expenditure',
    formula: 'basic expenditure in the expenditure table = the total of the table of basic expenditure',
  },
  'BUDGET-EXPENDITURE-PROJECT': {
    title: 'Expenditure and projects',
    formula: 'project expenditure in the expenditure table (or with other expenditure) = the total of the table of projects',
  },
  'BUDGET-RUNNING-COSTS': {
    title: 'Running costs of the office',
    formula: 'running costs of the office ≤ running costs within basic expenditure of the general public budget',
  },
  'BUDGET-THREE-PUBLIC-BASIC': {
    title: '“Three public” expenses and basic expenditure',
    formula: '30212, 30217, 30231, 31013 in the table of basic expenditure ≤ the expenses in the “three public” table',
  },
  'BUDGET-THREE-PUBLIC-ECONOMIC': {
    title: '“Three public” expenses and economic items',
    formula: 'the expenses in the “three public” table ≤ 30212, 30217, 30231, 31013 by economic item',
  },
  'BUDGET-SUMMARY-PARTS': {
    title: 'Personnel and running costs, summary and economic items',
    formula: 'where personnel and running costs together are those of the table of basic expenditure, so is each of them',
  },
  'PROJECT-PERIOD': {
    title: 'Period of a project',
    formula: 'no project of a budget ends before its year',
    says: [
      '{table}: the period printed, “{found}”, lies before the year {expected}; it seems to be left over.',
      'The period of a project lies before the year of the budget.',
    ],
  },
};
