/** For each rule of the tables of budgets: tables in which it holds, and tables in which it is broken. */
import type { DisclosureTable } from '../../schemas/disclosure.js';
import { table } from './builders.js';

interface Case {
  readonly holds: readonly DisclosureTable[];
  readonly breaks: readonly DisclosureTable[];
}

const twoWays = (build: (amount: string) => readonly DisclosureTable[], right: string, wrong: string): Case => ({
  holds: build(right),
  breaks: build(wrong),
});

const summary = (lines: string) => table('budget-summary', 'income expenditure', lines, { page: 7 });
const fiscal = (lines: string) => table('budget-fiscal-summary', 'income total general-public government-fund', lines, { page: 10 });
const income = (lines: string) => table('budget-income', 'general-public own-funds', lines, { page: 8 });
const expenditure = (lines: string) => table('budget-expenditure', 'total basic project', lines, { page: 9 });
const fiscalSpent = (lines: string) => table('budget-fiscal-expenditure', 'total basic personnel public project', lines, { page: 11 });
const general = (lines: string) => table('budget-general-public-expenditure', 'total basic personnel public project', lines, { page: 13 });
const economic = (lines: string) => table('budget-general-public-economic', 'total basic project', lines, { page: 14 });
const basic = (lines: string) => table('budget-general-public-basic', 'total personnel public', lines, { page: 15 });
const threePublic = (lines: string) =>
  table('budget-three-public', 'total abroad vehicles vehicle-purchase vehicle-operation reception', lines, { page: 16 });

