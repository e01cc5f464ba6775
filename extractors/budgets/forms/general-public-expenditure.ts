import { form } from '../../form.js';
import { spellings } from '../spellings.js';
import { allExpenditure } from './columns.js';
import { expenditureIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 一般公共预算支出表, by function code, often beside last year's. */
export const budgetGeneralPublicExpenditure = form({
  id: 'budget-general-public-expenditure',
  name: '一般公共预算支出表',
  titles: [
    ...spellings('一般公共预算[财政][拨款]支出[功能分类][预算][明细][情况]表[按][支出][功能分类][科目]'),
    ...spellings('支出明细表按[支出]功能分类科目'),
  ],
  columns: allExpenditure,
  rates: ['change-rate'],
  rows: functionRows,
  identities: expenditureIdentities,
});
