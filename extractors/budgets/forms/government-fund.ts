import { form } from '../../form.js';
import { BY_FUNCTION } from '../../title.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 政府性基金预算支出表, by function code. */
export const budgetGovernmentFund = form({
  id: 'budget-government-fund',
  name: '政府性基金预算支出表',
  titles: [
    '政府性基金[预算][财政][拨款]支出[功能分类][预算][明细][情况]表',
    `政府性基金[预算][财政][拨款]支出[预算][明细][情况]表${BY_FUNCTION}`,
  ],
  columns: allExpenditure,
  rows: functionRows,
  identities: expenditureIdentities,
});
