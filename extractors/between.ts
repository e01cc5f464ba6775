import type { Form } from '../schemas/disclosure.js';
import type { Equation } from '../src/check/identity/equation.js';

/** Figures of one form: a line by its concept, 合计 of a table with codes, or the only row of a table without labels. */
export type Source = { readonly form: Form; readonly column: string } & (
  | { readonly by: 'line'; readonly line: string }
  | { readonly by: 'total' | 'only-row' }
);

/** What must agree between two forms. */
export type Claim =
  /** The sum of `left`, as far as it is printed, is the sum of the first of `right` that is printed. */
  | { readonly over: 'figures'; readonly left: readonly Source[]; readonly right: readonly (readonly Source[])[] }
  /** A 类 of `summary`, a line by name, is the sum of the codes of `detail` that begin with it. */
  | { readonly over: 'categories'; readonly summary: Column; readonly detail: Column }
  /** The first figure of `part` that is printed does not exceed the first of `whole`. */
  | { readonly over: 'part'; readonly part: readonly Source[]; readonly whole: readonly Source[] }
  /** Code by code: `part` is contained in `whole`, and equal to it where their totals are. */
  | { readonly over: 'contained-codes'; readonly part: Form; readonly whole: Form; readonly columns: readonly string[] }
  /** Code by code: `left` is `right` where the year began and ended without any balance in `summary`. */
  | { readonly over: 'codes-without-balances'; readonly summary: Form; readonly left: Column; readonly right: Column };

interface Column {
  readonly form: Form;
  readonly column: string;
}

/** A rule between tables, as data; `equations-between.ts` puts it over cells, its words are in `rules.ts`. */
export interface BetweenRule {
  readonly id: string;
  readonly severity: Equation['severity'];
  readonly claims: readonly Claim[];
}

const SUMMARY = 'income-expenditure-summary';
const FISCAL = 'fiscal-appropriation-summary';
const GENERAL = 'general-public-expenditure';
const BASIC = 'general-public-basic-expenditure';
const THREE_PUBLIC = 'three-public';

const line = (form: Form, name: string, column: string): Source => ({ form, column, by: 'line', line: name });
const total = (form: Form, column: string): Source => ({ form, column, by: 'total' });

const same = (left: Source | readonly Source[], ...right: readonly (Source | readonly Source[])[]): Claim => ({
  over: 'figures',
  left: [left].flat(),
  right: right.map((side) => [side].flat()),
});

const categories = (summary: Form, column: string, detail: Form): Claim => ({
  over: 'categories',
  summary: { form: summary, column },
  detail: { form: detail, column: 'total' },
});

/** What one budget paid for is contained in all expenditure. */
const withinExpenditure = (part: Form): Claim => ({
  over: 'contained-codes',
  part,
  whole: 'expenditure',
  columns: ['total', 'basic', 'project'],
});

/** An item of 三公 in each arrangement that is published. */
const threePublic = (item: string): Source[] => [
  { form: THREE_PUBLIC, column: `final.${item}`, by: 'only-row' },
  line(THREE_PUBLIC, 'final', item),
  line(THREE_PUBLIC, item === 'total' ? 'total' : `three-public/${item}`, 'final'),
];

/** Basic expenditure on an economic code is contained in all that was spent on the item. */
const basicWithin = (code: string, item: string): Claim => ({
  over: 'part',
  part: [line(BASIC, `economic/${code}`, 'amount'), line(BASIC, `economic/${code}`, 'total')],
  whole: threePublic(item),
});

const APPROPRIATIONS = ['general-public-appropriation', 'government-fund-appropriation', 'state-capital-appropriation'] as const;

/** A budget of 财政拨款 against the table of its own: 04's column and lines, 07 or 08. */
const budget = (key: string, form: Form): Claim[] => [
  same(line(FISCAL, 'total-expenditure', key), total(form, 'total')),
  categories(FISCAL, key, form),
  same(line(FISCAL, `${key}-appropriation`, 'income'), total(form, 'income')),
  same(line(FISCAL, `opening-balance/${key}`, 'income'), total(form, 'opening')),
  same(line(FISCAL, 'closing-balance', key), total(form, 'closing')),
];

