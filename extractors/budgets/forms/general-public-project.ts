import { form } from '../../form.js';
import { spellings } from '../spellings.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 一般公共预算项目支出情况表, by economic code. */
export const budgetGeneralPublicProject = form({
  id: 'budget-general-public-project',
  name: '一般公共预算项目支出情况表',
  titles: spellings('一般公共预算项目支出[预算][明细][情况]表[按][支出][经济分类][科目]'),
  columns: allExpenditure,
  rows: economicRows,
  identities: expenditureIdentities,
});
