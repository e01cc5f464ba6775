import type { FormDeclaration } from '../../form.js';
import { departmentPerformance } from './department-performance.js';
import { expenditure } from './expenditure.js';
import { fiscalAppropriationSummary } from './fiscal-appropriation-summary.js';
import { generalPublicBasicExpenditure } from './general-public-basic-expenditure.js';
import { generalPublicExpenditure } from './general-public-expenditure.js';
import { governmentFund } from './government-fund.js';
import { income } from './income.js';
import { incomeExpenditureSummary } from './income-expenditure-summary.js';
import { projectPerformance } from './project-performance.js';
import { stateCapital } from './state-capital.js';
import { threePublic } from './three-public.js';

/** The forms of final accounts, as they are numbered since 2015. A new form is a file beside this one and a line here. */
export const finalAccountForms: readonly FormDeclaration[] = [
  incomeExpenditureSummary,
  income,
  expenditure,
  fiscalAppropriationSummary,
  generalPublicExpenditure,
  generalPublicBasicExpenditure,
  governmentFund,
  stateCapital,
  threePublic,
  departmentPerformance,
  projectPerformance,
];
