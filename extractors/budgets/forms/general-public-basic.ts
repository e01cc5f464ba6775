import { form } from '../../form.js';
import { BY_ECONOMIC } from '../../title.js';
import { allBasic } from './columns.js';
import { basicIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 一般公共预算基本支出表, by one economic classification or both. */
export const budgetGeneralPublicBasic = form({
  id: 'budget-general-public-basic',
  name: '一般公共预算基本支出表',
  titles: [
    '一般公共预算[财政][拨款]基本支出[部门预算][经济分类][预算][明细][情况]表',
    `一般公共预算[财政][拨款]基本支出[部门预算][经济分类][预算][明细][情况]表${BY_ECONOMIC}`,
  ],
  columns: allBasic,
  rows: economicRows,
  identities: basicIdentities,
});
