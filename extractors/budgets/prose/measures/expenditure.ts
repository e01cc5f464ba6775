import type { Measure, MeasureSource } from '../../../prose.js';
import {
  allGeneral,
  basicTotals,
  capital,
  expenditure,
  fiscal,
  fiscalBasicTotals,
  fiscalProjects,
  fund,
  general,
  generalBasicKind,
  generalBasicTotals,
  generalKind,
  generalProjects,
  ownRunningCosts,
  procurement,
  projectTotals,
  publicCosts,
  summary,
} from '../sources.js';
import { spelled } from './totals.js';

const spending = (id: string, title: string, column: string, names: readonly string[] = []): Measure => ({
  id,
  title,
  names: [title, ...names],
  // 支出总表 by source has columns of these keys for income.
  sources: { any: ['total', ''].map((row): MeasureSource => [{ ...expenditure(row, column), beside: 'project' }]) },
});

/** Spending of a budget under all its names. */
const budgetNames = (budget: string): string[] => [
  ...spelled(`${budget}支出`, `${budget}拨款支出`, `${budget}财政拨款支出`, `${budget}当年拨款支出`),
  `${budget}安排的支出`,
  `${budget}支出预算支出`,
];

const fiscalRows = (column: string): readonly MeasureSource[] =>
  ['total-expenditure', 'total', 'current-expenditure'].map((row): MeasureSource => [fiscal(row, column)]);

const overallKind = (column: string): readonly MeasureSource[] => [
  [expenditure('total', column)],
  [expenditure('', column)],
  [summary('total-expenditure', column)],
];

/** Expenditure by its kinds. */
export const expenditureMeasures: readonly Measure[] = [
  {
    id: 'basic-expenditure',
    title: '基本支出',
    names: ['基本支出', '基本支出合计', '基本支出预算'],
    sources: {
      any: basicTotals,
      fiscal: fiscalBasicTotals,
      'general-public': generalBasicTotals,
      basic: [],
      'government-fund': [[fund('total', 'basic')]],
      'state-capital': [[capital('total', 'basic')]],
    },
    confirming: { any: [...fiscalBasicTotals, ...generalBasicTotals, ...basicTotals] },
    pasts: { any: [[general('total', 'last-year.basic')]], overall: [], 'government-fund': [], 'state-capital': [] },
  },
  {
    id: 'project-expenditure',
    title: '项目支出',
    names: ['项目支出', '项目支出合计', '项目支出预算'],
    sources: {
      any: projectTotals,
      fiscal: [],
      'general-public': generalProjects,
      project: [],
      'government-fund': [[fund('total', 'project')]],
      'state-capital': [[capital('total', 'project')]],
    },
    confirming: { any: [...projectTotals, ...fiscalProjects] },
  },
  spending('superior-remittance', '上缴上级支出', 'superior'),
  spending('business-expenditure', '事业单位经营支出', 'business', ['经营支出']),
  spending('affiliate-subsidy', '对附属单位补助支出', 'affiliates', ['对附属单位补助', '对下级单位补助支出']),
  {
    id: 'closing-balance',
    title: '结转下年',
    names: ['结转下年', '结转下年支出', '年终结转结余', '年末结转结余'],
    sources: { overall: [[summary('closing-balance', 'expenditure')], [expenditure('total', 'closing')]] },
  },
  {
    id: 'general-public-expenditure',
    title: '一般公共预算支出',
    names: budgetNames('一般公共预算'),
    sources: { any: allGeneral },
    pasts: { any: [[general('total', 'last-year.total')]] },
    isTotal: true,
  },
  {
    id: 'government-fund-expenditure',
    title: '政府性基金预算支出',
    names: [...budgetNames('政府性基金预算'), ...budgetNames('政府性基金')],
    sources: { any: [[fund('total', 'total')], ...fiscalRows('government-fund')] },
    pasts: { any: [[fund('total', 'last-year.total')]] },
  },
  {
    id: 'state-capital-expenditure',
    title: '国有资本经营预算支出',
    names: budgetNames('国有资本经营预算'),
    sources: { any: [[capital('total', 'total')], ...fiscalRows('state-capital')] },
    pasts: { any: [[capital('total', 'last-year.total')]] },
  },
  {
    id: 'general-public-basic',
    title: '一般公共预算基本支出',
    names: spelled('一般公共预算基本支出', '一般公共预算财政拨款基本支出', '一般公共预算拨款基本支出', '一般公共预算当年拨款基本支出'),
    sources: { any: generalBasicTotals },
  },
  {
    id: 'fiscal-basic',
    title: '财政拨款基本支出',
    names: spelled('财政拨款基本支出'),
    sources: { any: fiscalBasicTotals },
    confirming: { any: generalBasicTotals },
  },
  {
    id: 'general-public-project',
    title: '一般公共预算项目支出',
    names: spelled('一般公共预算项目支出', '一般公共预算财政拨款项目支出', '一般公共预算拨款项目支出'),
    sources: { any: generalProjects },
    confirming: { any: fiscalProjects },
  },
  {
    id: 'personnel-costs',
    title: '人员经费',
    names: ['人员经费', '人员支出', '人员经费支出', '人员经费合计'],
    sources: {
      'general-public': generalBasicKind('personnel'),
      basic: generalBasicKind('personnel'),
      overall: overallKind('personnel'),
      fiscal: [],
    },
    confirming: { any: [...overallKind('personnel'), ...generalKind('personnel'), ...generalBasicKind('personnel')] },
    isItemised: true,
  },
  {
    id: 'public-costs',
    title: '公用经费',
    names: ['公用经费', '日常公用经费', '日常公用支出', '公用支出', '公用经费支出', '公用经费合计'],
    sources: {
      'general-public': generalBasicKind('public'),
      basic: generalBasicKind('public'),
      overall: overallKind('public'),
      fiscal: [],
    },
    confirming: { any: [...overallKind('public'), ...generalKind('public'), ...generalBasicKind('public')] },
    isItemised: true,
  },
  {
    id: 'running-costs',
    title: '机关运行经费',
    names: ['机关运行经费', '机关运行费', '运行经费', '机关运行']
      .flatMap((name) => [name, `一般公共预算${name}`, `一般公共预算财政拨款${name}`, `财政拨款${name}`])
      .flatMap((name) => [name, `${name}支出`, `${name}财政拨款`, `${name}一般公共预算`]),
    sources: { any: publicCosts, other: publicCosts },
    partOf: {
      title: '公用经费',
      exception: '有事业单位的部门可以少于公用经费，否则应当相等',
      unless: { any: ownRunningCosts },
    },
  },
  {
    id: 'procurement',
    title: '政府采购预算',
    names: ['政府采购', '政府采购支出', '政府采购总额', '政府采购预算总额', '政府采购资金', '政府采购项目', '政府采购规模'],
    sources: { procurement: [[procurement('total', 'total')]], other: [[procurement('total', 'total')]] },
  },
];
