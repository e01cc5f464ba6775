import { form } from '../../form.js';
import { spellings } from '../spellings.js';
import { allBasic } from './columns.js';
import { basicIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 一般公共预算基本支出表, by one economic classification or both. */
export const budgetGeneralPublicBasic = form({
  id: 'budget-general-public-basic',
  name: '一般公共预算基本支出表',
  titles: [
    ...spellings('一般公共预算[财政拨款]基本支出[部门预算][经济分类][预算][明细][情况]表[按][支出][经济分类][科目]'),
    ...spellings('一般公共预算拨款基本支出[预算][明细][情况]表'),
  ],
  columns: allBasic,
  rows: economicRows,
  identities: basicIdentities,
});
