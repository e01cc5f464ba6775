import type { Measure } from '../../../prose.js';
import { fiscal, fund, summary } from '../sources.js';

/** What is carried over from and to other years. */
export const balances: readonly Measure[] = [
  {
    id: 'non-appropriation-balance-used',
    title: '使用非财政拨款结余',
    names: ['使用非财政拨款结余', '使用非财政拨款结余和专用结余', '用事业基金弥补收支差额'],
    sources: { overall: [[summary('non-appropriation-balance-used', 'income')]] },
  },
  {
    id: 'opening-balance',
    title: '年初结转和结余',
    names: ['年初结转和结余', '上年结转和结余', '年初结转结余', '上年结转结余'],
    sources: {
      overall: [[summary('opening-balance', 'income')]],
      fiscal: [[fiscal('opening-balance', 'income')], [summary('opening-balance', 'income')]],
      'government-fund': [[fund('total', 'opening')]],
    },
  },
  {
    id: 'fiscal-opening-balance',
    title: '年初财政拨款结转和结余',
    names: ['年初财政拨款结转和结余', '年初财政拨款结转结余', '财政拨款年初结转和结余'],
    sources: { any: [[fiscal('opening-balance', 'income')]] },
  },
  {
    id: 'balance-distribution',
    title: '结余分配',
    names: ['结余分配'],
    sources: { overall: [[summary('balance-distribution', 'expenditure')]] },
  },
  {
    id: 'closing-balance',
    title: '年末结转和结余',
    names: ['年末结转和结余', '结转下年', '年末结转结余', '年末结余和结转'],
    sources: {
      overall: [[summary('closing-balance', 'expenditure')]],
      fiscal: [[fiscal('closing-balance', 'total')], [summary('closing-balance', 'expenditure')]],
      'government-fund': [[fund('total', 'closing')]],
    },
  },
  {
    id: 'fiscal-closing-balance',
    title: '年末财政拨款结转和结余',
    names: ['年末财政拨款结转和结余', '年末财政拨款结转结余', '财政拨款年末结转和结余'],
    sources: { any: [[fiscal('closing-balance', 'total')]] },
  },
];
