import { form } from '../../form.js';
import { spellings } from '../spellings.js';
import { allBasic } from './columns.js';
import { basicIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 一般公共预算基本支出 by function code. */
export const budgetGeneralPublicBasicFunction = form({
  id: 'budget-general-public-basic-function',
  name: '一般公共预算基本支出明细表（按支出功能分类科目）',
  titles: spellings('一般公共预算基本支出[预算][明细][情况]表按[支出]功能分类[科目]'),
  columns: allBasic,
  rows: functionRows,
  identities: basicIdentities,
});
