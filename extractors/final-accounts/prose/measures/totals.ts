import type { Measure } from '../../../prose.js';
import { fiscalExpenditure, fiscalIncome, fiscalTotals, fund, grandTotals, summary, yearExpenditure, yearIncome } from '../sources.js';

/** All income and all expenditure, with and without balances; of 财政拨款 too. */
export const totals: readonly Measure[] = [
  {
    id: 'grand-totals',
    title: '收、支总计',
    names: [
      '收支总计',
      '收入支出总计',
      '收支总额',
      '收支总',
      '收入支出总',
      '收支决算总计',
      '收入支出决算总计',
      '收入总计和支出总计',
      '收入总计支出总计',
    ],
    sources: { overall: grandTotals, fiscal: [...fiscalTotals, ...grandTotals] },
  },
  {
    id: 'income-grand-total',
    title: '收入总计',
    names: ['收入总计', '总收入', '收入总额', '收入决算总计', '收入总决算', '部门收入总计'],
    sources: { overall: [...grandTotals, ...yearIncome], fiscal: [...fiscalTotals, ...fiscalIncome, ...grandTotals, ...yearIncome] },
    isTotal: true,
  },
  {
    id: 'expenditure-grand-total',
    title: '支出总计',
    names: ['支出总计', '总支出', '支出总额', '支出决算总计', '支出总决算', '部门支出总计', '各项支出总计'],
    sources: {
      overall: [...grandTotals, ...yearExpenditure],
      fiscal: [...fiscalTotals, ...fiscalExpenditure, ...grandTotals, ...yearExpenditure],
      'general-public': [...yearExpenditure, ...fiscalExpenditure, ...grandTotals],
    },
    isTotal: true,
  },
  {
    id: 'income-total',
    title: '本年收入合计',
    names: ['本年收入合计', '收入合计', '本年收入', '本年总收入', '收入决算合计', '本年收入决算合计', '本年收入总计', '年度收入合计'],
    sources: { overall: yearIncome, fiscal: [...fiscalIncome, ...yearIncome], 'government-fund': [[fund('total', 'income')]] },
    isTotal: true,
  },
  {
    id: 'expenditure-total',
    title: '本年支出合计',
    names: [
      '本年支出合计',
      '支出合计',
      '本年支出',
      '本年总支出',
      '支出决算合计',
      '本年支出决算合计',
      '本年支出总计',
      '年度支出合计',
      '本年合计支出',
    ],
    sources: {
      overall: yearExpenditure,
      fiscal: [...fiscalExpenditure, ...yearExpenditure],
      'general-public': [...yearExpenditure, ...fiscalExpenditure],
      'government-fund': [[fund('total', 'total')], ...yearExpenditure],
    },
    isTotal: true,
  },
  {
    id: 'fiscal-income',
    title: '财政拨款收入',
    names: ['财政拨款收入', '本年财政拨款收入', '财政拨款收入合计', '财政拨款本年收入', '当年财政拨款收入'],
    sources: {
      any: [
        ...fiscalIncome,
        [
          summary('general-public-appropriation', 'income'),
          summary('government-fund-appropriation', 'income'),
          summary('state-capital-appropriation', 'income'),
        ],
        [summary('general-public-appropriation', 'income')],
      ],
    },
    isTotal: true,
  },
  {
    id: 'fiscal-grand-totals',
    title: '财政拨款收、支总计',
    names: [
      '财政拨款收支总计',
      '财政拨款收入支出总计',
      '财政拨款收支总',
      '财政拨款收入支出总',
      '财政拨款收支决算总计',
      '财政拨款收支总额',
      '财政拨款收入支出决算总计',
    ],
    sources: { any: fiscalTotals },
  },
  {
    id: 'fiscal-income-grand-total',
    title: '财政拨款收入总计',
    names: ['财政拨款收入总计', '财政拨款总收入', '财政拨款收入总额'],
    sources: { any: [...fiscalTotals, ...fiscalIncome] },
  },
  {
    id: 'fiscal-expenditure-grand-total',
    title: '财政拨款支出总计',
    names: ['财政拨款支出总计', '财政拨款总支出', '财政拨款支出总额'],
    sources: { any: [...fiscalTotals, ...fiscalExpenditure] },
  },
  {
    id: 'fiscal-expenditure',
    title: '财政拨款支出',
    names: ['财政拨款支出', '本年财政拨款支出', '财政拨款支出合计', '财政拨款本年支出', '当年财政拨款支出'],
    sources: { any: fiscalExpenditure },
    isTotal: true,
  },
];
