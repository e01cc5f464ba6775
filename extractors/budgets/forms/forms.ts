import type { FormDeclaration } from '../../form.js';
import { budgetBasic } from './basic.js';
import { budgetDepartmentPerformance } from './department-performance.js';
import { budgetExpenditure } from './expenditure.js';
import { budgetFiscalBasic } from './fiscal-basic.js';
import { budgetFiscalExpenditure } from './fiscal-expenditure.js';
import { budgetFiscalSummary } from './fiscal-summary.js';
import { budgetGeneralPublicBasic } from './general-public-basic.js';
import { budgetGeneralPublicBasicFunction } from './general-public-basic-function.js';
import { budgetGeneralPublicEconomic } from './general-public-economic.js';
import { budgetGeneralPublicExpenditure } from './general-public-expenditure.js';
import { budgetGeneralPublicProject } from './general-public-project.js';
import { budgetGovernmentFund } from './government-fund.js';
import { budgetIncome } from './income.js';
import { budgetProcurement } from './procurement.js';
import { budgetProject } from './project.js';
import { budgetProjectPerformance } from './project-performance.js';
import { budgetRunningCosts } from './running-costs.js';
import { budgetStateCapital } from './state-capital.js';
import { budgetSummary } from './summary.js';
import { budgetThreePublic } from './three-public.js';

/** The forms of budgets, in the order most provinces publish them. A new form is a file beside this one and a line here. */
export const budgetForms: readonly FormDeclaration[] = [
  budgetSummary,
  budgetIncome,
  budgetExpenditure,
  budgetFiscalSummary,
  budgetFiscalExpenditure,
  budgetFiscalBasic,
  budgetGeneralPublicExpenditure,
  budgetGeneralPublicEconomic,
  budgetGeneralPublicProject,
  budgetGeneralPublicBasic,
  budgetGeneralPublicBasicFunction,
  budgetThreePublic,
  budgetGovernmentFund,
  budgetStateCapital,
  budgetBasic,
  budgetProject,
  budgetRunningCosts,
  budgetProcurement,
  budgetProjectPerformance,
  budgetDepartmentPerformance,
];
