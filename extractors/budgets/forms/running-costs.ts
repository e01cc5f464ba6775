import { form } from '../../form.js';
import { allBasic } from './columns.js';
import { basicIdentities } from './identities.js';
import { economicRows } from './rows.js';

/** 机关运行经费: the part of 公用经费 that keeps an office running, by economic code. */
export const budgetRunningCosts = form({
  id: 'budget-running-costs',
  name: '机关运行经费支出预算表',
  titles: ['[一般公共预算]机关运行经费[支出][预算][情况]表'],
  columns: allBasic,
  rows: economicRows,
  identities: basicIdentities,
});
