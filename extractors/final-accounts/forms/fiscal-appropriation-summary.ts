import { form } from '../../form.js';
import { at, expected, lineSum, linesAbove, placeSum, rowSum } from '../../identities.js';
import { categoryLines } from '../../shared/categories.js';
import { SIDES_BALANCE } from '../../shared/rules.js';
import {
  EXPENDITURE_GRAND_TOTAL,
  EXPENDITURE_TOTAL,
  FISCAL_FUND_TOTAL,
  INCOME_GRAND_TOTAL,
  INCOME_TOTAL,
  OPENING_PARTS,
} from '../rules.js';

/** The three budgets of 财政拨款, a column each on the expenditure side. */
const BUDGETS = ['general-public', 'government-fund', 'state-capital'] as const;

/** 公开04表: the year's 财政拨款, income against expenditure by budget. */
export const fiscalAppropriationSummary = form({
  id: 'fiscal-appropriation-summary',
  name: '财政拨款收入支出决算总表',
  titles: ['财政拨款收入支出决算总表', '财政拨款收支决算总表', '财政拨款收入支出决算表'],
  columns: {
    income: ['收入/金额', '收入/决算数', '收入/合计'],
    total: ['支出/合计', '支出/小计', '支出/决算数/合计', '支出/决算数/小计'],
    'general-public': ['支出/一般公共预算财政拨款', '支出/一般公共预算'],
    'government-fund': ['支出/政府性基金预算财政拨款', '支出/政府性基金预算'],
    'state-capital': ['支出/国有资本经营预算财政拨款', '支出/国有资本经营预算'],
  },
  rows: {
    by: 'words',
    totals: ['total'],
    numberedAbove: ['total-income', 'total-expenditure'],
    categories: categoryLines,
    words: {
      'general-public-appropriation': ['一般公共预算财政拨款', '一般公共预算财政拨款收入'],
      'government-fund-appropriation': ['政府性基金预算财政拨款', '政府性基金预算财政拨款收入'],
      'state-capital-appropriation': ['国有资本经营预算财政拨款', '国有资本经营预算财政拨款收入'],
      'total-income': ['本年收入合计'],
      'total-expenditure': ['本年支出合计'],
      'opening-balance': ['年初财政拨款结转和结余', '年初结转和结余', '上年结转和结余', '年初财政拨款结转结余'],
      'closing-balance': ['年末财政拨款结转和结余', '年末结转和结余', '年末财政拨款结转结余'],
      total: ['总计', '合计', '收入总计', '支出总计'],
    },
    sums: { 'opening-balance': ['opening-balance/general-public', 'opening-balance/government-fund', 'opening-balance/state-capital'] },
    parts: {
      of: 'opening-balance',
      words: {
        'opening-balance/general-public': ['一般公共预算财政拨款', '一般公共预算财政拨款收入'],
        'opening-balance/government-fund': ['政府性基金预算财政拨款', '政府性基金预算财政拨款收入'],
        'opening-balance/state-capital': ['国有资本经营预算财政拨款', '国有资本经营预算财政拨款收入'],
      },
    },
  },
  identities: [
    rowSum('total', BUDGETS),
    linesAbove('total-income', ['income'], INCOME_TOTAL),
    linesAbove('total-expenditure', ['total', ...BUDGETS], EXPENDITURE_TOTAL),
    lineSum('total', ['total-income', 'opening-balance'], ['income'], INCOME_GRAND_TOTAL),
    lineSum('total', ['total-expenditure', 'closing-balance'], ['total', ...BUDGETS], EXPENDITURE_GRAND_TOTAL),
    lineSum(
      'opening-balance',
      BUDGETS.map((budget) => `opening-balance/${budget}`),
      ['income'],
      OPENING_PARTS,
    ),
    placeSum(at('total', 'income'), [at('total', 'total')], SIDES_BALANCE),
    ...BUDGETS.map((budget) =>
      placeSum(
        at('total', budget),
        [at(`${budget}-appropriation`, 'income'), at(`opening-balance/${budget}`, 'income')],
        FISCAL_FUND_TOTAL,
      ),
    ),
    expected('total-income', 'income'),
    expected('opening-balance', 'income'),
    expected('total', 'income'),
    expected('total-expenditure', 'total'),
    expected('closing-balance', 'total'),
    expected('total', 'total'),
  ],
});
