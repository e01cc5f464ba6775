import { type Columns, form } from '../../form.js';
import { OWN_TOTALS } from '../../shared/across.js';
import { under } from './columns.js';
import { threePublicIdentities } from './identities.js';

/** What the 三公 are, and what some provinces print beside them. */
const ITEMS: Columns = {
  abroad: ['因公出国境费', '因公出国境费用', '因公出国境经费', '因公出国境支出', '因公出国费用'],
  vehicles: [
    '公务用车购置及运行维护费',
    '公务用车购置及运行费',
    '公务用车购置及运行维护支出',
    '公务用车购置和运行维护费',
    '公务用车购置及运行经费',
  ],
  'vehicle-purchase': ['公务用车购置费', '公务用车购置', '公务用车购置支出', '公务用车购置经费', '购置费'],
  'vehicle-operation': [
    '公务用车运行维护费',
    '公务用车运行费',
    '公务用车运行维护',
    '公务用车运行维护支出',
    '公务用车运行维护经费',
    '运行费',
    '运行维护费',
  ],
  reception: ['公务接待费', '公务接待费用', '公务接待费支出', '公务接待支出', '公务接待经费'],
  conference: ['会议费'],
  training: ['培训费'],
};

const TOTAL: readonly string[] = [
  '合计',
  '总计',
  '三公经费合计',
  '三公经费',
  '三公经费预算数/合计',
  '三公经费财政拨款预算总额',
  '三公经费预算合计',
  '三公经费预决算数财政拨款/小计',
  '预算数/合计',
];
const BUDGETS: Columns = {
  'general-public': ['一般公共预算'],
  'government-fund': ['政府性基金预算'],
  'state-capital': ['国有资本经营预算'],
};

/** The car's 小计 is the column `vehicles`; where nothing stands below it, its own head is. */
const heads = ([key, words]: readonly [string, readonly string[]]): [string, string[]] => [
  key,
  key === 'vehicles' ? words.flatMap((word) => [word, `${word}/小计`, `${word}/合计`]) : [...words],
];

const ALL_ITEMS: Columns = Object.fromEntries(Object.entries(ITEMS).map(heads));
const PLAIN: Columns = { total: TOTAL, ...ALL_ITEMS, 'running-costs': ['机关运行经费预算数', '机关运行经费', '机关运行经费预算'] };
/** Where the table sums up conferences and training with the 三公. */
const WITH_GRAND_TOTAL: Columns = { 'grand-total': ['合计', '总计'], total: OWN_TOTALS, ...ALL_ITEMS };

/** The same columns below what heads a year or what was carried over. */
const below = (prefix: string, over: readonly string[], columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).map(([key, words]) => [`${prefix}.${key}`, under(over, words)]));

const inYears = (columns: Columns): Columns => ({
  ...columns,
  ...below('last-year', ['上年', '上年预算数', '上年执行数'], columns),
  ...below('change', ['增减变化情况', '增减变化', '增减情况'], columns),
  ...below('carryover', ['上年结转', '上年结转结余'], columns),
  current: ['当年预算/小计', '当年预算/合计'],
});

/** Each item under the budgets it is paid from. */
const byBudget: Columns = Object.fromEntries(
  Object.entries(PLAIN).flatMap(([item, words]) =>
    Object.entries(BUDGETS).map(([budget, names]) => [`${item}.${budget}`, under(words, names)]),
  ),
);

/** 三公经费: abroad, cars, receptions; items as columns, in one year or more, by budget or not, or items as rows. */
export const budgetThreePublic = form({
  id: 'budget-three-public',
  name: '“三公”经费预算表',
  titles: [
    '三公经费[支出][预算][支出][情况]表',
    '三公经费和机关运行经费[支出]预算[情况]表',
    '三公经费[支出][及]会议费[和]培训费[经费][支出][预算][情况]表',
    '行政经费及三公经费预算[情况]表',
  ],
  beforeTitle: ['一般公共预算', '财政拨款', '拨款', '预算', '安排的'],
  layouts: [
    { columns: inYears(PLAIN) },
    { columns: inYears(WITH_GRAND_TOTAL) },
    { columns: byBudget },
    { columns: { total: ['合计'], budget: ['预算数', '预算', '预算金额', '金额'], ...BUDGETS } },
  ],
  namedByAllHeads: true,
  rows: {
    by: 'words',
    units: true,
    totals: ['total'],
    sums: { 'three-public/vehicles': ['three-public/vehicle-purchase', 'three-public/vehicle-operation'] },
    words: {
      'last-year': ['上年', '上年预算数', '上年执行数'],
      budget: ['本年', '预算数'],
      change: ['增减变化金额', '增减变化', '增减额', '增减变化情况'],
      total: ['合计', '总计'],
      'three-public/administration': ['行政经费'],
      'three-public/total': ['三公经费', '三公经费合计', '三公经费小计'],
      ...Object.fromEntries(Object.entries(ITEMS).map(([item, words]) => [`three-public/${item}`, words])),
    },
  },
  identities: threePublicIdentities,
});
