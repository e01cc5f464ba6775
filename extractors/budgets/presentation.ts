import type { Presentation } from '../presentation.js';
import { charts } from './charts.js';

/** How the files show 部门预算. */
export const presentation: Presentation = {
  headlineFigures: [
    {
      form: 'budget-summary',
      concept: 'total-income',
      column: 'income',
      otherwise: { concept: 'total', name: '收入总计' },
    },
    {
      form: 'budget-summary',
      concept: 'total-expenditure',
      column: 'expenditure',
      otherwise: { concept: 'total', name: '支出总计' },
    },
  ],
  charts,
};
