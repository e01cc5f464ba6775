import type { ChartDeclaration } from '../charts.js';
import { THREE_PUBLIC, threePublicItems } from '../shared/across.js';

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
  },
  to: { name: '支出', column: 'expenditure', concepts: [/^function\/\d{3}$/, 'closing-balance'] },
  total: { name: '总计', concept: 'total-income' },
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
};

/** 三公经费: this year's budget, beside last year's where it is printed. */
const threePublic: ChartDeclaration = {
  kind: 'item-bars',
  title: '“三公”经费预算',
  form: 'budget-three-public',
  phases: [
    { name: '上年', key: 'last-year' },
    { name: '本年预算', key: 'budget', plain: true },
  ],
  part: 'general-public',
  items: [
    ...threePublicItems
      .filter((item) => item !== 'vehicles')
      .map((item) => ({ name: THREE_PUBLIC[item], key: item, concept: item === 'total' ? 'total' : `three-public/${item}` })),
    { name: '会议费', key: 'conference', concept: 'three-public/conference' },
    { name: '培训费', key: 'training', concept: 'three-public/training' },
  ],
};

const yearBefore: ChartDeclaration = { kind: 'change-bars', title: '比上年增减', chapters: /收入|支出|收支|预算|三公|运行经费/u };

export const charts: readonly ChartDeclaration[] = [moneyFlow, spending, threePublic, yearBefore];
