import { type BetweenRule, type Claim, type ClaimTerm, line, onlyRow, same, total } from '../claims.js';
import {
  TABLE_01_02,
  TABLE_01_03,
  TABLE_01_03_CATEGORY,
  TABLE_01_04,
  TABLE_02_03,
  TABLE_02_04,
  TABLE_03_05,
  TABLE_03_07,
  TABLE_03_08,
  TABLE_04_05,
  TABLE_04_07,
  TABLE_04_08,
  TABLE_05_06,
  TABLE_05_09,
  TABLE_06_09,
} from './rules.js';

const SUMMARY = 'income-expenditure-summary';
const FISCAL = 'fiscal-appropriation-summary';
const GENERAL = 'general-public-expenditure';
const BASIC = 'general-public-basic-expenditure';
const THREE_PUBLIC = 'three-public';

const categories = (summary: string, column: string, detail: string): Claim => ({
  over: 'categories',
  summary: { form: summary, column },
  detail: { form: detail, column: 'total' },
  given: null,
});

/** What one budget paid for is contained in all expenditure. */
const withinExpenditure = (part: string): Claim => ({
  over: 'contained-codes',
  part,
  whole: 'expenditure',
  columns: ['total', 'basic', 'project'],
});

/** An item of 三公 in each arrangement that is published. */
const threePublic = (item: string): ClaimTerm[] => [
  onlyRow(THREE_PUBLIC, `final.${item}`),
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
const budget = (key: string, form: string): Claim[] => [
  same(line(FISCAL, 'total-expenditure', key), total(form, 'total')),
  categories(FISCAL, key, form),
  same(line(FISCAL, `${key}-appropriation`, 'income'), total(form, 'income')),
  same(line(FISCAL, `opening-balance/${key}`, 'income'), total(form, 'opening')),
  same(line(FISCAL, 'closing-balance', key), total(form, 'closing')),
];

/** What must agree between the tables of final accounts. */
export const betweenRules: readonly BetweenRule[] = [
  {
    rule: TABLE_01_02,
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
    rule: TABLE_01_03,
    severity: 'error',
    claims: [same(line(SUMMARY, 'total-expenditure', 'expenditure'), total('expenditure', 'total'))],
  },
  { rule: TABLE_01_03_CATEGORY, severity: 'error', claims: [categories(SUMMARY, 'expenditure', 'expenditure')] },
  {
    rule: TABLE_01_04,
    severity: 'error',
    claims: [
      same(
        APPROPRIATIONS.map((name) => line(SUMMARY, name, 'income')),
        line(FISCAL, 'total-income', 'income'),
      ),
      ...APPROPRIATIONS.slice(1).map((name) => same(line(SUMMARY, name, 'income'), line(FISCAL, name, 'income'))),
    ],
  },
  { rule: TABLE_02_04, severity: 'error', claims: [same(total('income', 'fiscal'), line(FISCAL, 'total-income', 'income'))] },
  {
    rule: TABLE_02_03,
    severity: 'warning',
    claims: [
      {
        over: 'codes-without-balances',
        summary: {
          form: SUMMARY,
          income: 'total-income',
          expenditure: 'total-expenditure',
          balances: ['opening-balance', 'closing-balance', 'balance-distribution', 'non-appropriation-balance-used'],
        },
        left: { form: 'income', column: 'total' },
        right: { form: 'expenditure', column: 'total' },
      },
    ],
  },
  {
    rule: TABLE_03_05,
    severity: 'error',
    claims: [withinExpenditure(GENERAL)],
  },
  { rule: TABLE_03_07, severity: 'error', claims: [withinExpenditure('government-fund')] },
  { rule: TABLE_03_08, severity: 'error', claims: [withinExpenditure('state-capital')] },
  {
    rule: TABLE_04_05,
    severity: 'error',
    claims: [
      same(line(FISCAL, 'total-expenditure', 'general-public'), total(GENERAL, 'total')),
      categories(FISCAL, 'general-public', GENERAL),
    ],
  },
  { rule: TABLE_04_07, severity: 'error', claims: budget('government-fund', 'government-fund') },
  { rule: TABLE_04_08, severity: 'error', claims: budget('state-capital', 'state-capital') },
  {
    rule: TABLE_05_06,
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
    rule: TABLE_06_09,
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
    rule: TABLE_05_09,
    severity: 'warning',
    claims: [{ over: 'part', part: threePublic('total'), whole: [total(GENERAL, 'total')] }],
  },
];
