import type { AcrossDeclaration, NamedCodes, NamedFigure, Restatement } from '../across.js';
import { rule } from '../rule.js';
import { introduction, ownOffice, threePublicItems } from '../shared/across.js';
import { budgetFigures, functionBudgets, threePublicChange, threePublicLastYear } from './figures.js';

const LAST_YEAR_BUDGET = rule({ id: 'LAST-YEAR-BUDGET', title: '上年预算数', formula: '预算所列上年预算数 = 上年度预算' });

/** 上年执行数, 上年预计执行数: what was spent, or will have been; no budget. */
const SPENT = /执行/u;

/** Columns of 一般公共预算支出表 that stand beside those of the year before, and what they are of all or of a code. */
const COMPARED = { total: '', basic: '基本支出', project: '项目支出' } as const;

const FORM = 'budget-general-public-expenditure';

const comparedFigure = ([column, words]: readonly [string, string]): { here: NamedFigure; there: NamedFigure } => ({
  here: { words: `合计${words}上年预算数`, places: [{ form: FORM, concept: 'total', column: `last-year.${column}`, unless: SPENT }] },
  there: { words: `合计${words}预算数`, places: [{ form: FORM, concept: 'total', column }] },
});

const comparedCodes = ([column, words]: readonly [string, string]): { here: NamedCodes; there: NamedCodes } => ({
  here: {
    words: `${words}上年预算数`,
    classification: 'function',
    places: [{ form: FORM, column: `last-year.${column}`, unless: SPENT }],
  },
  there: { words: `${words}预算数`, classification: 'function', places: [{ form: FORM, column }] },
});

/** What the table prints as the change of the total. */
const CHANGE: NamedFigure = { words: '比上年预算数增减额', places: [{ form: FORM, concept: 'total', column: 'change' }] };

const budgetOnly = (figure: NamedFigure): NamedFigure => ({
  ...figure,
  places: figure.places.map((place) => ({ ...place, unless: SPENT })),
});

/** The columns or rows of the year before, against that year's budget. */
const lastYear: Restatement = {
  rule: LAST_YEAR_BUDGET,
  of: 'budgets',
  yearsBefore: 1,
  figures: [
    ...Object.entries(COMPARED).map(comparedFigure),
    ...threePublicItems.map((item) => ({ here: budgetOnly(threePublicLastYear(item)), there: budgetFigures[`three-public/${item}`] })),
  ],
  codes: Object.entries(COMPARED).map(comparedCodes),
};

/** 部门预算 of successive years, and of a department and its 单位. What final accounts tell of them is declared there. */
export const acrossDocuments: AcrossDeclaration = {
  restated: [lastYear],
  told: [],
  units: {
    departmentKind: '部门预算',
    unitKind: '单位预算',
    sums: [
      budgetFigures['grand-total'],
      budgetFigures['general-public-appropriation'],
      budgetFigures['general-public-expenditure'],
      budgetFigures['three-public/total'],
    ],
    bases: [
      ...Object.entries(COMPARED).map(([column, words]) => {
        const { here, there } = comparedFigure([column, words]);
        return { base: here, now: there, change: column === 'total' ? CHANGE : null, isCommon: column !== 'project' };
      }),
      ...threePublicItems.map((item) => ({
        base: budgetOnly(threePublicLastYear(item)),
        now: budgetFigures[`three-public/${item}`],
        change: threePublicChange(item),
        isCommon: false,
      })),
    ],
    common: [
      'grand-totals',
      'income-total',
      'expenditure-total',
      'fiscal-grand-totals',
      'fiscal-income',
      'fiscal-expenditure',
      'general-public-income',
      'general-public-expenditure',
    ],
    introduction,
    ownOffice,
  },
  beside: {
    name: 'budget',
    description: 'What the budget of the year prints, in 元',
    figures: budgetFigures,
    codes: { 'general-public-expenditure/function': functionBudgets },
  },
};
