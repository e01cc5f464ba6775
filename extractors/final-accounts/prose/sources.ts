/** Where the tables of final accounts print what the prose restates, by the row's concept and the column's key. */
import type { MeasureSource, TableFigure } from '../../prose.js';

const figuresOf =
  (form: string) =>
  (row: string, column: string): TableFigure => ({ form, row, column });
export const summary = figuresOf('income-expenditure-summary');
export const income = figuresOf('income');
export const expenditure = figuresOf('expenditure');
export const fiscal = figuresOf('fiscal-appropriation-summary');
export const general = figuresOf('general-public-expenditure');
export const basic = figuresOf('general-public-basic-expenditure');
export const fund = figuresOf('government-fund');
export const capital = figuresOf('state-capital');
export const threePublic = figuresOf('three-public');

export const grandTotals: readonly MeasureSource[] = [[summary('total', 'income')], [summary('total', 'expenditure')]];
export const fiscalTotals: readonly MeasureSource[] = [[fiscal('total', 'income')], [fiscal('total', 'total')]];
export const yearIncome: readonly MeasureSource[] = [[summary('total-income', 'income')], [income('total', 'total')]];
export const yearExpenditure: readonly MeasureSource[] = [[summary('total-expenditure', 'expenditure')], [expenditure('total', 'total')]];
export const fiscalIncome: readonly MeasureSource[] = [[fiscal('total-income', 'income')], [income('total', 'fiscal')]];
export const fiscalExpenditure: readonly MeasureSource[] = [[fiscal('total-expenditure', 'total')], [general('total', 'total')]];
export const publicCosts: readonly MeasureSource[] = [[basic('public-total', 'amount')], [basic('total', 'public')]];
export const generalBasic: readonly MeasureSource[] = [
  [general('total', 'basic')],
  [basic('personnel-total', 'amount'), basic('public-total', 'amount')],
  [basic('total', 'total')],
];
export const fiscalBasic: readonly MeasureSource[] = [
  ...generalBasic,
  [general('total', 'basic'), fund('total', 'basic')],
  [general('total', 'basic'), fund('total', 'basic'), capital('total', 'basic')],
];
export const fiscalProject: readonly MeasureSource[] = [
  [general('total', 'project')],
  [general('total', 'project'), fund('total', 'project')],
  [general('total', 'project'), fund('total', 'project'), capital('total', 'project')],
];
