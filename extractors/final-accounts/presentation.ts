import type { Presentation } from '../presentation.js';
import { charts } from './charts.js';

/** How the files show 部门决算. */
export const presentation: Presentation = {
  headlineFigures: [
    { form: 'income-expenditure-summary', concept: 'total-income', column: 'income' },
    { form: 'income-expenditure-summary', concept: 'total-expenditure', column: 'expenditure' },
  ],
  charts,
};
