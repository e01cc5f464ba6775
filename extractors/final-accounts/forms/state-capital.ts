import { form, functionCodes } from '../../form.js';
import { fundColumns, fundIdentities } from './fund.js';

/** 国有资本经营预算: either expenditure alone or with opening balance, income and closing balance. */
export const stateCapital = form({
  id: 'state-capital',
  name: '国有资本经营预算财政拨款支出决算表',
  titles: [
    '国有资本经营预算财政拨款支出决算表',
    '国有资本经营预算财政拨款收入支出决算表',
    '国有资本经营预算支出决算表',
    '国有资本经营预算收入支出决算表',
  ],
  rows: functionCodes,
  columns: fundColumns,
  identities: fundIdentities,
});
