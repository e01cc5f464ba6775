import type { AcrossDeclaration, NamedCodes, NamedFigure, Restatement } from '../across.js';
import { budgetFigures, functionBudgets } from '../budgets/figures.js';
import { rule } from '../rule.js';
import { figure, introduction, ownOffice, place, THREE_PUBLIC, type ThreePublicItem, threePublicItems } from '../shared/across.js';
import { finalFigures, threePublic } from './figures.js';

const CARRIED_FORWARD = rule({ id: 'CARRIED-FORWARD', title: '结转', formula: '本年年初结转和结余 = 上年年末结转和结余' });
const INITIAL_BUDGET = rule({ id: 'INITIAL-BUDGET', title: '年初预算', formula: '决算所列年初预算数 = 本年度预算' });

const opening = (form: string, concept: string, column: string) => figure('年初结转和结余', place(form, concept, column));
const closing = (form: string, concept: string, column: string) => figure('年末结转和结余', place(form, concept, column));

/** What a year ends with, the next begins with: forms 01, 04, 07 and 08. */
const carriedForward: Restatement = {
  rule: CARRIED_FORWARD,
  of: 'final-accounts',
  yearsBefore: 1,
  figures: [
    {
      here: opening('income-expenditure-summary', 'opening-balance', 'income'),
      there: closing('income-expenditure-summary', 'closing-balance', 'expenditure'),
    },
    {
      here: opening('fiscal-appropriation-summary', 'opening-balance', 'income'),
      there: closing('fiscal-appropriation-summary', 'closing-balance', 'total'),
    },
    { here: opening('government-fund', 'total', 'opening'), there: closing('government-fund', 'total', 'closing') },
    { here: opening('state-capital', 'total', 'opening'), there: closing('state-capital', 'total', 'closing') },
  ],
  codes: [],
};

/** 预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数: not the budget that was published in spring. */
const ADJUSTED = /全年预算|调整后的?预算|调整预算|预算调整/u;

/** The 三公 as the prose tells their first budget: where the table prints an adjusted one, or none. */
const TOLD_THREE_PUBLIC = { form: 'three-public', column: 'initial-budget' } as const;

const initialThreePublic = (item: ThreePublicItem): NamedFigure => {
  const { words, places } = threePublic(item, 'budget', `${THREE_PUBLIC[item]}预算数`, ADJUSTED);
  return { words, places: [...places, { ...TOLD_THREE_PUBLIC, concept: `three-public-${item}` }] };
};

/** What the prose tells of the year's first budget. */
const TOLD = { form: 'general-public-expenditure', column: 'initial-budget' } as const;

/** The budget of the year, where the account tells it: 三公 in a table, 一般公共预算 by code in sentences. */
const initialBudget: Restatement = {
  rule: INITIAL_BUDGET,
  of: 'budgets',
  yearsBefore: 0,
  figures: [
    ...threePublicItems.map((item) => ({
      here: initialThreePublic(item),
      there: budgetFigures[`three-public/${item}`],
    })),
    {
      here: figure('一般公共预算财政拨款支出年初预算', { ...TOLD, concept: 'general-public-expenditure' }),
      there: budgetFigures['general-public-expenditure'],
    },
  ],
  codes: [{ here: { words: '年初预算', classification: 'function', places: [TOLD] }, there: functionBudgets }],
};

const fiscal = (words: string, concept: string, column: string) => figure(words, place('fiscal-appropriation-summary', concept, column));

const functionSpending: NamedCodes = {
  words: '决算数',
  classification: 'function',
  places: [{ form: 'general-public-expenditure', column: 'total' }],
};

/** 部门决算 of successive years, of a department and its 单位, and against the budget of the year. */
export const acrossDocuments: AcrossDeclaration = {
  restated: [carriedForward, initialBudget],
  told: [
    { chapters: ['general-public', 'fiscal'], ...TOLD },
    { chapters: ['three-public'], ...TOLD_THREE_PUBLIC },
  ],
  units: {
    departmentKind: '部门决算',
    unitKind: '单位决算',
    sums: [
      finalFigures['total-income'],
      finalFigures['total-expenditure'],
      fiscal('本年收入合计', 'total-income', 'income'),
      fiscal('本年支出合计', 'total-expenditure', 'total'),
    ],
    bases: [],
    common: [
      'grand-totals',
      'income-grand-total',
      'expenditure-grand-total',
      'income-total',
      'expenditure-total',
      'fiscal-grand-totals',
      'fiscal-income-grand-total',
      'fiscal-expenditure-grand-total',
      'fiscal-income',
      'fiscal-expenditure',
      'general-public-income',
      'general-public-expenditure',
    ],
    introduction,
    ownOffice,
  },
  beside: {
    name: 'final',
    description: 'What the final account of the year prints, in 元',
    figures: finalFigures,
    codes: { 'general-public-expenditure/function': functionSpending },
  },
};
