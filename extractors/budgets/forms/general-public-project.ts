import { form } from '../../form.js';
import { BY_ECONOMIC } from '../../title.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 一般公共预算项目支出情况表, by economic code. */
export const budgetGeneralPublicProject = form({
  id: 'budget-general-public-project',
  name: '一般公共预算项目支出情况表',
  titles: ['一般公共预算项目支出[预算][明细][情况]表', `一般公共预算项目支出[预算][明细][情况]表${BY_ECONOMIC}`],
  columns: allExpenditure,
  rows: economicRows,
  identities: expenditureIdentities,
});
