import type { FunctionSpending } from '../../prose.js';
import { categories } from '../../shared/categories.js';

/** Spending by code, and its parts: below 项目支出 a 类 may mean what of it is for projects. */
const kindsOf = (form: string) => ['total', 'basic', 'project'].map((column) => ({ form, column }));

const overall = [
  ...kindsOf('budget-expenditure'),
  { form: 'budget-summary', column: 'expenditure' },
  { form: 'budget-summary', column: 'basic' },
  { form: 'budget-summary', column: 'project' },
];
const general = [...kindsOf('budget-general-public-expenditure'), { form: 'budget-fiscal-summary', column: 'general-public' }];
const fiscal = [
  { form: 'budget-fiscal-summary', column: 'total' },
  { form: 'budget-fiscal-summary', column: 'expenditure' },
  ...kindsOf('budget-fiscal-expenditure'),
  ...general,
];
const lastYear = [{ form: 'budget-general-public-expenditure', column: 'last-year.total' }];

/** How budgets name spending by the codes of the functional classification, and which of their columns print it. */
export const functionSpending: FunctionSpending = {
  categories,
  // 其他支出, 预备费, 转移性支出, 国有资本经营预算支出 are headings and measures of their own as well.
  ambiguous: ['229', '227', '230', '223'],
  columns: {
    any: [...overall, ...fiscal],
    overall: [...overall, ...fiscal],
    fiscal,
    'general-public': fiscal,
    basic: [...overall, ...fiscal],
    project: [...overall, ...fiscal],
    'three-public': [],
    'running-costs': [],
    'government-fund': [
      ...kindsOf('budget-government-fund'),
      { form: 'budget-fiscal-summary', column: 'government-fund' },
      ...overall,
      ...fiscal,
    ],
    'state-capital': [
      ...kindsOf('budget-state-capital'),
      { form: 'budget-fiscal-summary', column: 'state-capital' },
      ...overall,
      ...fiscal,
    ],
  },
  pastColumns: { fiscal: lastYear, 'general-public': lastYear },
  ownNames: [
    '支出',
    '预算支出',
    '支出预算',
    '预算',
    '安排',
    '财政拨款',
    '财政拨款支出',
    '一般公共预算拨款',
    '一般公共预算财政拨款',
    '金额',
  ],
  // 1．教育支出（类）普通教育（款）小学教育（项）
  byLevels:
    /(?:^|[：:；。]|\d[.．、]?|（[一二三四五六七八九十\d]+）)(?<category>[^：；。（）\d][^：；。（）]{1,29})（(?<code1>\d{3})?类）(?<group>.{1,40}?)（(?<code2>\d{2})?款）(?<item>.{1,40}?)（(?<code3>\d{2})?项）/u,
  byCode: [
    // 行政运行（2010401）
    /^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）)?(?<item>[\p{Script=Han}（）、]{2,30}?)（(?<code>\d{7})）/u,
    // （一）2060101-行政运行 693.69 万元
    /^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）)?(?<code>\d{7})[-－—“]?(?<item>[\p{Script=Han}（）、]{2,40}?)”?(?=支出\d|预算|\d|，|：)/u,
  ],
};
