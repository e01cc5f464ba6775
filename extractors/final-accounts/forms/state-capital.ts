import { form, functionCodes } from '../../form.js';
import { balance, codeHierarchy, codeLevels, columnSums, expected, rowSum } from '../../identities.js';
import { FUND_BALANCE } from '../rules.js';

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
  columns: {
    opening: ['年初结转和结余', '上年结转和结余', '年初结转结余'],
    income: ['本年收入'],
    total: ['本年支出/小计', '本年支出/合计', '本年支出合计', '本年支出', '合计', '小计'],
    basic: ['基本支出'],
    project: ['项目支出'],
    closing: ['年末结转和结余', '结转下年', '年末结转结余'],
  },
  identities: [
    rowSum('total', ['basic', 'project']),
    balance('closing', ['opening', 'income'], ['total'], FUND_BALANCE, '年初结转和结余加本年收入减本年支出'),
    columnSums,
    codeHierarchy,
    ...codeLevels,
    expected('total', 'total'),
  ],
});
