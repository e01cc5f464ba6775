import { form } from '../../form.js';
import { sourceColumns, UNNAMED } from './columns.js';
import { sourceIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 基本支出总表: basic expenditure by what it is for and where the money comes from. */
export const budgetBasic = form({
  id: 'budget-basic',
  name: '基本支出总表',
  titles: ['基本支出[预算]{总表|表|情况表|总体情况表}'],
  columns: sourceColumns,
  unnamed: UNNAMED,
  rows: economicRows,
  identities: sourceIdentities,
});
