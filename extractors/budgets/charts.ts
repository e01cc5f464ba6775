import type { ChartDeclaration } from '../charts.js';
import { BESIDE_THREE_PUBLIC, besideThreePublicItems, THREE_PUBLIC, threePublicItems } from '../shared/across.js';

/** 收入 → 总计 → 支出, from 收支总表. */
const moneyFlow: ChartDeclaration = {
  kind: 'flow',
  title: '钱从哪里来，用到哪里去',
  form: 'budget-summary',
  from: {
    name: '收入',
    column: 'income',
    concepts: [
      'general-public-appropriation',
      'government-fund-appropriation',
      'state-capital-appropriation',
      'special-account',
      'own-funds',
      'operations-income',
      'business-income',
      'superior-subsidy',
      'affiliate-remittance',
      'other-income',
      'non-appropriation-balance-used',
      'carryover',
    ],
    totals: ['total-income', 'total'],
  },
  to: { name: '支出', column: 'expenditure', concepts: [/^function\/\d{3}$/, 'closing-balance'], totals: ['total-expenditure', 'total'] },
  total: { name: '总计' },
};

/** 基本支出 and 项目支出, from 支出总表, or from 一般公共预算支出表 where that has no codes. */
const spending: ChartDeclaration = {
  kind: 'function-bars',
  title: '基本支出与项目支出，按功能分类',
  forms: ['budget-expenditure', 'budget-general-public-expenditure'],
  columns: [
    { name: '基本支出', key: 'basic', parts: ['personnel', 'public'] },
    { name: '项目支出', key: 'project' },
  ],
  total: 'total',
  elsewhere: { 'budget-expenditure': { form: 'budget-summary', column: 'expenditure' } },
};

const YEARS = [
  { name: '上年', key: 'last-year' },
  { name: '本年预算', key: 'budget', plain: true },
] as const;

/** 三公经费: this year's budget, beside last year's where it is printed. */
const threePublic: ChartDeclaration = {
  kind: 'item-bars',
  title: '“三公”经费预算',
  form: 'budget-three-public',
  phases: YEARS,
  part: 'general-public',
  items: threePublicItems
    .filter((item) => item !== 'vehicles')
    .map((item) => ({
      name: THREE_PUBLIC[item],
      key: item,
      concepts: item === 'total' ? ['three-public/total', 'total'] : [`three-public/${item}`],
    })),
  summed: true,
};

/** What the same table prints beside the 三公 and is none of them. */
const meetings: ChartDeclaration = {
  kind: 'item-bars',
  title: '会议费、培训费预算',
  form: 'budget-three-public',
  phases: YEARS,
  part: 'general-public',
  items: besideThreePublicItems.map((item) => ({ name: BESIDE_THREE_PUBLIC[item], key: item, concepts: [`three-public/${item}`] })),
};

const yearBefore: ChartDeclaration = { kind: 'change-bars', title: '比上年增减', chapters: /收入|支出|收支|预算|三公|运行经费/u };

export const charts: readonly ChartDeclaration[] = [moneyFlow, spending, threePublic, meetings, yearBefore];
