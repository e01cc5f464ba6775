/** Where the tables of budgets print what the prose restates, by the row's concept and the column's key. */
import type { MeasureSource, TableFigure } from '../../prose.js';

const figuresOf =
  (form: string) =>
  (row: string, column: string): TableFigure => ({ form, row, column });
export const summary = figuresOf('budget-summary');
const income = figuresOf('budget-income');
export const expenditure = figuresOf('budget-expenditure');
export const fiscal = figuresOf('budget-fiscal-summary');
export const general = figuresOf('budget-general-public-expenditure');
const generalBasic = figuresOf('budget-general-public-basic');
export const fund = figuresOf('budget-government-fund');
export const capital = figuresOf('budget-state-capital');
export const threePublic = figuresOf('budget-three-public');
export const procurement = figuresOf('budget-procurement');
const fiscalExpenditure = figuresOf('budget-fiscal-expenditure');
const fiscalBasic = figuresOf('budget-fiscal-basic');
const runningCosts = figuresOf('budget-running-costs');
const economic = figuresOf('budget-general-public-economic');
const basicByFunction = figuresOf('budget-general-public-basic-function');
const basicTable = figuresOf('budget-basic');
const projectTable = figuresOf('budget-project');

const one = (...figures: readonly TableFigure[]): readonly MeasureSource[] => figures.map((figure) => [figure]);

/** The income table has 合计, or one row without a label. */
export const incomeOf = (column: string): readonly MeasureSource[] => one(income('total', column), income('', column));

/** Two columns of the income table together. */
export const incomeOfBoth = (column: string, other: string): readonly MeasureSource[] =>
  ['total', ''].map((row) => [income(row, column), income(row, other)]);

/** A row of the expenditure side of a table of 财政拨款, whose amounts stand in one column or in one for each budget. */
const fiscalSide = (row: string): readonly MeasureSource[] => one(fiscal(row, 'total'), fiscal(row, 'expenditure'));

/** All that comes in, with what was carried over and without: 收入预算 may mean either. */
export const allIncome: readonly MeasureSource[] = [
  ...one(summary('total-income', 'income'), summary('total', 'income'), summary('current-income', 'income')),
  ...incomeOf('total'),
  ...incomeOf('current'),
];
export const allExpenditure: readonly MeasureSource[] = [
  ...one(summary('total-expenditure', 'expenditure'), summary('total', 'expenditure'), summary('current-expenditure', 'expenditure')),
  ...one(expenditure('total', 'total'), expenditure('', 'total')),
];
export const allFiscalIncome: readonly MeasureSource[] = [
  ...one(fiscal('total-income', 'income'), fiscal('total', 'income'), fiscal('current-income', 'income')),
  ...incomeOf('fiscal'),
];

const BUDGETS = ['general-public', 'government-fund', 'state-capital'] as const;

/** 财政拨款 with what was carried over from it, added up where no table of its own does so. */
export const fiscalWithCarried: readonly MeasureSource[] = [
  ...['total', ''].flatMap((row): MeasureSource[] => {
    const own = [[income(row, 'fiscal')], BUDGETS.map((budget) => income(row, budget))];
    const carried = [[summary('carryover/fiscal', 'income')], BUDGETS.map((budget) => income(row, `carryover.${budget}`))];
    return own.flatMap((figures) => carried.map((more) => [...figures, ...more]));
  }),
  [...BUDGETS.map((budget) => summary(`${budget}-appropriation`, 'income')), summary('carryover/fiscal', 'income')],
];
export const allGeneral: readonly MeasureSource[] = [
  ...one(general('total', 'total'), general('total', 'current')),
  ...['total-expenditure', 'total', 'current-expenditure'].map((row): MeasureSource => [fiscal(row, 'general-public')]),
  ...one(economic('total', 'total')),
];
export const allFiscalExpenditure: readonly MeasureSource[] = [
  ...['total-expenditure', 'total', 'current-expenditure'].flatMap(fiscalSide),
  ...one(fiscalExpenditure('total', 'total')),
];

/** A column of a table that splits this year's budget from what was carried over, and both together. */
const withCarryover = (figure: (row: string, column: string) => TableFigure, column: string): readonly MeasureSource[] => [
  [figure('total', column)],
  [figure('total', column), figure('total', `carryover.${column}`)],
];

/** A column of 一般公共预算支出表 in the row of all. */
export const generalKind = (column: string): readonly MeasureSource[] => [
  ...withCarryover(general, column),
  ...one(economic('total', column), basicByFunction('total', column)),
];

/** 基本支出 of the general public budget, by either classification. */
export const generalBasicTotals: readonly MeasureSource[] = [
  ...withCarryover(general, 'basic'),
  ...one(generalBasic('total', 'total'), basicByFunction('total', 'total')),
  [general('total', 'personnel'), general('total', 'public')],
];
export const fiscalBasicTotals: readonly MeasureSource[] = [
  ...one(fiscalBasic('total', 'total'), fiscalExpenditure('total', 'basic')),
  [general('total', 'basic'), fund('total', 'basic')],
];
export const basicTotals: readonly MeasureSource[] = [
  ...withCarryover(expenditure, 'basic'),
  ...one(expenditure('', 'basic'), basicTable('total', 'total')),
  [expenditure('total', 'personnel'), expenditure('total', 'public')],
];
export const generalProjects: readonly MeasureSource[] = withCarryover(general, 'project');
export const fiscalProjects: readonly MeasureSource[] = [
  ...generalProjects,
  ...one(fiscalExpenditure('total', 'project')),
  [general('total', 'project'), fund('total', 'project')],
  [general('total', 'project'), fund('total', 'total')],
  [general('total', 'project'), fund('total', 'total'), capital('total', 'total')],
];
export const projectTotals: readonly MeasureSource[] = [
  ...withCarryover(expenditure, 'project'),
  ...one(expenditure('', 'project'), projectTable('total', 'total'), projectTable('total', 'amount')),
];

/** 人员 and 公用 of the basic expenditure of the general public budget. */
export const generalBasicKind = (column: 'personnel' | 'public'): readonly MeasureSource[] => [
  ...one(
    generalBasic('total', column),
    general('total', column),
    fiscalBasic('total', column),
    basicByFunction('total', column),
    expenditure('total', column),
  ),
  ...(column === 'personnel' ? [[generalBasic('economic/301', 'total'), generalBasic('economic/303', 'total')]] : []),
];
export const publicCosts: readonly MeasureSource[] = one(
  generalBasic('total', 'public'),
  general('total', 'public'),
  fiscalBasic('total', 'public'),
);
/** Tables that print 机关运行经费 itself. */
export const ownRunningCosts: readonly MeasureSource[] = one(
  runningCosts('total', 'total'),
  threePublic('', 'running-costs'),
  threePublic('total', 'running-costs'),
);
