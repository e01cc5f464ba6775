/** What the rows of budgets are told apart by. */
import type { RowsByCode, RowsByWords, Words } from '../../form.js';
import { categoryLines } from '../../shared/categories.js';

/** Labels of the sum of a table. */
const TOTAL: Words = { total: ['合计', '总计'] };

/** Rows that bear a code of the functional classification, or its name alone; rows of units stand between them or instead. */
export const functionRows: RowsByCode = {
  by: 'code',
  classification: 'function',
  words: TOTAL,
  totals: ['total'],
  units: true,
  names: true,
};

/** Rows that bear a code of the economic classification of departments, or its name alone. */
export const economicRows: RowsByCode = { ...functionRows, classification: 'economic' };

/** Projects, or things to be bought, below the unit that pays for them. */
export const itemRows: RowsByWords = { by: 'words', words: TOTAL, totals: ['total'], units: true, items: true };

/** Things to be bought, sorted by 集中采购目录: A 货物, B 工程, C 服务, with digits below. A4 of A4黑白打印机 is none of its codes. */
export const boughtRows: RowsByWords = {
  ...itemRows,
  catalogue: { code: /^[A-C]\d*$/u, named: /^([A-C](?=货物|工程|服务)|[A-C](?:0\d|99|\d{4,}))(\p{Script=Han}.*)$/u },
};

/** Lines of summaries: sources of income and what all of it adds up to. The 类 are those of the expenditure side. */
export const summaryRows: RowsByWords = {
  by: 'words',
  totals: ['total', 'total-income', 'total-expenditure'],
  sided: true,
  names: 'function',
  summed: {
    sums: ['current-income', 'current-expenditure', 'total-income', 'total-expenditure', 'total'],
    ofYear: ['current-income', 'current-expenditure'],
    beside: ['carryover', 'closing-balance', 'non-appropriation-balance-used', 'account-balance'],
    spent: ['current-expenditure', 'total-expenditure', 'closing-balance'],
  },
  categories: categoryLines,
  parts: {
    of: 'carryover',
    words: {
      'carryover/general-public': [
        '一般公共预算',
        '一般公共预算拨款',
        '一般公共预算资金',
        '一般公共预算拨款结余结转',
        '一般公共预算拨款收入',
      ],
      'carryover/government-fund': ['政府性基金预算', '政府性基金预算拨款', '政府性基金预算资金', '政府性基金预算拨款结余结转'],
      'carryover/state-capital': ['国有资本经营预算', '国有资本经营预算拨款', '国有资本经营预算资金', '国有资本经营预算拨款结余结转'],
      // Without 其中 it may stand beside a part that no word names.
      'carryover/fiscal': ['其中：财政拨款结转', '其中：财政拨款资金结转', '其中：财政拨款结转结余'],
    },
  },
  words: {
    'general-public-appropriation': [
      '一般公共预算',
      '一般公共预算资金',
      '一般公共预算收入',
      '一般公共预算拨款',
      '一般公共预算拨款收入',
      '一般公共预算拨款收入资金',
      '一般公共预算财政拨款',
      '一般公共预算财政拨款收入',
    ],
    'government-fund-appropriation': [
      '政府性基金预算',
      '政府性基金预算资金',
      '政府性基金预算收入',
      '政府性基金预算拨款',
      '政府性基金预算拨款收入',
      '政府性基金拨款收入',
      '政府性基金预算财政拨款',
      '政府性基金预算财政拨款收入',
    ],
    'state-capital-appropriation': [
      '国有资本经营预算',
      '国有资本经营预算资金',
      '国有资本经营预算收入',
      '国有资本经营预算拨款',
      '国有资本经营预算拨款收入',
      '国有资本经营预算财政拨款',
      '国有资本经营预算财政拨款收入',
    ],
    'special-account': ['财政专户管理资金', '财政专户管理资金收入', '财政专户拨款', '财政专户拨款收入', '财政专户资金'],
    'own-funds': ['单位资金', '单位资金收入'],
    'operations-income': ['事业收入', '事业收入不含教育收费', '事业收入资金', '事业收入不含教育收费资金'],
    'business-income': ['事业单位经营收入', '事业单位经营收入资金', '经营收入'],
    'superior-subsidy': ['上级补助收入', '上级补助收入资金'],
    'affiliate-remittance': ['附属单位上缴收入', '附属单位上缴收入资金'],
    'other-income': ['其他收入', '其他收入资金'],
    'current-income': ['本年收入', '本年收入合计'],
    'current-expenditure': ['本年支出', '本年支出合计'],
    'non-appropriation-balance-used': ['使用非财政拨款结余', '使用非财政拨款结余和专用结余', '用事业基金弥补收支差额'],
    'account-balance': ['上年实户资金余额', '实户资金余额'],
    carryover: ['上年结转', '上年结转结余', '上年结余结转', '上年结转和结余', '上年结转收入'],
    'closing-balance': ['结转下年', '结转下年支出', '年终结转结余', '年末结转结余', '结转结余下年'],
    'total-income': ['收入总计', '收入合计'],
    'total-expenditure': ['支出总计', '支出合计'],
    total: ['合计', '总计'],
  },
};
