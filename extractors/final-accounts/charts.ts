import type { ChartDeclaration } from '../charts.js';

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
  },
  to: { name: '支出', column: 'expenditure', concepts: [/^function\/\d{3}$/, 'balance-distribution', 'closing-balance'] },
  total: { name: '总计', concept: 'total' },
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
};

const threePublicItem = (key: string, name: string) => ({ name, key, concept: `three-public/${key}` });

/** 三公经费: what was allowed against what was spent. */
const threePublic: ChartDeclaration = {
  kind: 'item-bars',
  title: '“三公”经费：预算与决算',
  form: 'three-public',
  phases: [
    { name: '预算数', key: 'budget' },
    { name: '决算数', key: 'final' },
  ],
  items: [
    { name: '合计', key: 'total', concept: 'total' },
    threePublicItem('abroad', '因公出国（境）费'),
    threePublicItem('vehicle-purchase', '公务用车购置费'),
    threePublicItem('vehicle-operation', '公务用车运行维护费'),
    threePublicItem('reception', '公务接待费'),
    threePublicItem('conference', '会议费'),
    threePublicItem('training', '培训费'),
  ],
};

const yearBefore: ChartDeclaration = { kind: 'change-bars', title: '比上年增减', chapters: /收入|支出|收支|三公|运行经费/u };

export const charts: readonly ChartDeclaration[] = [moneyFlow, spending, threePublic, yearBefore];
