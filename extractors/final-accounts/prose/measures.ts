import type { Measure } from '../../../src/check/prose/tables/measures.js';
import {
  basic,
  capital,
  expenditure,
  fiscal,
  fiscalBasic,
  fiscalExpenditure,
  fiscalIncome,
  fiscalProject,
  fiscalTotals,
  fund,
  general,
  generalBasic,
  grandTotals,
  income,
  publicCosts,
  summary,
  yearExpenditure,
  yearIncome,
} from './sources.js';
import { threePublicMeasures } from './three-public.js';

/** A source of income with a column of its own in 公开02 and a row in 公开01. */
const source = (title: string, row: string, column: string, names: readonly string[] = []): Measure => ({
  title,
  names: [title, ...names],
  homes: { overall: [[summary(row, 'income')], [income('total', column)]] },
});

const spending = (title: string, column: string, names: readonly string[] = []): Measure => ({
  title,
  names: [title, ...names],
  homes: { overall: [[expenditure('total', column)]] },
});

/** Every figure of the tables that prose restates, by its names in prose and its places in the tables. */
export const measures: readonly Measure[] = [
  {
    title: '收、支总计',
    names: [
      '收支总计',
      '收入支出总计',
      '收支总额',
      '收支总',
      '收入支出总',
      '收支决算总计',
      '收入支出决算总计',
      '收入总计和支出总计',
      '收入总计支出总计',
    ],
    homes: { overall: grandTotals, fiscal: [...fiscalTotals, ...grandTotals] },
  },
  {
    title: '收入总计',
    names: ['收入总计', '总收入', '收入总额', '收入决算总计', '收入总决算', '部门收入总计'],
    homes: { overall: [...grandTotals, ...yearIncome], fiscal: [...fiscalTotals, ...fiscalIncome, ...grandTotals, ...yearIncome] },
  },
  {
    title: '支出总计',
    names: ['支出总计', '总支出', '支出总额', '支出决算总计', '支出总决算', '部门支出总计', '各项支出总计'],
    homes: {
      overall: [...grandTotals, ...yearExpenditure],
      fiscal: [...fiscalTotals, ...fiscalExpenditure, ...grandTotals, ...yearExpenditure],
      'general-public': [...yearExpenditure, ...fiscalExpenditure, ...grandTotals],
    },
  },
  {
    title: '本年收入合计',
    names: ['本年收入合计', '收入合计', '本年收入', '本年总收入', '收入决算合计', '本年收入决算合计', '本年收入总计', '年度收入合计'],
    homes: { overall: yearIncome, fiscal: [...fiscalIncome, ...yearIncome], 'government-fund': [[fund('total', 'income')]] },
  },
  {
    title: '本年支出合计',
    names: [
      '本年支出合计',
      '支出合计',
      '本年支出',
      '本年总支出',
      '支出决算合计',
      '本年支出决算合计',
      '本年支出总计',
      '年度支出合计',
      '本年合计支出',
    ],
    homes: {
      overall: yearExpenditure,
      fiscal: [...fiscalExpenditure, ...yearExpenditure],
      'general-public': [...yearExpenditure, ...fiscalExpenditure],
      'government-fund': [[fund('total', 'total')], ...yearExpenditure],
    },
  },
  {
    title: '财政拨款收入',
    names: ['财政拨款收入', '本年财政拨款收入', '财政拨款收入合计', '财政拨款本年收入', '当年财政拨款收入'],
    homes: {
      any: [
        ...fiscalIncome,
        [
          summary('general-public-appropriation', 'income'),
          summary('government-fund-appropriation', 'income'),
          summary('state-capital-appropriation', 'income'),
        ],
        [summary('general-public-appropriation', 'income')],
      ],
    },
  },
  {
    title: '一般公共预算财政拨款收入',
    names: ['一般公共预算财政拨款收入', '一般公共预算拨款收入', '一般公共预算财政拨款本年收入', '一般公共预算收入'],
    homes: { any: [[summary('general-public-appropriation', 'income')], [fiscal('general-public-appropriation', 'income')]] },
  },
  {
    title: '政府性基金预算财政拨款收入',
    names: [
      '政府性基金预算财政拨款收入',
      '政府性基金预算拨款收入',
      '政府性基金收入',
      '政府性基金预算收入',
      '政府性基金预算财政拨款本年收入',
    ],
    homes: {
      any: [
        [summary('government-fund-appropriation', 'income')],
        [fiscal('government-fund-appropriation', 'income')],
        [fund('total', 'income')],
      ],
    },
  },
  {
    title: '国有资本经营预算财政拨款收入',
    names: ['国有资本经营预算财政拨款收入', '国有资本经营预算拨款收入', '国有资本经营预算收入', '国有资本经营预算财政拨款本年收入'],
    homes: {
      any: [
        [summary('state-capital-appropriation', 'income')],
        [fiscal('state-capital-appropriation', 'income')],
        [capital('total', 'income')],
      ],
    },
  },
  source('上级补助收入', 'superior-subsidy', 'superior'),
  source('事业收入', 'operations-income', 'operations'),
  source('经营收入', 'business-income', 'business'),
  source('附属单位上缴收入', 'affiliate-remittance', 'affiliates', ['附属单位缴款']),
  source('其他收入', 'other-income', 'other'),
  {
    title: '使用非财政拨款结余',
    names: ['使用非财政拨款结余', '使用非财政拨款结余和专用结余', '用事业基金弥补收支差额'],
    homes: { overall: [[summary('non-appropriation-balance-used', 'income')]] },
  },
  {
    title: '年初结转和结余',
    names: ['年初结转和结余', '上年结转和结余', '年初结转结余', '上年结转结余'],
    homes: {
      overall: [[summary('opening-balance', 'income')]],
      fiscal: [[fiscal('opening-balance', 'income')], [summary('opening-balance', 'income')]],
      'government-fund': [[fund('total', 'opening')]],
    },
  },
  {
    title: '年初财政拨款结转和结余',
    names: ['年初财政拨款结转和结余', '年初财政拨款结转结余', '财政拨款年初结转和结余'],
    homes: { any: [[fiscal('opening-balance', 'income')]] },
  },
  { title: '结余分配', names: ['结余分配'], homes: { overall: [[summary('balance-distribution', 'expenditure')]] } },
  {
    title: '年末结转和结余',
    names: ['年末结转和结余', '结转下年', '年末结转结余', '年末结余和结转'],
    homes: {
      overall: [[summary('closing-balance', 'expenditure')]],
      fiscal: [[fiscal('closing-balance', 'total')], [summary('closing-balance', 'expenditure')]],
      'government-fund': [[fund('total', 'closing')]],
    },
  },
  {
    title: '年末财政拨款结转和结余',
    names: ['年末财政拨款结转和结余', '年末财政拨款结转结余', '财政拨款年末结转和结余'],
    homes: { any: [[fiscal('closing-balance', 'total')]] },
  },
  {
    title: '基本支出',
    names: ['基本支出', '基本支出合计'],
    homes: {
      overall: [[expenditure('total', 'basic')]],
      fiscal: fiscalBasic,
      'general-public': generalBasic,
      'government-fund': [[fund('total', 'basic')]],
    },
  },
  {
    title: '项目支出',
    names: ['项目支出', '项目支出合计'],
    homes: {
      overall: [[expenditure('total', 'project')]],
      fiscal: fiscalProject,
      'general-public': [[general('total', 'project')]],
      'government-fund': [[fund('total', 'project')]],
    },
  },
  spending('上缴上级支出', 'superior'),
  spending('经营支出', 'business'),
  spending('对附属单位补助支出', 'affiliates', ['对附属单位补助']),
  {
    title: '财政拨款收、支总计',
    names: [
      '财政拨款收支总计',
      '财政拨款收入支出总计',
      '财政拨款收支总',
      '财政拨款收入支出总',
      '财政拨款收支决算总计',
      '财政拨款收支总额',
      '财政拨款收入支出决算总计',
    ],
    homes: { any: fiscalTotals },
  },
  {
    title: '财政拨款收入总计',
    names: ['财政拨款收入总计', '财政拨款总收入', '财政拨款收入总额'],
    homes: { any: [...fiscalTotals, ...fiscalIncome] },
  },
  {
    title: '财政拨款支出总计',
    names: ['财政拨款支出总计', '财政拨款总支出', '财政拨款支出总额'],
    homes: { any: [...fiscalTotals, ...fiscalExpenditure] },
  },
  {
    title: '财政拨款支出',
    names: ['财政拨款支出', '本年财政拨款支出', '财政拨款支出合计', '财政拨款本年支出', '当年财政拨款支出'],
    homes: { any: fiscalExpenditure },
  },
  {
    title: '一般公共预算财政拨款支出',
    names: [
      '一般公共预算财政拨款支出',
      '一般公共预算财政拨款支出合计',
      '一般公共预算拨款支出',
      '一般公共预算支出',
      '一般公共预算财政拨款本年支出',
      '一般公共预算财政拨款支出总计',
    ],
    homes: { any: [[general('total', 'total')], [fiscal('total-expenditure', 'general-public')]] },
  },
  {
    title: '政府性基金预算财政拨款支出',
    names: [
      '政府性基金预算财政拨款支出',
      '政府性基金预算拨款支出',
      '政府性基金支出',
      '政府性基金预算支出',
      '政府性基金预算财政拨款本年支出',
    ],
    homes: { any: [[fund('total', 'total')], [fiscal('total-expenditure', 'government-fund')]] },
  },
  {
    title: '国有资本经营预算财政拨款支出',
    names: ['国有资本经营预算财政拨款支出', '国有资本经营预算拨款支出', '国有资本经营预算支出', '国有资本经营支出'],
    homes: { any: [[capital('total', 'total')], [fiscal('total-expenditure', 'state-capital')]] },
  },
  {
    title: '一般公共预算财政拨款基本支出',
    names: ['一般公共预算财政拨款基本支出', '一般公共预算基本支出', '一般公共预算财政拨款基本支出合计'],
    homes: { any: generalBasic },
  },
  { title: '财政拨款基本支出', names: ['财政拨款基本支出', '财政拨款基本支出合计'], homes: { any: fiscalBasic } },
  {
    title: '一般公共预算财政拨款项目支出',
    names: ['一般公共预算财政拨款项目支出', '一般公共预算项目支出'],
    homes: { any: [[general('total', 'project')]] },
  },
  {
    title: '人员经费',
    names: ['人员经费', '人员经费支出', '人员经费合计'],
    homes: { 'general-public': [[basic('personnel-total', 'amount')], [basic('total', 'personnel')]] },
  },
  {
    title: '公用经费',
    names: ['公用经费', '日常公用经费', '公用经费支出', '日常公用经费支出', '公用经费合计'],
    homes: { 'general-public': publicCosts },
  },
  ...threePublicMeasures,
];
