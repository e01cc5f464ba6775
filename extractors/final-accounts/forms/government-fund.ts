import { form, functionCodes } from '../../form.js';
import { fundColumns, fundIdentities } from './fund.js';

/** 政府性基金: opening balance, income, expenditure and closing balance, by function code. */
export const governmentFund = form({
  id: 'government-fund',
  name: '政府性基金预算财政拨款收入支出决算表',
  titles: [
    '政府性基金预算财政拨款收入支出决算表',
    '政府性基金预算财政拨款支出决算表',
    '政府性基金预算收入支出决算表',
    '政府性基金预算支出决算表',
  ],
  rows: functionCodes,
  columns: fundColumns,
  identities: fundIdentities,
});
