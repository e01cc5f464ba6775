import { form } from '../../form.js';
import { BY_FUNCTION } from '../../title.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 财政拨款支出表（功能科目）: what the treasury's money is spent on, whatever the budget. */
export const budgetFiscalExpenditure = form({
  id: 'budget-fiscal-expenditure',
  name: '财政拨款支出表',
  titles: ['财政拨款支出[预算]表', `财政拨款支出[预算]表${BY_FUNCTION}`],
  columns: allExpenditure,
  rows: functionRows,
  identities: expenditureIdentities,
});
