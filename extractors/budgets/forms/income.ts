import { form } from '../../form.js';
import { sourceColumns, UNNAMED } from './columns.js';
import { sourceIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 收入总表: all that comes in, by source; a row for each code, for each unit, or one without a label. */
export const budgetIncome = form({
  id: 'budget-income',
  name: '收入总表',
  titles: ['收入[预算]{总表|总体情况表|总体表|情况表|表}'],
  columns: sourceColumns,
  unnamed: UNNAMED,
  rows: functionRows,
  identities: sourceIdentities,
});
