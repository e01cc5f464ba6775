import type { Measure } from '../../../prose.js';
import { basic, capital, expenditure, fiscal, fiscalBasic, fiscalProject, fund, general, generalBasic, publicCosts } from '../sources.js';

/** A kind of expenditure with a column of its own. */
const spending = (id: string, title: string, column: string, names: readonly string[] = []): Measure => ({
  id,
  title,
  names: [title, ...names],
  sources: { overall: [[expenditure('total', column)]] },
});

/** Expenditure by its kinds. */
export const expenditureMeasures: readonly Measure[] = [
  {
    id: 'basic-expenditure',
    title: '基本支出',
    names: ['基本支出', '基本支出合计'],
    sources: {
      overall: [[expenditure('total', 'basic')]],
      fiscal: fiscalBasic,
      'general-public': generalBasic,
      'government-fund': [[fund('total', 'basic')]],
    },
  },
  {
    id: 'project-expenditure',
    title: '项目支出',
    names: ['项目支出', '项目支出合计'],
    sources: {
      overall: [[expenditure('total', 'project')]],
      fiscal: fiscalProject,
      'general-public': [[general('total', 'project')]],
      'government-fund': [[fund('total', 'project')]],
    },
  },
  spending('superior-remittance', '上缴上级支出', 'superior'),
  spending('business-expenditure', '经营支出', 'business'),
  spending('affiliate-subsidy', '对附属单位补助支出', 'affiliates', ['对附属单位补助']),
  {
    id: 'general-public-expenditure',
    title: '一般公共预算财政拨款支出',
    names: [
      '一般公共预算财政拨款支出',
      '一般公共预算财政拨款支出合计',
      '一般公共预算拨款支出',
      '一般公共预算支出',
      '一般公共预算财政拨款本年支出',
      '一般公共预算财政拨款支出总计',
    ],
    sources: { any: [[general('total', 'total')], [fiscal('total-expenditure', 'general-public')]] },
    isTotal: true,
  },
  {
    id: 'government-fund-expenditure',
    title: '政府性基金预算财政拨款支出',
    names: [
      '政府性基金预算财政拨款支出',
      '政府性基金预算拨款支出',
      '政府性基金支出',
      '政府性基金预算支出',
      '政府性基金预算财政拨款本年支出',
    ],
    sources: { any: [[fund('total', 'total')], [fiscal('total-expenditure', 'government-fund')]] },
  },
  {
    id: 'state-capital-expenditure',
    title: '国有资本经营预算财政拨款支出',
    names: ['国有资本经营预算财政拨款支出', '国有资本经营预算拨款支出', '国有资本经营预算支出', '国有资本经营支出'],
    sources: { any: [[capital('total', 'total')], [fiscal('total-expenditure', 'state-capital')]] },
  },
  {
    id: 'general-public-basic',
    title: '一般公共预算财政拨款基本支出',
    names: ['一般公共预算财政拨款基本支出', '一般公共预算基本支出', '一般公共预算财政拨款基本支出合计'],
    sources: { any: generalBasic },
  },
  { id: 'fiscal-basic', title: '财政拨款基本支出', names: ['财政拨款基本支出', '财政拨款基本支出合计'], sources: { any: fiscalBasic } },
  {
    id: 'general-public-project',
    title: '一般公共预算财政拨款项目支出',
    names: ['一般公共预算财政拨款项目支出', '一般公共预算项目支出'],
    sources: { any: [[general('total', 'project')]] },
  },
  {
    id: 'personnel-costs',
    title: '人员经费',
    names: ['人员经费', '人员经费支出', '人员经费合计'],
    sources: { 'general-public': [[basic('personnel-total', 'amount')], [basic('total', 'personnel')]] },
    isItemised: true,
  },
  {
    id: 'public-costs',
    title: '公用经费',
    names: ['公用经费', '日常公用经费', '公用经费支出', '日常公用经费支出', '公用经费合计'],
    sources: { 'general-public': publicCosts },
    isItemised: true,
  },
  {
    id: 'running-costs',
    title: '机关运行经费',
    names: ['机关运行经费', '机关运行经费支出', '机关运行费'],
    sources: { any: publicCosts },
    partOf: { title: '公用经费', exception: '有事业单位的部门可以少于公用经费，否则应当相等' },
  },
];
