import type { Measure, MeasureSource } from '../../../prose.js';
import { threePublic } from '../sources.js';

/** Where each item is told by the budgets it is paid from. */
const byBudget = (row: string, item: string): MeasureSource =>
  ['general-public', 'government-fund', 'state-capital'].map((budget) => threePublic(row, `${item}.${budget}`));

/** An item as a column, in the one row or in that of all units, as a row, or as a column beside rows for years. */
const sourcesOf = (item: string): readonly MeasureSource[] => {
  const rows = item === 'total' ? ['three-public/total', 'total'] : [`three-public/${item}`];
  return [
    [threePublic('', item)],
    [threePublic('total', item)],
    [threePublic('budget', item)],
    ...rows.flatMap((row): MeasureSource[] => [[threePublic(row, 'budget')], [threePublic(row, 'total')]]),
    ...['', 'total', 'budget'].map((row) => byBudget(row, item)),
  ];
};

const pastsOf = (item: string): readonly MeasureSource[] => [
  [threePublic('', `last-year.${item}`)],
  [threePublic('total', `last-year.${item}`)],
  [threePublic('last-year', item)],
  byBudget('last-year', item),
  ...(item === 'total' ? ['three-public/total', 'total'] : [`three-public/${item}`]).map(
    (row): MeasureSource => [threePublic(row, 'last-year.total')],
  ),
];

const BUDGETS = ['', '财政拨款', '一般公共预算', '一般公共预算财政拨款', '一般公共预算拨款'];
const ENDS = ['', '支出', '财政拨款', '财政拨款支出', '支出财政拨款', '合计', '总额'];

const measure = (item: string, title: string, names: readonly string[]): Measure => ({
  id: `three-public-${item}`,
  title,
  names: BUDGETS.flatMap((budget) => names.flatMap((name) => ENDS.map((end) => `${budget}${name}${end}`))),
  sources: { 'three-public': sourcesOf(item), other: sourcesOf(item), ...(item === 'total' && { any: sourcesOf(item) }) },
  pasts: { 'three-public': pastsOf(item) },
});

/** The 三公 and their parts, and what some provinces budget beside them. */
export const threePublicMeasures: readonly Measure[] = [
  measure('total', '“三公”经费', ['三公经费']),
  {
    id: 'three-public-grand-total',
    title: '“三公”经费、会议费、培训费',
    names: ['三公经费及会议费培训费', '三公经费会议费培训费', '三公经费及会议费培训费支出', '三公经费会议费培训费支出'].flatMap((name) =>
      BUDGETS.map((budget) => `${budget}${name}`),
    ),
    sources: { 'three-public': sourcesOf('grand-total') },
  },
  measure('abroad', '因公出国（境）费', [
    '因公出国费',
    '因公出国境费',
    '因公出国费用',
    '因公出国境费用',
    '因公出国经费',
    '因公出国境经费',
    '因公出国',
    '因公出国境',
  ]),
  measure('vehicles', '公务用车购置及运行维护费', [
    '公务用车购置及运行维护费',
    '公务用车购置及运行费',
    '公务用车购置和运行费',
    '公务用车购置和运行维护费',
    '公务用车购置及运行维护经费',
    '公务用车购置及运行维护',
    '公务用车购置与运行维护费',
  ]),
  measure('vehicle-purchase', '公务用车购置费', ['公务用车购置费', '公务用车购置', '公务用车购置经费', '公务用车购置费用', '公务车购置费']),
  measure('vehicle-operation', '公务用车运行维护费', [
    '公务用车运行维护费',
    '公务用车运行费',
    '公务用车运行维护',
    '公务用车运行及维护费',
    '公务用车运行维护费用',
    '公务用车运行经费',
    '公务车运行维护费',
  ]),
  measure('reception', '公务接待费', ['公务接待费', '公务接待', '公务接待经费', '公务接待费用']),
  measure('conference', '会议费', ['会议费']),
  measure('training', '培训费', ['培训费']),
];
