import type { FunctionSpending } from '../../prose.js';
import { categories } from '../../shared/categories.js';

type Column = NonNullable<FunctionSpending['columns'][string]>[number];

const inAll = (...forms: readonly string[]): Column[] => forms.map((form) => ({ form, column: 'total' }));

/** Parts of spending by code: below 项目支出 a 类 may mean what of it is for projects. */
const kindsOf = (form: string): Column[] => ['basic', 'project'].map((column) => ({ form, column }));

const overall: Column[] = [...inAll('budget-expenditure'), { form: 'budget-summary', column: 'expenditure' }];
const fiscal: Column[] = [
  ...inAll('budget-fiscal-summary', 'budget-fiscal-expenditure'),
  { form: 'budget-fiscal-summary', column: 'expenditure' },
];
const ofBudget = (form: string, column: string): Column[] => [...inAll(form), { form: 'budget-fiscal-summary', column }];
const general = ofBudget('budget-general-public-expenditure', 'general-public');
const fund = ofBudget('budget-government-fund', 'government-fund');
const capital = ofBudget('budget-state-capital', 'state-capital');
const everywhere: Column[] = [
  ...overall,
  ...fiscal,
  ...general,
  ...kindsOf('budget-expenditure'),
  ...kindsOf('budget-summary'),
  ...kindsOf('budget-general-public-expenditure'),
  ...kindsOf('budget-fiscal-expenditure'),
];
const lastYear = [{ form: 'budget-general-public-expenditure', column: 'last-year.total' }];

/** How budgets name spending by the codes of the functional classification, and which of their columns print it. */
export const functionSpending: FunctionSpending = {
  categories,
  // 其他支出, 预备费, 转移性支出, 国有资本经营预算支出 are headings and measures of their own as well.
  ambiguous: ['229', '227', '230', '223'],
  columns: {
    any: [...overall, ...fiscal, ...general],
    overall,
    fiscal,
    'general-public': general,
    'government-fund': fund,
    'state-capital': capital,
    basic: [],
    project: [],
    'three-public': [],
    'running-costs': [],
    procurement: [],
  },
  confirmingColumns: { any: everywhere },
  pastColumns: { fiscal: lastYear, 'general-public': lastYear },
  ownNames: ['支出', '预算支出', '支出预算', '预算', '安排', '金额'],
  // 1．教育支出（类）普通教育（款）小学教育（项）; below a heading of the 类, without it.
  byLevels:
    /(?:^|[：:；。]|\d[.．、]?|（[一二三四五六七八九十\d]+）)(?:(?<category>[^：；。（）\d][^：；。（）]{1,29})（(?<code1>\d{3})?类）)?(?:\d{1,2}[.．、])?(?<group>[^：；。（）\d，][^：；。，]{0,39}?)（(?<code2>\d{2})?款）(?<item>[^：；。，]{1,40}?)（(?<code3>\d{2})?项）/u,
  byCode: [
    // 行政运行（2010401）
    /^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）)?(?<item>[\p{Script=Han}（）、]{2,30}?)（(?<code>\d{7})）/u,
    // （一）2060101-行政运行 693.69 万元
    /^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）)?(?<code>\d{7})[-－—“]?(?<item>[\p{Script=Han}（）、]{2,40}?)”?(?=支出\d|预算|\d|，|：)/u,
  ],
};
