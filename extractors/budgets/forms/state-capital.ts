import { form } from '../../form.js';
import { BY_FUNCTION } from '../../title.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 国有资本经营预算支出表, by function code. */
export const budgetStateCapital = form({
  id: 'budget-state-capital',
  name: '国有资本经营预算支出表',
  titles: [
    '国有资本经营预算[财政][拨款]支出[功能分类][预算][明细][情况]表',
    `国有资本经营预算[财政][拨款]支出[预算][明细][情况]表${BY_FUNCTION}`,
  ],
  columns: allExpenditure,
  rows: functionRows,
  identities: expenditureIdentities,
});
