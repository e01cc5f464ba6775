import { form } from '../../form.js';
import { BY_ECONOMIC } from '../../title.js';
import { allBasic } from './columns.js';
import { basicIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 财政拨款基本支出表（经济科目）. */
export const budgetFiscalBasic = form({
  id: 'budget-fiscal-basic',
  name: '财政拨款基本支出表',
  titles: ['财政拨款基本支出[预算]表', `财政拨款基本支出[预算]表${BY_ECONOMIC}`],
  columns: allBasic,
  rows: economicRows,
  identities: basicIdentities,
});
