import type { Measure } from '../../../prose.js';
import {
  allExpenditure,
  allFiscalExpenditure,
  allFiscalIncome,
  allGeneral,
  allIncome,
  capital,
  fiscalWithCarried,
  fund,
  incomeOf,
} from '../sources.js';

/** How the words go on that name a total: 收入, 收入总计, 收入预算合计 …. */
const ENDS = ['', '总计', '合计', '总额', '总', '预算总计', '预算合计', '预算总额', '预算总'];

/** `name` in every ending, with 总 before it and with 预算 before it (预算收入). */
export const spelled = (...names: readonly string[]): string[] =>
  names.flatMap((name) => [
    ...ENDS.map((end) => `${name}${end}`),
    `总${name}`,
    `预算${name}`,
    `部门预算${name}`,
    `部门${name}`,
    `预算总${name}`,
    `本年${name}`,
    `本年${name}合计`,
  ]);

const fiscalNames = (side: '收入' | '支出'): string[] => [
  ...spelled(`财政拨款${side}`),
  `财政拨款总${side}`,
  `财政拨款预算${side}`,
  `财政拨款${side}预算${side}`,
  `当年财政拨款${side}`,
  `财政拨款本年${side}`,
];

/** All that comes in and goes out, with and without what is carried over; of 财政拨款 too. */
export const totals: readonly Measure[] = [
  {
    id: 'grand-totals',
    title: '收支总预算',
    names: [
      ...spelled('收支', '收入支出', '收入和支出'),
      '收入总计和支出总计',
      '收入总计支出总计',
      '收入支出预算',
      '收支总预算',
      '收支各项',
    ],
    sources: {
      any: [...allIncome, ...allExpenditure, ...allFiscalIncome],
      overall: [...allIncome, ...allExpenditure],
      fiscal: [...allFiscalIncome, ...allFiscalExpenditure, ...allIncome],
    },
  },
  {
    id: 'income-total',
    title: '收入预算',
    names: spelled('收入'),
    sources: {
      any: allIncome,
      fiscal: [...allFiscalIncome, ...allIncome],
      'general-public': [...allFiscalIncome, ...allIncome],
      'government-fund': [[fund('total', 'total')]],
      'state-capital': [[capital('total', 'total')]],
      project: [],
      basic: [],
      'three-public': [],
    },
    confirming: { 'general-public': allGeneral, fiscal: allGeneral },
    isTotal: true,
  },
  {
    id: 'expenditure-total',
    title: '支出预算',
    names: spelled('支出'),
    sources: {
      any: allExpenditure,
      fiscal: [...allFiscalExpenditure, ...allExpenditure],
      'general-public': [...allFiscalExpenditure, ...allExpenditure],
      'government-fund': [[fund('total', 'total')]],
      'state-capital': [[capital('total', 'total')]],
      project: [],
      basic: [],
      'three-public': [],
    },
    // 支出总计 has 结转下年 in it, as 收入总计 has; 支出总表 has not.
    confirming: { any: incomeOf('total'), 'general-public': allGeneral, fiscal: allGeneral },
    isTotal: true,
  },
  {
    id: 'fiscal-grand-totals',
    title: '财政拨款收支总预算',
    names: spelled('财政拨款收支', '财政拨款收入支出'),
    sources: { any: [...allFiscalIncome, ...allFiscalExpenditure] },
    confirming: { any: allGeneral },
  },
  {
    id: 'fiscal-income',
    title: '财政拨款收入',
    names: [...fiscalNames('收入'), '财政拨款', '财政拨款资金'],
    sources: { overall: allFiscalIncome, fiscal: allFiscalIncome, 'general-public': allFiscalIncome },
    confirming: { any: [...allGeneral, ...fiscalWithCarried] },
    isTotal: true,
  },
  {
    id: 'fiscal-expenditure',
    title: '财政拨款支出',
    names: fiscalNames('支出'),
    sources: { any: allFiscalExpenditure },
    confirming: { any: allGeneral },
    isTotal: true,
  },
];
