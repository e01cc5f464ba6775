/** For each rule of the tables: tables in which it holds, and tables in which it is broken. */

import type { DisclosureTable } from '../../schemas/disclosure.js';
import type { Unit } from '../../src/base/money.js';
import { table } from './builders.js';

interface Case {
  readonly holds: readonly DisclosureTable[];
  readonly breaks: readonly DisclosureTable[];
}

const twoWays = (build: (amount: string) => readonly DisclosureTable[], right: string, wrong: string): Case => ({
  holds: build(right),
  breaks: build(wrong),
});

const summary = (lines: string) => table('income-expenditure-summary', 'income expenditure', lines, { page: 7 });
const fiscal = (lines: string) =>
  table('fiscal-appropriation-summary', 'income total general-public government-fund state-capital', lines, { page: 13 });
const income = (lines: string) => table('income', 'total fiscal other', lines, { page: 8 });
const expenditure = (lines: string) => table('expenditure', 'total basic project', lines, { page: 9 });
const general = (lines: string) => table('general-public-expenditure', 'total basic project', lines, { page: 14 });
const basic = (lines: string) => table('general-public-basic-expenditure', 'amount', lines, { page: 15 });
const fund = (lines: string) => table('government-fund', 'opening income total basic project closing', lines, { page: 17 });
const capital = (lines: string) => table('state-capital', 'total basic project', lines, { page: 18 });
const threePublic = (lines: string) =>
  table('three-public', 'final.total final.abroad final.vehicles final.vehicle-purchase final.vehicle-operation final.reception', lines, {
    page: 19,
  });
const performance = (lines: string) => table('department-performance', 'budget-full executed weight score', lines, { page: 20 });

