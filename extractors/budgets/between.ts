import { type BetweenRule, type Claim, type ClaimTerm, either, line, named, onlyRow, same, total } from '../claims.js';
import {
  EXPENDITURE_BASIC,
  EXPENDITURE_PARTS,
  EXPENDITURE_PROJECT,
  FISCAL_BASIC,
  FISCAL_BUDGETS,
  FISCAL_EXPENDITURE,
  FUNCTION_ECONOMIC,
  GENERAL_BASIC,
  RUNNING_COSTS,
  SUMMARY_EXPENDITURE,
  SUMMARY_FISCAL,
  SUMMARY_INCOME,
  SUMMARY_PARTS,
  THREE_PUBLIC_BASIC,
  THREE_PUBLIC_ECONOMIC,
} from './rules.js';

const SUMMARY = 'budget-summary';
const INCOME = 'budget-income';
const EXPENDITURE = 'budget-expenditure';
const FISCAL = 'budget-fiscal-summary';
const FISCAL_SPENT = 'budget-fiscal-expenditure';
const FISCAL_BASICS = 'budget-fiscal-basic';
const GENERAL = 'budget-general-public-expenditure';
const ECONOMIC = 'budget-general-public-economic';
const PROJECTS_ECONOMIC = 'budget-general-public-project';
const BASIC = 'budget-general-public-basic';
const BASIC_FUNCTION = 'budget-general-public-basic-function';
const THREE_PUBLIC = 'budget-three-public';
const RUNNING = 'budget-running-costs';

/** Each budget with the table of its own. */
const BUDGETS = [
  ['general-public', GENERAL],
  ['government-fund', 'budget-government-fund'],
  ['state-capital', 'budget-state-capital'],
] as const;

/** A source of income with and without what was carried over from it. */
const withAndWithout = (form: string, source: string): (readonly ClaimTerm[])[] => {
  const concept = `${source}-appropriation`;
  const own = line(form, concept, 'income');
  return [
    [own],
    [own, line(form, `carryover/${source}`, 'income')],
    [own, line(form, 'carryover', 'income')],
    [line(form, concept, 'income-current')],
  ];
};

/** All three budgets at once. */
const allAppropriations = (form: string): (readonly ClaimTerm[])[] => {
  const own = BUDGETS.map(([budget]) => line(form, `${budget}-appropriation`, 'income'));
  return [
    own,
    [...own, ...BUDGETS.map(([budget]) => line(form, `carryover/${budget}`, 'income'))],
    [...own, line(form, 'carryover', 'income')],
  ];
};

/** Lines of the summary and the columns they are in the table of income. */
const SOURCES = [
  ['special-account', 'special-account'],
  ['own-funds', 'own-funds'],
  ['operations-income', 'operations'],
  ['business-income', 'business'],
  ['superior-subsidy', 'superior'],
  ['affiliate-remittance', 'affiliates'],
  ['other-income', 'other'],
  ['carryover', 'carryover'],
  ['account-balance', 'account-balance'],
  ['current-income', 'current'],
] as const;

/** What was carried over in all, where it has a column and where only its sources have. */
const CARRIED: readonly (readonly string[])[] = [
  ['carryover'],
  [...BUDGETS.map(([budget]) => `carryover.${budget}`), 'carryover.special-account', 'carryover.own-funds'],
];

/** A source's column with and without that of what was carried over from it. */
const withCarried = (column: string): (readonly ClaimTerm[])[] => {
  const own = total(INCOME, column);
  const carried = column === 'current' ? CARRIED : [[`carryover.${column}`]];
  return [[own], ...carried.map((keys) => [own, ...keys.map((key) => total(INCOME, key))])];
};

/** What is spent in all, with or without what is carried over to the next year. */
const spent = (form: string, column: string): ClaimTerm[] =>
  ['total-expenditure', 'total', 'current-expenditure'].map((concept) => line(form, concept, column));

const categories = (summary: string, column: string, detail: string): Claim[] =>
  ['current-expenditure', 'total-expenditure', 'total'].map((concept) => ({
    over: 'categories',
    summary: { form: summary, column },
    detail: { form: detail, column: 'total' },
    apart: 'closing',
    given: [line(summary, concept, column), total(detail, 'total')],
  }));

const KINDS = ['total', 'basic', 'personnel', 'public', 'project'] as const;

/** What one budget pays for is contained in all expenditure. */
const within = (part: string, whole: string): Claim => ({
  over: 'contained-codes',
  part,
  whole,
  columns: KINDS,
  carried: 'carryover.',
});

/** An item of the 三公 in each arrangement that is published. */
const item = (key: string): ClaimTerm[] => [
  total(THREE_PUBLIC, key),
  onlyRow(THREE_PUBLIC, key),
  line(THREE_PUBLIC, 'budget', `${key}.general-public`),
  line(THREE_PUBLIC, `three-public/${key}`, 'budget'),
  line(THREE_PUBLIC, `three-public/${key}`, 'total'),
];

/** Economic codes of the 三公. */
const ITEMS = [
  ['30212', 'abroad'],
  ['30217', 'reception'],
  ['30231', 'vehicle-operation'],
  ['31013', 'vehicle-purchase'],
] as const;

/** What people and what running the office costs, in a summary: as columns of its totals, or as lines of their own. */
const SUMMED_PARTS: readonly (readonly [ClaimTerm, ClaimTerm])[] = [
  ...['total-expenditure', 'total', 'current-expenditure'].map(
    (concept) => [line(SUMMARY, concept, 'personnel'), line(SUMMARY, concept, 'public')] as const,
  ),
  [
    named(SUMMARY, ['人员经费', '人员支出', '人员经费支出', '人员类'], 'expenditure'),
    named(SUMMARY, ['公用经费', '公用支出', '公用经费支出', '日常公用经费', '日常公用支出'], 'expenditure'),
  ],
];

