import { form } from '../../form.js';
import { at, expected, lineSum, linesAbove, placeSum } from '../../identities.js';
import { categoryLines } from '../../shared/categories.js';
import { SIDES_BALANCE } from '../../shared/rules.js';
import { EXPENDITURE_GRAND_TOTAL, EXPENDITURE_TOTAL, INCOME_GRAND_TOTAL, INCOME_TOTAL } from '../rules.js';

/** 公开01表: all income and all expenditure of the year, two sides. */
export const incomeExpenditureSummary = form({
  id: 'income-expenditure-summary',
  name: '收入支出决算总表',
  titles: ['收入支出决算总表', '收支决算总表', '收入支出总体决算表', '收入支出决算表'],
  columns: {
    income: ['收入/决算数', '收入/金额', '收入/本年决算数'],
    expenditure: ['支出/决算数', '支出/金额', '支出/本年决算数', '支出/合计'],
  },
  rows: {
    by: 'words',
    totals: ['total'],
    numberedAbove: ['total-income', 'total-expenditure'],
    categories: categoryLines,
    words: {
      'general-public-appropriation': ['一般公共预算财政拨款收入', '一般公共预算财政拨款', '一般公共预算拨款收入', '财政拨款收入'],
      'government-fund-appropriation': ['政府性基金预算财政拨款收入', '政府性基金预算财政拨款', '政府性基金预算拨款收入'],
      'state-capital-appropriation': ['国有资本经营预算财政拨款收入', '国有资本经营预算财政拨款'],
      'superior-subsidy': ['上级补助收入'],
      'operations-income': ['事业收入'],
      'business-income': ['经营收入'],
      'affiliate-remittance': ['附属单位上缴收入', '附属单位缴款'],
      'other-income': ['其他收入'],
      'total-income': ['本年收入合计'],
      'total-expenditure': ['本年支出合计'],
      'non-appropriation-balance-used': [
        '使用非财政拨款结余',
        '使用非财政拨款结余和专用结余',
        '使用非财政拨款结余含专用结余',
        '用事业基金弥补收支差额',
      ],
      'opening-balance': ['年初结转和结余', '上年结转和结余', '年初结转结余'],
      'balance-distribution': ['结余分配'],
      'closing-balance': ['年末结转和结余', '结转下年', '年末结转结余'],
      total: ['总计', '合计', '收入总计', '支出总计'],
    },
  },
  identities: [
    linesAbove('total-income', ['income'], INCOME_TOTAL),
    linesAbove('total-expenditure', ['expenditure'], EXPENDITURE_TOTAL),
    lineSum('total', ['total-income', 'non-appropriation-balance-used', 'opening-balance'], ['income'], INCOME_GRAND_TOTAL),
    lineSum('total', ['total-expenditure', 'balance-distribution', 'closing-balance'], ['expenditure'], EXPENDITURE_GRAND_TOTAL),
    placeSum(at('total', 'income'), [at('total', 'expenditure')], SIDES_BALANCE),
    expected('total-income', 'income'),
    expected('opening-balance', 'income'),
    expected('total', 'income'),
    expected('total-expenditure', 'expenditure'),
    expected('closing-balance', 'expenditure'),
    expected('total', 'expenditure'),
  ],
});
