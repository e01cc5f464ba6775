import { form } from '../../form.js';
import { BY_ECONOMIC } from '../../title.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 一般公共预算支出表 by economic code. */
export const budgetGeneralPublicEconomic = form({
  id: 'budget-general-public-economic',
  name: '一般公共预算支出表（按经济分类）',
  titles: [
    `一般公共预算[财政][拨款]支出[预算][明细][情况]表${BY_ECONOMIC}`,
    '[一般公共预算][拨款]支出经济分类[预算][情况]表',
    `支出明细表${BY_ECONOMIC}`,
  ],
  columns: allExpenditure,
  rows: economicRows,
  identities: expenditureIdentities,
});
