import { form } from '../../form.js';
import { fiscalSummaryIdentities } from './identities.js';
import { summaryRows } from './rows.js';

const HEADS: readonly string[] = ['预算数', '预算', '金额', '本年预算', '本年预算数', '预算金额'];

const expenditure = (words: readonly string[]): string[] => words.map((word) => `支出/${word}`);

/** 财政拨款收支总表: what the treasury gives and what it is spent on, by budget where there is more than one column. */
export const budgetFiscalSummary = form({
  id: 'budget-fiscal-summary',
  name: '财政拨款收支总表',
  titles: ['财政拨款收支[预算]{总表|总体情况表|表}'],
  layouts: [
    {
      columns: {
        income: HEADS.map((head) => `收入/${head}`),
        'income-current': ['收入/编制预算', '收入/当年预算'],
        'income-carryover': ['收入/上年结转', '收入/上年结转结余'],
        expenditure: expenditure(HEADS),
        'expenditure-current': expenditure(['编制预算', '当年预算']),
        'expenditure-carryover': expenditure(['上年结转', '上年结转结余']),
        total: expenditure(['合计', '总计', '小计']),
        'general-public': expenditure(['一般公共预算', '一般公共预算财政拨款', '一般公共预算拨款', '一般公共预算资金']),
        'government-fund': expenditure([
          '政府性基金预算',
          '政府性基金预算财政拨款',
          '政府性基金预算拨款',
          '政府性基金',
          '政府性基金预算资金',
        ]),
        'state-capital': expenditure(['国有资本经营预算', '国有资本经营预算财政拨款', '国有资本经营预算拨款', '国有资本经营预算资金']),
      },
    },
  ],
  repeated: { expenditure: ['expenditure-economic', 'expenditure-government'] },
  rows: summaryRows,
  identities: fiscalSummaryIdentities,
});
