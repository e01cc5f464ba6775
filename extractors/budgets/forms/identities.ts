/** What must agree within the tables of budgets, by the arrangement of their columns and rows. */
import {
  at,
  balance,
  type ColumnTerm,
  codeHierarchy,
  columnSums,
  type Identity,
  levelSums,
  lineSum,
  namedSums,
  placeSum,
  rowSum,
} from '../../identities.js';
import { GRAND_TOTAL, ROW_SUM, SIDES_BALANCE, THREE_PUBLIC_TOTAL, THREE_PUBLIC_VEHICLES } from '../../shared/rules.js';
import { LINE_LEVELS, LINE_TOTAL, YEAR_CHANGE } from '../rules.js';

/** 合计, units, 类, 款 and 项. */
const DOWN: readonly Identity[] = [columnSums, codeHierarchy];

/** The year's own block and what was carried over may stand beside each other below one total. */
const withCarried = (parts: readonly ColumnTerm[], carried: readonly ColumnTerm[], unless: readonly string[] = []): Identity[] => [
  rowSum(
    'total',
    [
      ['current', ...parts],
      ['carryover', ...carried],
    ],
    ROW_SUM,
    { unless },
  ),
  rowSum('current', parts, ROW_SUM, { unless }),
  rowSum('carryover', carried, ROW_SUM, { unless }),
];

const kinds = (prefix: string): readonly ColumnTerm[] => [
  [`${prefix}basic`, `${prefix}personnel`, `${prefix}public`],
  `${prefix}project`,
  `${prefix}business`,
  `${prefix}superior`,
  `${prefix}affiliates`,
];

const FISCAL = ['general-public', 'government-fund', 'state-capital'] as const;
const OWN = ['operations', 'business', 'superior', 'affiliates', 'other'] as const;
/** Columns that show a table to be divided by sources. */
const SOURCES = ['fiscal', ...FISCAL, 'special-account', 'own-funds', 'operations'] as const;

const LAST_YEAR = 'last-year.';
const CARRIED = 'carryover.';

/** Expenditure by kind: this year's, what was carried over, last year's and the change. */
export const expenditureIdentities: readonly Identity[] = [
  ...withCarried([...kinds(''), 'closing'], kinds(CARRIED), SOURCES),
  rowSum(`${LAST_YEAR}total`, kinds(LAST_YEAR)),
  ...['', CARRIED, LAST_YEAR].map((prefix) => rowSum(`${prefix}basic`, [`${prefix}personnel`, `${prefix}public`])),
  balance('change', ['total'], [`${LAST_YEAR}total`], YEAR_CHANGE, '本年数减上年数'),
  ...DOWN,
];

/** Basic expenditure by kind. */
export const basicIdentities: readonly Identity[] = [
  ...withCarried(['personnel', 'public'], [`${CARRIED}personnel`, `${CARRIED}public`]),
  ...DOWN,
];

const under = (prefix: string, keys: readonly string[]): readonly string[] => keys.map((key) => `${prefix}${key}`);

const sources = (prefix: string): readonly ColumnTerm[] => [
  [`${prefix}fiscal`, ...under(prefix, FISCAL)],
  [`${prefix}special-account`, `${prefix}education-fees`],
  [`${prefix}own-funds`, ...under(prefix, OWN)],
];

const KINDS = ['basic', 'personnel', 'public', 'project'] as const;

const bySource: readonly Identity[] = [
  rowSum('total', [['current', ...sources('')], ['carryover', ...sources(CARRIED)], 'balance-used', 'account-balance'], ROW_SUM, {
    unless: KINDS,
  }),
  rowSum('current', sources('')),
  rowSum('carryover', sources(CARRIED)),
  rowSum('fiscal', FISCAL),
  rowSum('own-funds', OWN),
];

/** Money by its sources. */
export const sourceIdentities: readonly Identity[] = [...bySource, ...DOWN];

