import { form } from '../../form.js';
import { spellings } from '../spellings.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 一般公共预算支出表 by economic code. */
export const budgetGeneralPublicEconomic = form({
  id: 'budget-general-public-economic',
  name: '一般公共预算支出表（按经济分类）',
  titles: [
    ...spellings('一般公共预算[拨款]支出[预算][明细][情况]表按[支出]经济分类[科目]'),
    ...spellings('一般公共预算[拨款]支出经济分类[预算][情况]表'),
    ...spellings('支出经济分类[预算][情况]表'),
    ...spellings('支出明细表按支出经济分类科目'),
  ],
  columns: allExpenditure,
  rows: economicRows,
  identities: expenditureIdentities,
});
