import { form } from '../../form.js';
import { BY_FUNCTION } from '../../title.js';
import { YEAR_CHANGE_RATE } from '../rules.js';
import { allExpenditure, UNNAMED } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 一般公共预算支出表, by function code, often beside last year's. */
export const budgetGeneralPublicExpenditure = form({
  id: 'budget-general-public-expenditure',
  name: '一般公共预算支出表',
  titles: [
    '一般公共预算[财政][拨款]支出[功能分类][预算][明细][情况]表',
    `一般公共预算[财政][拨款]支出[功能分类][预算][明细][情况]表${BY_FUNCTION}`,
    `支出明细表${BY_FUNCTION}`,
  ],
  columns: allExpenditure,
  rates: ['change-rate'],
  unnamed: UNNAMED,
  rows: functionRows,
  identities: expenditureIdentities,
  ratios: [{ rate: 'change-rate', part: 'change', whole: 'last-year.total', rule: YEAR_CHANGE_RATE }],
});
