import type { Presentation } from '../presentation.js';
import { charts } from './charts.js';
import { comparedFigures, finalFigures, meetingFigures } from './figures.js';

/** How the files show 部门决算. */
export const presentation: Presentation = {
  indicators: [
    finalFigures['total-income'],
    finalFigures['total-expenditure'],
    finalFigures['general-public-expenditure'],
    finalFigures['basic-expenditure'],
    finalFigures['project-expenditure'],
    finalFigures['three-public/total'],
    finalFigures['three-public/abroad'],
    finalFigures['three-public/vehicles'],
    finalFigures['three-public/reception'],
    ...meetingFigures,
    finalFigures['closing-balance'],
  ],
  expected: [finalFigures['three-public/total']],
  compared: comparedFigures,
  charts,
};
