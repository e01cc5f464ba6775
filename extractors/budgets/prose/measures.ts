import type { Measure } from '../../prose.js';
import { expenditureMeasures } from './measures/expenditure.js';
import { incomeMeasures } from './measures/income.js';
import { threePublicMeasures } from './measures/three-public.js';
import { totals } from './measures/totals.js';

/** Every figure of the tables that the prose restates, by its names there and its sources in the tables. */
export const measures: readonly Measure[] = [...totals, ...incomeMeasures, ...expenditureMeasures, ...threePublicMeasures];
