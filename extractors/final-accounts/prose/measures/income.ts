import type { Measure } from '../../../prose.js';
import { capital, fiscal, fund, income, summary } from '../sources.js';

/** A kind of income with a column of its own in the table of income and a row in the summary. */
const incomeOfKind = (id: string, title: string, column: string, names: readonly string[] = []): Measure => ({
  id,
  title,
  names: [title, ...names],
  sources: { overall: [[summary(id, 'income')], [income('total', column)]] },
});

/** Income by its kinds. */
export const incomeMeasures: readonly Measure[] = [
  {
    id: 'general-public-income',
    title: '一般公共预算财政拨款收入',
    names: ['一般公共预算财政拨款收入', '一般公共预算拨款收入', '一般公共预算财政拨款本年收入', '一般公共预算收入'],
    sources: { any: [[summary('general-public-appropriation', 'income')], [fiscal('general-public-appropriation', 'income')]] },
  },
  {
    id: 'government-fund-income',
    title: '政府性基金预算财政拨款收入',
    names: [
      '政府性基金预算财政拨款收入',
      '政府性基金预算拨款收入',
      '政府性基金收入',
      '政府性基金预算收入',
      '政府性基金预算财政拨款本年收入',
    ],
    sources: {
      any: [
        [summary('government-fund-appropriation', 'income')],
        [fiscal('government-fund-appropriation', 'income')],
        [fund('total', 'income')],
      ],
    },
  },
  {
    id: 'state-capital-income',
    title: '国有资本经营预算财政拨款收入',
    names: ['国有资本经营预算财政拨款收入', '国有资本经营预算拨款收入', '国有资本经营预算收入', '国有资本经营预算财政拨款本年收入'],
    sources: {
      any: [
        [summary('state-capital-appropriation', 'income')],
        [fiscal('state-capital-appropriation', 'income')],
        [capital('total', 'income')],
      ],
    },
  },
  incomeOfKind('superior-subsidy', '上级补助收入', 'superior'),
  incomeOfKind('operations-income', '事业收入', 'operations'),
  incomeOfKind('business-income', '经营收入', 'business'),
  incomeOfKind('affiliate-remittance', '附属单位上缴收入', 'affiliates', ['附属单位缴款']),
  incomeOfKind('other-income', '其他收入', 'other'),
];
