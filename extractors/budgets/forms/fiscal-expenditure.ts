import { form } from '../../form.js';
import { spellings } from '../spellings.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 财政拨款支出表（功能科目）: what the treasury's money is spent on, whatever the budget. */
export const budgetFiscalExpenditure = form({
  id: 'budget-fiscal-expenditure',
  name: '财政拨款支出表',
  titles: [...spellings('财政拨款支出[预算]表[功能科目]'), ...spellings('财政拨款支出[预算]表按功能分类[科目]')],
  columns: allExpenditure,
  rows: functionRows,
  identities: expenditureIdentities,
});
