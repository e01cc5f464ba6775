import type { Form } from '../../../schemas/disclosure.js';
import type { Home, Selector } from '../../../src/check/prose/tables/measures.js';

/** Figures of the tables, by the row's concept and the column's key. */
const at =
  (form: Form) =>
  (row: string, column: string): Selector => ({ form, row, column });
export const summary = at('income-expenditure-summary');
export const income = at('income');
export const expenditure = at('expenditure');
export const fiscal = at('fiscal-appropriation-summary');
export const general = at('general-public-expenditure');
export const basic = at('general-public-basic-expenditure');
export const fund = at('government-fund');
export const capital = at('state-capital');

export const grandTotals: readonly Home[] = [[summary('total', 'income')], [summary('total', 'expenditure')]];
export const fiscalTotals: readonly Home[] = [[fiscal('total', 'income')], [fiscal('total', 'total')]];
export const yearIncome: readonly Home[] = [[summary('total-income', 'income')], [income('total', 'total')]];
export const yearExpenditure: readonly Home[] = [[summary('total-expenditure', 'expenditure')], [expenditure('total', 'total')]];
export const fiscalIncome: readonly Home[] = [[fiscal('total-income', 'income')], [income('total', 'fiscal')]];
export const fiscalExpenditure: readonly Home[] = [[fiscal('total-expenditure', 'total')], [general('total', 'total')]];
export const publicCosts: readonly Home[] = [[basic('public-total', 'amount')], [basic('total', 'public')]];
export const generalBasic: readonly Home[] = [
  [general('total', 'basic')],
  [basic('personnel-total', 'amount'), basic('public-total', 'amount')],
  [basic('total', 'total')],
];
export const fiscalBasic: readonly Home[] = [
  ...generalBasic,
  [general('total', 'basic'), fund('total', 'basic')],
  [general('total', 'basic'), fund('total', 'basic'), capital('total', 'basic')],
];
export const fiscalProject: readonly Home[] = [
  [general('total', 'project')],
  [general('total', 'project'), fund('total', 'project')],
  [general('total', 'project'), fund('total', 'project'), capital('total', 'project')],
];