export const cases: Readonly<Record<string, Case>> = {
  'ROW-SUM': twoWays((n) => [expenditure(`2060302 研究 ${n} 8.20 31.80`)], '40.00', '44.00'),
  'COLUMN-SUM': twoWays((n) => [expenditure(`合计 ${n} ${n} _\n2010101 甲 30.50 30.50 _\n2080501 乙 9.50 9.50 _`)], '40.00', '44.00'),
  'CODE-SUM': twoWays((n) => [expenditure(`208 类 ${n} ${n} _\n20805 款 40.00 40.00 _\n2080501 项 40.00 40.00 _`)], '40.00', '44.00'),
  'EDUCATION-FEES': twoWays(
    (n) => [table('income', 'total fiscal operations education-fees', `2050205 高等教育 140.00 100.00 40.00 ${n}`)],
    '30.00',
    '50.00',
  ),
  'INCOME-TOTAL': twoWays(
    (n) => [summary(`一、一般公共预算财政拨款收入 90.10 _\n八、其他收入 9.90 _\n本年收入合计 ${n} _`)],
    '100.00',
    '101.00',
  ),
  'EXPENDITURE-TOTAL': twoWays(
    (n) => [summary(`五、教育支出 _ 90.10\n十九、住房保障支出 _ 9.90\n本年支出合计 _ ${n}`)],
    '100.00',
    '101.00',
  ),
  'INCOME-GRAND-TOTAL': twoWays(
    (n) => [summary(`本年收入合计 90.10 _\n使用非财政拨款结余 1.90 _\n年初结转和结余 8.00 _\n总计 ${n} _`)],
    '100.00',
    '101.00',
  ),
  'EXPENDITURE-GRAND-TOTAL': twoWays(
    (n) => [summary(`本年支出合计 _ 90.10\n结余分配 _ 1.90\n年末结转和结余 _ 8.00\n总计 _ ${n}`)],
    '100.00',
    '101.00',
  ),
  'SIDES-BALANCE': twoWays((n) => [summary(`总计 100.00 _\n总计 _ ${n}`)], '100.00', '101.00'),
  'OPENING-PARTS': twoWays(
    (n) => [fiscal(`年初财政拨款结转和结余 ${n} _ _ _ _\n一般公共预算财政拨款 6.10 _ _ _ _\n政府性基金预算财政拨款 3.90 _ _ _ _`)],
    '10.00',
    '11.00',
  ),
  'FISCAL-FUND-TOTAL': twoWays(
    (n) => [
      fiscal(
        `一、一般公共预算财政拨款 90.00 _ _ _ _\n年初财政拨款结转和结余 10.00 _ _ _ _\n一般公共预算财政拨款 10.00 _ _ _ _\n总计 _ ${n} ${n} _ _`,
      ),
    ],
    '100.00',
    '101.00',
  ),
  'BASIC-PERSONNEL': twoWays((n) => [basic(`301 工资福利支出 90.10\n303 对个人和家庭的补助 9.90\n人员经费合计 ${n}`)], '100.00', '101.00'),
  'BASIC-PUBLIC': twoWays(
    (n) => [basic(`301 工资福利支出 7.00\n302 商品和服务支出 90.10\n310 资本性支出 9.90\n公用经费合计 ${n}`)],
    '100.00',
    '101.00',
  ),
  'BASIC-TOTAL': twoWays((n) => [basic(`人员经费合计 90.10\n公用经费合计 9.90\n合计 ${n}`)], '100.00', '101.00'),
  'FUND-BALANCE': twoWays((n) => [fund(`2120804 建设 10.00 50.00 45.00 _ 45.00 ${n}`)], '15.00', '16.00'),
  'THREE-PUBLIC-TOTAL': twoWays((n) => [threePublic(`${n} 1.00 8.10 _ 8.10 0.90`)], '10.00', '20.00'),
  'THREE-PUBLIC-VEHICLES': twoWays((n) => [threePublic(`${n} _ ${n} 5.00 3.10 _`)], '8.10', '9.10'),
  'THREE-PUBLIC-GRAND-TOTAL': twoWays(
    (n) => [table('three-public', 'final.grand-total final.total final.conference final.training', `${n} 10.00 3.00 2.50`, { page: 19 })],
    '15.50',
    '16.50',
  ),
  'PERFORMANCE-FUNDS': twoWays(
    (n) => [performance(`年度资金总额 ${n} 80.00 10 9\n其中：财政拨款 90.00 80.00 _ _\n其他资金 10.00 _ _ _`)],
    '100.00',
    '110.00',
  ),
  'PERFORMANCE-RATE': twoWays(
    (n) => [table('department-performance', 'budget-full executed rate', `年度资金总额 240.00 60.00 ${n}`, { page: 20 })],
    '25.00%',
    '250%',
  ),
  'PERFORMANCE-WEIGHT': twoWays(
    (n) => [performance(`年度资金总额 9.00 9.00 10 10\n指标甲 _ _ 60 60\n指标乙 _ _ 30 25\n总分 _ _ ${n} 95`)],
    '100',
    '90',
  ),
  'PERFORMANCE-SCORE': twoWays(
    (n) => [performance(`年度资金总额 9.00 9.00 10 9.5\n指标甲 _ _ 60 60\n指标乙 _ _ 30 25\n总分 _ _ 100 ${n}`)],
    '94.5',
    '95.5',
  ),
  'TABLE-01-02': twoWays((n) => [summary(`本年收入合计 100.00 _`), income(`合计 ${n} ${n} _`)], '100.00', '101.00'),
  'TABLE-01-03': twoWays((n) => [summary(`本年支出合计 _ 100.00`), expenditure(`合计 ${n} ${n} _`)], '100.00', '101.00'),
  'TABLE-01-03-CATEGORY': twoWays(
    (n) => [summary(`八、社会保障和就业支出 _ ${n}`), expenditure('2080501 甲 60.00 60.00 _\n2080505 乙 40.00 40.00 _')],
    '100.00',
    '101.00',
  ),
  'TABLE-01-04': twoWays(
    (n) => [summary('一、一般公共预算财政拨款收入 80.00 _\n二、政府性基金预算财政拨款收入 20.00 _'), fiscal(`本年收入合计 ${n} _ _ _ _`)],
    '100.00',
    '101.00',
  ),
  'TABLE-02-04': twoWays((n) => [income('合计 100.00 100.00 _'), fiscal(`本年收入合计 ${n} _ _ _ _`)], '100.00', '101.00'),
  'TABLE-02-03': twoWays(
    (n) => [
      summary('本年收入合计 100.00 _\n本年支出合计 _ 100.00\n总计 100.00 _\n总计 _ 100.00'),
      income('2080501 甲 60.00 60.00 _\n2080505 乙 40.00 40.00 _'),
      expenditure(`2080501 甲 ${n} ${n} _\n2080505 乙 40.00 40.00 _`),
    ],
    '60.00',
    '66.00',
  ),
  'TABLE-03-05': twoWays(
    (n) => [expenditure('2080501 甲 60.00 50.00 10.00'), general(`2080501 甲 60.00 ${n}`)],
    '50.00 10.00',
    '55.00 5.00',
  ),
  'TABLE-03-07': twoWays(
    (n) => [expenditure('2120804 甲 60.00 _ 60.00'), table('government-fund', 'total basic project', `2120804 甲 ${n} _ ${n}`)],
    '60.00',
    '66.00',
  ),
  'TABLE-03-08': twoWays((n) => [expenditure('2230105 甲 60.00 _ 60.00'), capital(`2230105 甲 ${n} _ ${n}`)], '60.00', '66.00'),
  'TABLE-04-05': twoWays((n) => [fiscal('本年支出合计 _ 100.00 100.00 _ _'), general(`合计 ${n} ${n} _`)], '100.00', '101.00'),
  'TABLE-04-07': twoWays(
    (n) => [fiscal(`二、政府性基金预算财政拨款 ${n} _ _ _ _`), fund('合计 _ 50.00 50.00 _ 50.00 _')],
    '50.00',
    '51.00',
  ),
  'TABLE-04-08': twoWays((n) => [fiscal(`本年支出合计 _ ${n} _ _ ${n}`), capital('合计 50.00 _ 50.00')], '50.00', '51.00'),
  'TABLE-05-06': twoWays((n) => [general(`合计 ${n} ${n} _`), basic('人员经费合计 90.10\n公用经费合计 9.90')], '100.00', '101.00'),
  'TABLE-05-09': twoWays((n) => [general('合计 100.00 100.00 _'), threePublic(`${n} _ _ _ _ ${n}`)], '2.00', '200.00'),
  'TABLE-06-09': twoWays((n) => [basic(`30217 公务接待费 ${n}`), threePublic('2.00 _ _ _ _ 2.00')], '2.00', '2.50'),
  'UNIT-PLAUSIBLE': {
    holds: unitsOf('元'),
    breaks: unitsOf('万元'),
  },
};

/** 公开06 printed in 元 beside 公开05 in 万元. */
function unitsOf(unit: Unit): readonly DisclosureTable[] {
  return [
    general('合计 307.87 307.87 _'),
    table('general-public-basic-expenditure', 'amount', '人员经费合计 2985131.20\n公用经费合计 93568.80', { unit }),
  ];
}