/** 支出总表: by kind or by source. */
export const allExpenditureIdentities: readonly Identity[] = [...expenditureIdentities, ...bySource];

/** Lines that hold all that comes in. */
const TOTALS = [
  ['total-income', 'income'],
  ['total', 'income'],
] as const;
const SPENT = ['expenditure', 'total', 'expenditure-economic', 'expenditure-government'] as const;

/** Lines above and below each other, and what came in against what goes out. */
const summaryIdentities: readonly Identity[] = [
  namedSums(LINE_TOTAL),
  levelSums(LINE_LEVELS),
  ...['income', 'expenditure'].map((side) => rowSum(side, [`${side}-current`, `${side}-carryover`])),
  ...TOTALS.flatMap(([line, column]) =>
    SPENT.map((spent) => placeSum(at(line, column), [at(line === 'total' ? line : 'total-expenditure', spent)], SIDES_BALANCE)),
  ),
];

/** 收支总表: some print what is spent by kind. */
export const allSummaryIdentities: readonly Identity[] = [...summaryIdentities, rowSum('expenditure', kinds('').slice(0, 2))];

/** 财政拨款收支总表: a column for each budget. */
export const fiscalSummaryIdentities: readonly Identity[] = [...summaryIdentities, rowSum('total', FISCAL)];

/** The 三公 as columns: under a year or none, and under each budget they are paid from. */
const itemColumns = (prefix: string, suffix: string): Identity[] => {
  const key = (item: string) => `${prefix}${item}${suffix}`;
  const cars = [key('vehicle-purchase'), key('vehicle-operation')] as const;
  return [
    rowSum(key('total'), [key('abroad'), [key('vehicles'), ...cars], key('reception')], THREE_PUBLIC_TOTAL, {
      also: [key('conference'), key('training')],
    }),
    rowSum(key('vehicles'), cars, THREE_PUBLIC_VEHICLES),
  ];
};

const ITEMS = ['total', 'abroad', 'vehicles', 'vehicle-purchase', 'vehicle-operation', 'reception', 'conference', 'training'] as const;

/** The same with what the table sums up beside them. */
const inYear = (prefix: string): Identity[] => [
  ...itemColumns(prefix, ''),
  rowSum(
    `${prefix}grand-total`,
    [[`${prefix}total`, `${prefix}abroad`, `${prefix}vehicles`, `${prefix}reception`], `${prefix}conference`, `${prefix}training`],
    GRAND_TOTAL,
  ),
];

/** The 三公 as rows, a column for each budget or for all. */
const itemLines = (column: string): Identity[] => {
  const lines = (...names: readonly string[]) => names.map((name) => at(`three-public/${name}`, column));
  return [
    ...['total', 'three-public/total'].map((total) =>
      placeSum(at(total, column), lines('abroad', 'vehicles', 'reception'), THREE_PUBLIC_TOTAL),
    ),
    placeSum(at('three-public/vehicles', column), lines('vehicle-purchase', 'vehicle-operation'), THREE_PUBLIC_VEHICLES),
  ];
};

const ALL_ITEMS = [...ITEMS, ...ITEMS.flatMap((item) => FISCAL.map((budget) => `${item}.${budget}`))];

/** 三公 in every arrangement. */
export const threePublicIdentities: readonly Identity[] = [
  ...['', LAST_YEAR, CARRIED, 'change.'].flatMap(inYear),
  ...FISCAL.flatMap((budget) => itemColumns('', `.${budget}`)),
  rowSum('total', ['current', 'carryover']),
  ...ITEMS.map((item) => balance(`change.${item}`, [item], [`${LAST_YEAR}${item}`], YEAR_CHANGE, '本年数减上年数')),
  ...['budget', 'total', ...FISCAL].flatMap(itemLines),
  rowSum('total', FISCAL),
  lineSum('change', ['budget'], ALL_ITEMS, YEAR_CHANGE, ['last-year']),
  columnSums,
];
