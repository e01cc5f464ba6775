import type { AssessmentBlocks, Columns, Ratio, RowDeclaration } from '../../form.js';
import { type Identity, linesAbove, linesBelow, mergedRows } from '../../identities.js';
import { PERFORMANCE_FUNDS, PERFORMANCE_POINTS, PERFORMANCE_RATE, PERFORMANCE_SCORE, PERFORMANCE_WEIGHT } from '../rules.js';

/** Header words of the indicator rows and of the money block, 绩效自评 of departments and projects alike. */
const performanceColumns: Columns = {
  level1: ['一级指标'],
  'level1-weight': ['一级指标分值', '一级指标权重'],
  level2: ['二级指标'],
  level3: ['三级指标', '绩效指标'],
  target: ['年度指标值', '指标值', '目标值', '年度目标值', '绩效指标值'],
  actual: ['实际完成值', '全年实际完成值', '完成值', '实际完成情况'],
  weight: ['分值', '权重'],
  score: ['得分', '自评得分'],
  deviation: ['偏差度'],
  explanation: ['偏差原因分析及改进措施', '偏差原因分析', '存在问题和改进措施', '未完成原因分析', '情况说明', '备注'],
  'budget-initial': ['年初预算数', '年初预算'],
  'budget-full': ['全年预算数', '全年预算数A'],
  executed: ['全年执行数', '全年执行数B', '执行数'],
  rate: ['执行率', '预算执行率', '执行率BA', '执行率BAx100%', '执行率BA100%'],
};

/** How the blocks of goals and of indicators are read. */
const performanceBlocks: AssessmentBlocks = {
  goals: /^(?:年度)?(?:预期|绩效)?目标$|^(?:全年)?(?:实际完成情况|完成情况)$|^任务名称$|^主要内容$|^(?:目标|任务)完成情况$/u,
  indicators: {
    key: 'level1',
    nameKey: 'level3',
    carried: [{ key: 'level1', resets: 'level2' }, { key: 'level1-weight' }, { key: 'level2' }],
    // Beside 三级指标, 绩效指标 heads the values to be reached.
    readAs: [{ beside: '三级指标', word: '绩效指标', as: '指标值' }],
    behind: [{ after: '一级指标', word: '分值', key: 'level1-weight' }],
    points: { within: 'level1', key: 'level1-weight', path: ['一级指标', '分值'] },
    totals: ['总分', '合计'],
  },
};

/** The columns of the money block that hold amounts. */
const performanceMoney: readonly string[] = ['budget-initial', 'budget-full', 'executed'];

/** The money block's rows. */
const performanceRows: RowDeclaration = {
  by: 'words',
  totals: ['total'],
  words: {
    'performance/total-funds': ['年度资金总额', '部门预算总额', '资金总额', '部门整体支出', '年度预算总额'],
    'performance/fiscal': ['其中财政拨款', '财政拨款', '当年财政拨款', '其中当年财政拨款'],
    'performance/carried-over': ['上年结转', '上年结转资金'],
    'performance/other': ['其他资金'],
    total: ['总分', '合计'],
  },
};

/** The money block adds up, and so do the points. */
const performanceIdentities: readonly Identity[] = [
  linesBelow('performance/total-funds', performanceMoney, PERFORMANCE_FUNDS),
  linesAbove('total', ['weight'], PERFORMANCE_WEIGHT, { beside: 'score', usual: '100' }),
  mergedRows('level1-weight', 'weight', 'total', PERFORMANCE_WEIGHT),
  linesAbove('total', ['score'], PERFORMANCE_SCORE, { beside: 'weight' }),
];

/** Some templates measure by 年初预算数. */
const performanceRatios: readonly Ratio[] = [
  { rate: 'rate', part: 'executed', whole: 'budget-full', orWhole: ['budget-initial'], rule: PERFORMANCE_RATE },
];

/** All that both 绩效 tables declare alike. */
export const performanceParts = {
  blocks: performanceBlocks,
  money: performanceMoney,
  columns: performanceColumns,
  rows: performanceRows,
  identities: performanceIdentities,
  ratios: performanceRatios,
  points: { score: 'score', of: 'weight', rate: 'rate', rule: PERFORMANCE_POINTS },
} as const;