/** What must agree between the tables of budgets. */
export const betweenBudgets: readonly BetweenRule[] = [
  {
    rule: SUMMARY_INCOME,
    severity: 'error',
    claims: [
      either(
        [total(INCOME, 'total')],
        ['total-income', 'total', 'current-income'].map((concept) => line(SUMMARY, concept, 'income')),
      ),
      either([total(INCOME, 'fiscal')], allAppropriations(SUMMARY)),
      ...BUDGETS.map(([budget]) => either(withCarried(budget), withAndWithout(SUMMARY, budget))),
      ...SOURCES.map(([concept, column]) =>
        either(
          withCarried(column),
          ['income', 'income-current'].map((key) => line(SUMMARY, concept, key)),
        ),
      ),
    ],
  },
  {
    rule: SUMMARY_EXPENDITURE,
    severity: 'error',
    claims: [
      either([total(EXPENDITURE, 'total')], spent(SUMMARY, 'expenditure')),
      ...['basic', 'project'].map((kind) => either([total(EXPENDITURE, kind)], spent(SUMMARY, kind))),
      ...categories(SUMMARY, 'expenditure', EXPENDITURE),
    ],
  },
  {
    rule: SUMMARY_PARTS,
    severity: 'error',
    claims: [BASIC, FISCAL_BASICS, GENERAL].flatMap((form) =>
      SUMMED_PARTS.map((left): Claim => ({ over: 'split', left, right: [total(form, 'personnel'), total(form, 'public')] })),
    ),
  },
  {
    rule: SUMMARY_FISCAL,
    severity: 'error',
    claims: BUDGETS.map(([budget]) => either([line(SUMMARY, `${budget}-appropriation`, 'income')], withAndWithout(FISCAL, budget))),
  },
  {
    rule: FISCAL_EXPENDITURE,
    severity: 'error',
    claims: [
      either([total(FISCAL_SPENT, 'total')], spent(FISCAL, 'expenditure')),
      ...categories(FISCAL, 'expenditure', FISCAL_SPENT),
      ...categories(FISCAL, 'total', FISCAL_SPENT),
    ],
  },
  {
    rule: FISCAL_BUDGETS,
    severity: 'error',
    claims: [
      ...BUDGETS.flatMap(([budget, form]) => [
        either([total(form, 'total')], spent(FISCAL, budget)),
        either(
          // 结转下年 in one column for all budgets, or in that of each.
          [
            [total(form, 'total')],
            ...['expenditure', budget].map((column) => [total(form, 'total'), line(FISCAL, 'closing-balance', column)]),
          ],
          withAndWithout(FISCAL, budget),
        ),
        ...categories(FISCAL, budget, form),
      ]),
    ],
  },
  {
    rule: EXPENDITURE_PARTS,
    severity: 'error',
    claims: BUDGETS.flatMap(([, form]) => [within(form, EXPENDITURE), within(form, FISCAL_SPENT)]),
  },
  {
    rule: GENERAL_BASIC,
    severity: 'error',
    claims: [
      same(total(BASIC, 'total'), total(GENERAL, 'basic'), [total(GENERAL, 'personnel'), total(GENERAL, 'public')]),
      same(total(BASIC, 'personnel'), total(GENERAL, 'personnel')),
      same(total(BASIC, 'public'), total(GENERAL, 'public')),
      same(total(BASIC_FUNCTION, 'total'), total(BASIC, 'total')),
      same(total(BASIC_FUNCTION, 'total'), total(GENERAL, 'basic')),
    ],
  },
  {
    rule: FISCAL_BASIC,
    severity: 'error',
    claims: [
      same(total(FISCAL_BASICS, 'total'), total(FISCAL_SPENT, 'basic')),
      same(total(FISCAL_BASICS, 'personnel'), total(FISCAL_SPENT, 'personnel')),
      same(total(FISCAL_BASICS, 'public'), total(FISCAL_SPENT, 'public')),
    ],
  },
  {
    rule: FUNCTION_ECONOMIC,
    severity: 'error',
    claims: [
      ...KINDS.map((kind) => same(total(ECONOMIC, kind), total(GENERAL, kind))),
      same(total(PROJECTS_ECONOMIC, 'total'), total(GENERAL, 'project')),
    ],
  },
  { rule: EXPENDITURE_BASIC, severity: 'error', claims: [same(total('budget-basic', 'total'), total(EXPENDITURE, 'basic'))] },
  {
    rule: EXPENDITURE_PROJECT,
    severity: 'error',
    claims: [
      either(
        [total('budget-project', 'total')],
        [['project'], ['project', 'carryover.project'], ['project', 'business', 'superior', 'affiliates']].map((kinds) =>
          kinds.map((kind) => total(EXPENDITURE, kind)),
        ),
      ),
    ],
  },
  {
    rule: RUNNING_COSTS,
    severity: 'warning',
    claims: [
      { over: 'part', part: [total(RUNNING, 'total')], whole: [total(BASIC, 'public'), total(BASIC, 'total')] },
      { over: 'part', part: [onlyRow(THREE_PUBLIC, 'running-costs')], whole: [total(BASIC, 'public'), total(BASIC, 'total')] },
    ],
  },
  {
    rule: THREE_PUBLIC_BASIC,
    severity: 'warning',
    claims: ITEMS.map(([code, key]) => ({ over: 'part', part: [line(BASIC, `economic/${code}`, 'total')], whole: item(key) })),
  },
  {
    rule: THREE_PUBLIC_ECONOMIC,
    severity: 'warning',
    claims: ITEMS.map(([code, key]) => ({ over: 'part', part: item(key), whole: [line(ECONOMIC, `economic/${code}`, 'total')] })),
  },
];
