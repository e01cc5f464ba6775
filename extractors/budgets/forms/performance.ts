/** What 绩效目标 tables of departments and of projects share: head fields, money, indicators with what they are to reach. */
import type { AssessmentBlocks, Columns, RowDeclaration } from '../../form.js';

export const targetColumns: Columns = {
  level1: ['一级指标'],
  level2: ['二级指标'],
  level3: ['三级指标', '绩效指标', '指标名称', '指标内容'],
  target: ['指标值', '目标值', '年度指标值', '绩效指标值', '指标值包含数字及文字描述'],
  weight: ['权重', '分值', '指标权重'],
  amount: ['总额', '预算金额/总额'],
  fiscal: ['财政拨款', '预算金额/财政拨款'],
  other: ['其他资金', '预算金额/其他资金'],
};

export const targetBlocks: AssessmentBlocks = {
  goals: /^(?:年度|总体|年度总体|中长期|实施期)?(?:绩效)?目标$|^任务名称$|^主要内容$/u,
  indicators: {
    key: 'level1',
    nameKey: 'level3',
    carried: [{ key: 'level1', resets: 'level2' }, { key: 'level2' }],
    readAs: [{ beside: '三级指标', word: '绩效指标', as: '指标值' }],
    behind: [],
    totals: ['合计', '金额合计'],
  },
};

export const targetMoney: readonly string[] = ['amount', 'fiscal', 'other'];

export const targetRows: RowDeclaration = {
  by: 'words',
  totals: ['total'],
  words: {
    'performance/total-funds': ['年度资金总额', '资金总额', '实施期资金总额', '年度预算资金总额'],
    'performance/fiscal': ['财政拨款', '其中财政拨款', '当年财政拨款'],
    'performance/carried-over': ['上年结转', '上年结转资金'],
    'performance/other': ['其他资金'],
    total: ['合计', '金额合计'],
  },
};
