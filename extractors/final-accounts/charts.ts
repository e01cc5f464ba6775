import type { ChartDeclaration } from '../charts.js';
import { BESIDE_THREE_PUBLIC, besideThreePublicItems, THREE_PUBLIC, threePublicItems } from '../shared/across.js';

/** 收入 → 总计 → 支出, from 公开01表. */
const moneyFlow: ChartDeclaration = {
  kind: 'flow',
  title: '钱从哪里来，用到哪里去',
  form: 'income-expenditure-summary',
  from: {
    name: '收入',
    column: 'income',
    concepts: [
      'general-public-appropriation',
      'government-fund-appropriation',
      'state-capital-appropriation',
      'superior-subsidy',
      'operations-income',
      'business-income',
      'affiliate-remittance',
      'other-income',
      'non-appropriation-balance-used',
      'opening-balance',
    ],
    totals: ['total'],
  },
  to: {
    name: '支出',
    column: 'expenditure',
    concepts: [/^function\/\d{3}$/, 'balance-distribution', 'closing-balance'],
    totals: ['total'],
  },
  total: { name: '总计' },
};

/** 基本支出 and 项目支出, from 公开03表, or from 公开05表 where there is none. */
const spending: ChartDeclaration = {
  kind: 'function-bars',
  title: '基本支出与项目支出，按功能分类',
  forms: ['expenditure', 'general-public-expenditure'],
  columns: [
    { name: '基本支出', key: 'basic' },
    { name: '项目支出', key: 'project' },
  ],
  total: 'total',
  elsewhere: {
    expenditure: { form: 'income-expenditure-summary', column: 'expenditure' },
    'general-public-expenditure': { form: 'fiscal-appropriation-summary', column: 'general-public' },
  },
};

const PHASES = [
  { name: '预算数', key: 'budget' },
  { name: '决算数', key: 'final' },
] as const;

/** 三公经费: what was allowed against what was spent. */
const threePublic: ChartDeclaration = {
  kind: 'item-bars',
  title: '“三公”经费：预算与决算',
  form: 'three-public',
  phases: PHASES,
  items: threePublicItems
    .filter((item) => item !== 'vehicles')
    .map((item) => ({ name: THREE_PUBLIC[item], key: item, concepts: [item === 'total' ? 'total' : `three-public/${item}`] })),
  summed: true,
};

/** What the same table prints beside the 三公 and is none of them. */
const meetings: ChartDeclaration = {
  kind: 'item-bars',
  title: '会议费、培训费：预算与决算',
  form: 'three-public',
  phases: PHASES,
  items: besideThreePublicItems.map((item) => ({ name: BESIDE_THREE_PUBLIC[item], key: item, concepts: [`three-public/${item}`] })),
};

const yearBefore: ChartDeclaration = { kind: 'change-bars', title: '比上年增减', chapters: /收入|支出|收支|三公|运行经费/u };

export const charts: readonly ChartDeclaration[] = [moneyFlow, spending, threePublic, meetings, yearBefore];
