import { form } from '../../form.js';
import { BY_FUNCTION } from '../../title.js';
import { allBasic } from './columns.js';
import { basicIdentities } from './identities.js';
import { functionRows } from './rows.js';

/** 一般公共预算基本支出 by function code. */
export const budgetGeneralPublicBasicFunction = form({
  id: 'budget-general-public-basic-function',
  name: '一般公共预算基本支出明细表（按支出功能分类科目）',
  titles: [`一般公共预算[财政][拨款]基本支出[预算][明细][情况]表${BY_FUNCTION}`],
  columns: allBasic,
  rows: functionRows,
  identities: basicIdentities,
});
