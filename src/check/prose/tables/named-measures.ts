import { capital, expenditure, fiscal, fund, general, publicCosts, summary } from '../../../../extractors/final-accounts/prose/sources.js';
import type { Measure } from './measures.js';

/** Spending under a code of the functional classification. */
export function functionMeasure(code: string, title: string): Measure {
  const row = `function/${code}`;
  return {
    title,
    names: [],
    homes: {
      overall: [[expenditure(row, 'total')], [summary(row, 'expenditure')]],
      fiscal: [[fiscal(row, 'total')], [general(row, 'total')], [fiscal(row, 'general-public')]],
      'general-public': [[general(row, 'total')], [fiscal(row, 'general-public')]],
      'government-fund': [[fund(row, 'total')]],
      'state-capital': [[capital(row, 'total')]],
    },
  };
}

/** What the running costs of offices are compared with. */
export const runningCosts: Measure = {
  title: '机关运行经费',
  names: ['机关运行经费', '机关运行经费支出', '机关运行费'],
  homes: { any: publicCosts },
};
