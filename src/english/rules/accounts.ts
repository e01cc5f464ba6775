import type { EnglishRules } from './rule.js';

/** Within and between the tables of final accounts, and what both families share. Tables 01 to 09 are those of the standard forms. */
export const ACCOUNT_RULES: EnglishRules = {
  'ROW-SUM': { title: 'Total of a row', formula: 'each row: the total = the sum of its columns' },
  'COLUMN-SUM': { title: 'Total row', formula: 'each column: the total = the sum of the items at the highest level' },
  'CODE-SUM': {
    title: 'Levels of codes',
    formula: 'each column: 类 = the sum of its 款, 款 = the sum of its 项, as far as they are printed',
  },
  'CODE-PARENT': {
    title: 'Row of the level above',
    formula: 'where tables print rows of 类 and 款, those of every item are printed',
    says: ['{where}: the row of the level above it is not printed.', '{table}: a row of the level above is not printed.'],
  },
  'CODE-CHILD': {
    title: 'Row of the level below',
    formula: 'where tables print rows of 款 and 项, those of every item are printed',
    says: ['{where}: rows of the level below it are not printed.', '{table}: rows of a level below are not printed.'],
  },
  'ROW-MISSING': {
    title: 'Rows that must be there',
    formula: 'totals, sums of the year, opening and closing balances are printed',
    says: ['{table}: a row that it must have is not printed.'],
  },
  'EDUCATION-FEES': { title: 'Education fees', formula: 'each row: education fees ≤ income from public services' },
  'INCOME-TOTAL': {
    title: 'Income of the year',
    formula: 'income of the year = the sum of the kinds of income above it (“of which” rows do not count)',
  },
  'EXPENDITURE-TOTAL': {
    title: 'Expenditure of the year',
    formula: 'expenditure of the year = the sum of the kinds of expenditure above it',
  },
  'INCOME-GRAND-TOTAL': {
    title: 'Grand total of income',
    formula: 'grand total = income of the year + non-appropriation balances used + opening balance',
  },
  'EXPENDITURE-GRAND-TOTAL': {
    title: 'Grand total of expenditure',
    formula: 'grand total = expenditure of the year + balance distributed + closing balance',
  },
  'SIDES-BALANCE': { title: 'Both sides balance', formula: 'grand total of income = grand total of expenditure' },
  'OPENING-PARTS': {
    title: 'Parts of the opening balance',
    formula: 'opening balance of appropriations = general public budget + government funds + state capital',
  },
  'FISCAL-FUND-TOTAL': {
    title: 'Balance of each budget',
    formula: 'each budget: grand total = appropriation of the year + opening balance',
  },
  'BASIC-PERSONNEL': { title: 'Personnel', formula: 'personnel = 301 wages and welfare + 303 subsidies to persons and families' },
  'BASIC-PUBLIC': {
    title: 'Running costs',
    formula: 'running costs = 302 + 307 + 309 or 310 + 311 or 312 + 313 + 399 (all but 301 and 303)',
  },
  'BASIC-TOTAL': { title: 'Total of basic expenditure', formula: 'total = personnel + running costs' },
  'FUND-BALANCE': {
    title: 'Balance of a fund',
    formula: 'each row: closing balance = opening balance + income of the year − expenditure of the year',
  },
  'THREE-PUBLIC-TOTAL': {
    title: 'Total of the “three public” expenses',
    formula: 'total = travel abroad + official vehicles + receptions',
  },
  'THREE-PUBLIC-VEHICLES': { title: 'Official vehicles', formula: 'official vehicles = their purchase + their running' },
  'THREE-PUBLIC-GRAND-TOTAL': {
    title: '“Three public” expenses, conferences and training',
    formula: 'total = “three public” expenses + conferences + training',
  },
  'PERFORMANCE-FUNDS': { title: 'Funds of a self-assessment', formula: 'funds of the year = the sum of their sources' },
  'PERFORMANCE-RATE': {
    title: 'Rate of execution',
    formula: 'rate = executed ÷ budget of the whole year (what agrees with the initial budget does not count)',
  },
  'PERFORMANCE-POINTS': {
    title: 'Points for execution',
    formula: 'points = weight × rate of execution (a remark only: other ways of scoring are allowed)',
  },
  'PERFORMANCE-WEIGHT': { title: 'Weights of a self-assessment', formula: 'total weight = the sum of the weights' },
  'PERFORMANCE-SCORE': { title: 'Scores of a self-assessment', formula: 'total score = the sum of the scores' },
  'TABLE-01-02': {
    title: 'Summary and income',
    formula: 'income of the year and its sources in table 01 = the total row of table 02',
  },
  'TABLE-01-03': { title: 'Summary and expenditure', formula: 'expenditure of the year in table 01 = the total of table 03' },
  'TABLE-01-03-CATEGORY': {
    title: 'Summary and expenditure by category',
    formula: 'each category of expenditure in table 01 = the sum of its items in table 03',
  },
  'TABLE-01-04': {
    title: 'Summary and appropriations',
    formula: 'appropriations in table 01 = income of the year and appropriations in table 04',
  },
  'TABLE-02-03': {
    title: 'Income and expenditure',
    formula: 'without opening and closing balances: the income of each item in table 02 = its expenditure in table 03',
  },
  'TABLE-02-04': { title: 'Income and appropriations', formula: 'total of appropriations in table 02 = income of the year in table 04' },
  'TABLE-03-05': {
    title: 'Expenditure and general public budget',
    formula: 'each item: table 05 ≤ table 03; where the totals are equal, so are the items',
  },
  'TABLE-03-07': {
    title: 'Expenditure and government funds',
    formula: 'each item: expenditure of government funds ≤ table 03; where an item is equal, so are its columns',
  },
  'TABLE-03-08': {
    title: 'Expenditure and state capital',
    formula: 'each item: expenditure of state capital ≤ table 03; where an item is equal, so are its columns',
  },
  'TABLE-04-05': {
    title: 'Appropriations and general public budget',
    formula: 'total and each category of the general public budget in table 04 = total and items in table 05',
  },
  'TABLE-04-07': {
    title: 'Appropriations and government funds',
    formula:
      'appropriation, opening balance, expenditure and closing balance of government funds in table 04 = the total row of their table',
  },
  'TABLE-04-08': {
    title: 'Appropriations and state capital',
    formula: 'appropriation, opening balance, expenditure and closing balance of state capital in table 04 = the total row of its table',
  },
  'TABLE-05-06': {
    title: 'General public budget and basic expenditure',
    formula: 'basic expenditure in table 05 = personnel + running costs in table 06',
  },
  'TABLE-05-09': {
    title: '“Three public” expenses within expenditure',
    formula: 'total of the “three public” expenses ≤ expenditure of the year in table 05',
  },
  'TABLE-06-09': {
    title: '“Three public” expenses within basic expenditure',
    formula: '30212, 30215, 30216, 30217, 30231, 31013 in table 06 ≤ the expenses in the “three public” table',
  },
  'UNIT-PLAUSIBLE': {
    title: 'Unit of money',
    formula: 'tables agree in 元 by the units they print; where another unit makes them agree, the unit is wrong',
    says: ['{table}: its unit makes it differ from the other tables by orders of magnitude; by another unit they agree.'],
  },
};