export const budgetCases: Readonly<Record<string, Case>> = {
  'ROW-SUM': twoWays((n) => [expenditure(`2060302 研究 ${n} 8.20 31.80`)], '40.00', '44.00'),
  'COLUMN-SUM': twoWays((n) => [expenditure(`合计 ${n} ${n} _\n2010101 甲 30.50 30.50 _\n2080501 乙 9.50 9.50 _`)], '40.00', '44.00'),
  'CODE-SUM': twoWays((n) => [expenditure(`208 类 ${n} ${n} _\n20805 款 40.00 40.00 _\n2080501 项 40.00 40.00 _`)], '40.00', '44.00'),
  'LINE-TOTAL': twoWays(
    (n) => [summary(`一、一般公共预算拨款收入 90.10 _\n二、其他收入 9.90 _\n本年收入合计 100.00 _\n上年结转 8.00 _\n收入总计 ${n} _`)],
    '108.00',
    '109.00',
  ),
  'LINE-LEVELS': twoWays(
    (n) => [fiscal(`一、本年收入 ${n} _ _ _\n（一）一般公共预算拨款 90.10 _ _ _\n（二）政府性基金预算拨款 9.90 _ _ _`)],
    '100.00',
    '101.00',
  ),
  'SIDES-BALANCE': twoWays((n) => [summary(`收入总计 100.00 _\n支出总计 _ ${n}`)], '100.00', '101.00'),
  'YEAR-CHANGE': twoWays(
    (n) => [table('budget-general-public-expenditure', 'last-year.total total change', `2010801 行政运行 90.00 85.50 ${n}`)],
    '-4.50',
    '-5.50',
  ),
  'YEAR-CHANGE-RATE': twoWays(
    (n) => [
      table('budget-general-public-expenditure', 'last-year.total total change change-rate', `2010801 行政运行 90.00 85.50 -4.50 ${n}`),
    ],
    '-5.00%',
    '-5.50%',
  ),
  'THREE-PUBLIC-TOTAL': twoWays((n) => [threePublic(`${n} 3.00 20.00 12.00 8.00 1.50`)], '24.50', '25.50'),
  'THREE-PUBLIC-VEHICLES': twoWays((n) => [threePublic(`24.50 3.00 20.00 12.00 ${n} 1.50`)], '8.00', '9.00'),
  'THREE-PUBLIC-GRAND-TOTAL': twoWays(
    (n) => [table('budget-three-public', 'grand-total total conference training', `${n} 24.50 3.00 2.50`)],
    '30.00',
    '31.00',
  ),
  'BUDGET-SUMMARY-INCOME': twoWays(
    (n) => [summary(`一、一般公共预算拨款收入 90.10 _\n二、单位资金收入 9.90 _\n收入总计 100.00 _`), income(`合计 90.10 ${n}`)],
    '9.90',
    '9.80',
  ),
  'BUDGET-SUMMARY-EXPENDITURE': twoWays(
    (n) => [summary(`一、教育支出 _ 90.10\n二、住房保障支出 _ 9.90\n支出总计 _ 100.00`), table('budget-expenditure', 'total', `合计 ${n}`)],
    '100.00',
    '101.00',
  ),
  'BUDGET-SUMMARY-PARTS': twoWays(
    (n) => [summary(`一、人员经费 _ ${n}\n二、公用经费 _ ${(8.2 - Number(n)).toFixed(2)}\n支出总计 _ 8.20`), basic('合计 8.20 6.10 2.10')],
    '6.10',
    '6.30',
  ),
  'BUDGET-SUMMARY-FISCAL': twoWays(
    (n) => [summary(`一、一般公共预算拨款收入 ${n} _`), fiscal('一、一般公共预算拨款收入 90.10 _ _ _')],
    '90.10',
    '91.10',
  ),
  'BUDGET-FISCAL-EXPENDITURE': twoWays(
    (n) => [
      table('budget-fiscal-summary', 'income expenditure', '支出总计 _ 100.00'),
      table('budget-fiscal-expenditure', 'total', `合计 ${n}`),
    ],
    '100.00',
    '101.00',
  ),
  'BUDGET-FISCAL-BUDGETS': twoWays((n) => [fiscal(`支出总计 _ 100.00 90.10 9.90`), general(`合计 ${n} ${n} ${n} _ _`)], '90.10', '91.10'),
  'BUDGET-EXPENDITURE-PARTS': twoWays(
    (n) => [expenditure('2060302 研究 40.00 8.20 31.80'), table('budget-government-fund', 'total basic', `2060302 研究 40.00 ${n}`)],
    '8.20',
    '8.30',
  ),
  'BUDGET-GENERAL-BASIC': twoWays(
    (n) => [general('合计 40.00 8.20 6.10 2.10 31.80'), table('budget-general-public-basic', 'personnel public', `合计 ${n} 2.10`)],
    '6.10',
    '6.20',
  ),
  'BUDGET-FISCAL-BASIC': twoWays(
    (n) => [fiscalSpent('合计 40.00 8.20 6.10 2.10 31.80'), table('budget-fiscal-basic', 'personnel public', `合计 ${n} 2.10`)],
    '6.10',
    '6.20',
  ),
  'BUDGET-FUNCTION-ECONOMIC': twoWays(
    (n) => [general('合计 40.00 8.20 6.10 2.10 31.80'), table('budget-general-public-economic', 'total project', `合计 40.00 ${n}`)],
    '31.80',
    '32.80',
  ),
  'BUDGET-EXPENDITURE-BASIC': twoWays(
    (n) => [expenditure('合计 40.00 8.20 31.80'), table('budget-basic', 'total', `合计 ${n}`)],
    '8.20',
    '8.30',
  ),
  'BUDGET-EXPENDITURE-PROJECT': twoWays(
    (n) => [expenditure('合计 40.00 8.20 31.80'), table('budget-project', 'total', `合计 ${n}`)],
    '31.80',
    '32.80',
  ),
  'BUDGET-RUNNING-COSTS': twoWays(
    (n) => [basic('合计 8.20 6.10 2.10'), table('budget-running-costs', 'total', `合计 ${n}`)],
    '2.10',
    '2.20',
  ),
  'BUDGET-THREE-PUBLIC-BASIC': twoWays(
    (n) => [basic(`30217 公务接待费 ${n} _ ${n}`), threePublic('24.50 3.00 20.00 12.00 8.00 1.50')],
    '1.50',
    '1.60',
  ),
  'BUDGET-THREE-PUBLIC-ECONOMIC': twoWays(
    (n) => [economic('30217 公务接待费 1.50 1.50 _'), table('budget-three-public', 'abroad reception', `_ ${n}`)],
    '1.50',
    '1.60',
  ),
  'UNIT-PLAUSIBLE': {
    holds: [general('合计 40.00 8.20 6.10 2.10 31.80'), basic('合计 8.20 6.10 2.10')],
    breaks: [
      general('合计 40.00 8.20 6.10 2.10 31.80'),
      table('budget-general-public-basic', 'total personnel public', '合计 8.20 6.10 2.10', { unit: '元' }),
    ],
  },
};
