import type { Measure, MeasureSource } from '../../../prose.js';
import { allGeneral, capital, fiscal, fund, incomeOf, incomeOfBoth, summary } from '../sources.js';

/** What a source of income is called before and behind 收入. */
const incomeNames = (...names: readonly string[]): string[] =>
  names.flatMap((name) => [name, `${name}收入`, `${name}收入预算`, `当年${name}`, `当年${name}收入`]);

/** Of a budget: 一般公共预算拨款, 一般公共预算财政拨款 …. */
const budgetNames = (budget: string): string[] =>
  incomeNames(
    budget,
    `${budget}拨款`,
    `${budget}财政拨款`,
    `${budget}当年拨款`,
    `${budget}当年财政拨款`,
    `${budget}本年拨款`,
    `${budget}资金`,
    `${budget}本年`,
    `${budget}当年`,
  );

/** A row of the summary, with what was carried over and without, and a column of the income table. */
const of = (row: string, column: string): readonly MeasureSource[] => [
  [summary(row, 'income')],
  [summary(row, 'income-current')],
  ...incomeOf(column),
];

/** What was carried over together with another balance. */
const withBalance = (row: string, column: string): readonly MeasureSource[] => [
  [summary('carryover', 'income'), summary(row, 'income')],
  ...incomeOfBoth('carryover', column),
];

const fromBudget = (row: string, column: string): readonly MeasureSource[] => [
  ...of(row, column),
  [fiscal(row, 'income')],
  // With what was carried over.
  ...incomeOfBoth(column, `carryover.${column}`),
  ...['total-expenditure', 'total', 'current-expenditure'].map((own): MeasureSource => [fiscal(own, column)]),
];

const other = (id: string, title: string, column: string, names: readonly string[] = []): Measure => ({
  id,
  title,
  names: [title, ...names],
  sources: { any: of(id, column) },
});

/** Income by its sources. */
export const incomeMeasures: readonly Measure[] = [
  {
    id: 'general-public-income',
    title: '一般公共预算拨款',
    names: budgetNames('一般公共预算').concat('一般公共预算拨款收入资金'),
    sources: { any: fromBudget('general-public-appropriation', 'general-public') },
    confirming: { any: allGeneral },
  },
  {
    id: 'government-fund-income',
    title: '政府性基金预算拨款',
    names: [...budgetNames('政府性基金预算'), ...budgetNames('政府性基金')],
    sources: { any: fromBudget('government-fund-appropriation', 'government-fund') },
    confirming: { any: [[fund('total', 'total')]] },
  },
  {
    id: 'state-capital-income',
    title: '国有资本经营预算拨款',
    names: budgetNames('国有资本经营预算'),
    sources: { any: fromBudget('state-capital-appropriation', 'state-capital') },
    confirming: { any: [[capital('total', 'total')]] },
  },
  other('special-account', '财政专户管理资金', 'special-account', ['财政专户管理资金收入', '财政专户拨款', '财政专户拨款收入', '专户资金']),
  other('own-funds', '单位资金', 'own-funds', ['单位资金收入']),
  other('operations-income', '事业收入', 'operations', ['事业收入资金']),
  other('business-income', '事业单位经营收入', 'business', ['事业单位经营收入资金', '经营收入']),
  other('superior-subsidy', '上级补助收入', 'superior'),
  other('affiliate-remittance', '附属单位上缴收入', 'affiliates'),
  other('other-income', '其他收入', 'other', ['其他收入资金']),
  {
    id: 'carryover',
    title: '上年结转结余',
    names: ['上年结转结余', '上年结转', '上年结转收入', '上年结转和结余'],
    sources: {
      overall: of('carryover', 'carryover'),
      fiscal: [[fiscal('carryover', 'income')], ...of('carryover', 'carryover')],
    },
    // 结余 may mean what of it is used to cover this year as well, or stands on accounts, which have lines and columns of their own.
    confirming: {
      overall: [...withBalance('non-appropriation-balance-used', 'balance-used'), ...withBalance('account-balance', 'account-balance')],
    },
  },
  ...[
    ['general-public', '一般公共预算收入'],
    ['government-fund', '政府性基金预算收入'],
    ['state-capital', '国有资本经营预算收入'],
    ['special-account', '财政专户管理资金'],
    ['own-funds', '单位资金'],
  ].map(
    ([column = '', name = '']): Measure => ({
      id: `carryover/${column}`,
      title: `上年结转结余的${name}`,
      names: [`上年结转结余的${name}`],
      sources: { any: incomeOf(`carryover.${column}`) },
    }),
  ),
  {
    id: 'balance-used',
    title: '使用非财政拨款结余',
    names: ['使用非财政拨款结余', '用事业基金弥补收支差额', '使用非财政拨款结余和专用结余'],
    sources: { any: of('non-appropriation-balance-used', 'balance-used') },
  },
];
