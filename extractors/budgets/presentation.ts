import type { Presentation } from '../presentation.js';
import { charts } from './charts.js';
import { budgetFigures, comparedFigures, incomeTotal, meetingFigures } from './figures.js';

/** How the files show 部门预算. */
export const presentation: Presentation = {
  indicators: [
    incomeTotal,
    budgetFigures['grand-total'],
    budgetFigures['general-public-appropriation'],
    budgetFigures['general-public-expenditure'],
    budgetFigures['basic-expenditure'],
    budgetFigures['project-expenditure'],
    budgetFigures['three-public/total'],
    budgetFigures['three-public/abroad'],
    budgetFigures['three-public/vehicles'],
    budgetFigures['three-public/reception'],
    ...meetingFigures,
  ],
  expected: [budgetFigures['three-public/total']],
  compared: comparedFigures,
  charts,
};
