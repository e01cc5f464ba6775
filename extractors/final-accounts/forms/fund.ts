import type { Columns } from '../../form.js';
import { balance, codeHierarchy, codeLevels, columnSums, expected, type Identity, rowSum } from '../../identities.js';
import { FUND_BALANCE } from '../rules.js';

/** Header words of the budgets beside 一般公共预算: their income, expenditure and balances. */
export const fundColumns: Columns = {
  opening: ['年初结转和结余', '上年结转和结余', '年初结转结余'],
  income: ['本年收入'],
  total: ['本年支出/小计', '本年支出/合计', '本年支出合计', '本年支出', '合计', '小计'],
  basic: ['基本支出'],
  project: ['项目支出'],
  closing: ['年末结转和结余', '结转下年', '年末结转结余'],
};

/** Expenditure adds up by column and by code, and with the income makes the balance. */
export const fundIdentities: readonly Identity[] = [
  rowSum('total', ['basic', 'project']),
  balance('closing', ['opening', 'income'], ['total'], FUND_BALANCE, '年初结转和结余加本年收入减本年支出'),
  columnSums,
  codeHierarchy,
  ...codeLevels,
  expected('total', 'total'),
];