export const betweenRules: readonly BetweenRule[] = [
  {
    id: 'TABLE-01-02',
    severity: 'error',
    claims: [
      same(line(SUMMARY, 'total-income', 'income'), total('income', 'total')),
      same(
        APPROPRIATIONS.map((name) => line(SUMMARY, name, 'income')),
        total('income', 'fiscal'),
      ),
      same(line(SUMMARY, 'superior-subsidy', 'income'), total('income', 'superior')),
      same(line(SUMMARY, 'operations-income', 'income'), total('income', 'operations')),
      same(line(SUMMARY, 'business-income', 'income'), total('income', 'business')),
      same(line(SUMMARY, 'affiliate-remittance', 'income'), total('income', 'affiliates')),
      same(line(SUMMARY, 'other-income', 'income'), total('income', 'other')),
    ],
  },
  {
    id: 'TABLE-01-03',
    severity: 'error',
    claims: [same(line(SUMMARY, 'total-expenditure', 'expenditure'), total('expenditure', 'total'))],
  },
  { id: 'TABLE-01-03-CATEGORY', severity: 'error', claims: [categories(SUMMARY, 'expenditure', 'expenditure')] },
  {
    id: 'TABLE-01-04',
    severity: 'error',
    claims: [
      same(
        APPROPRIATIONS.map((name) => line(SUMMARY, name, 'income')),
        line(FISCAL, 'total-income', 'income'),
      ),
      ...APPROPRIATIONS.slice(1).map((name) => same(line(SUMMARY, name, 'income'), line(FISCAL, name, 'income'))),
    ],
  },
  { id: 'TABLE-02-04', severity: 'error', claims: [same(total('income', 'fiscal'), line(FISCAL, 'total-income', 'income'))] },
  {
    id: 'TABLE-02-03',
    severity: 'warning',
    claims: [
      {
        over: 'codes-without-balances',
        summary: SUMMARY,
        left: { form: 'income', column: 'total' },
        right: { form: 'expenditure', column: 'total' },
      },
    ],
  },
  {
    id: 'TABLE-03-05',
    severity: 'error',
    claims: [withinExpenditure(GENERAL)],
  },
  { id: 'TABLE-03-07', severity: 'error', claims: [withinExpenditure('government-fund')] },
  { id: 'TABLE-03-08', severity: 'error', claims: [withinExpenditure('state-capital')] },
  {
    id: 'TABLE-04-05',
    severity: 'error',
    claims: [
      same(line(FISCAL, 'total-expenditure', 'general-public'), total(GENERAL, 'total')),
      categories(FISCAL, 'general-public', GENERAL),
    ],
  },
  { id: 'TABLE-04-07', severity: 'error', claims: budget('government-fund', 'government-fund') },
  { id: 'TABLE-04-08', severity: 'error', claims: budget('state-capital', 'state-capital') },
  {
    id: 'TABLE-05-06',
    severity: 'error',
    claims: [
      same(
        total(GENERAL, 'basic'),
        [line(BASIC, 'personnel-total', 'amount'), line(BASIC, 'public-total', 'amount')],
        total(BASIC, 'total'),
        total(BASIC, 'amount'),
      ),
    ],
  },
  {
    id: 'TABLE-06-09',
    severity: 'warning',
    claims: [
      basicWithin('30212', 'abroad'),
      basicWithin('30215', 'conference'),
      basicWithin('30216', 'training'),
      basicWithin('30217', 'reception'),
      basicWithin('30231', 'vehicle-operation'),
      basicWithin('31013', 'vehicle-purchase'),
    ],
  },
  {
    id: 'TABLE-05-09',
    severity: 'warning',
    claims: [{ over: 'part', part: threePublic('total'), whole: [total(GENERAL, 'total')] }],
  },
];
