import { form } from '../../form.js';
import { allExpenditure, sourceColumns, UNNAMED } from './columns.js';
import { allExpenditureIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 支出总表: all that is spent, by kind; some provinces print it by source. */
export const budgetExpenditure = form({
  id: 'budget-expenditure',
  name: '支出总表',
  titles: ['支出[预算]{总表|总体情况表|总体表|情况表|表}'],
  layouts: [{ columns: allExpenditure }, { columns: { ...sourceColumns, basic: ['基本支出'], project: ['项目支出'] } }],
  unnamed: UNNAMED,
  rows: functionRows,
  identities: allExpenditureIdentities,
});
