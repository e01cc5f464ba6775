import { form } from '../../form.js';
import { spellings } from '../spellings.js';
import { allBasic } from './columns.js';
import { basicIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 财政拨款基本支出表（经济科目）. */
export const budgetFiscalBasic = form({
  id: 'budget-fiscal-basic',
  name: '财政拨款基本支出表',
  titles: [...spellings('财政拨款基本支出[预算]表[经济科目]'), ...spellings('财政拨款基本支出[预算]表按经济分类[科目]')],
  columns: allBasic,
  rows: economicRows,
  identities: basicIdentities,
});
