import { FIRST_ORDINAL } from '../../../src/base/patterns.js';
import type { Chapter, ChapterId, ZonePattern } from '../../prose.js';
import { capital, fund } from './sources.js';

export const zones: readonly ZonePattern[] = [
  { zone: 'glossary', heading: /名词解释|名词说明|术语/u, chapter: new RegExp(`^${FIRST_ORDINAL}名词解释`, 'u') },
  { zone: 'attachment', heading: /附件|附录/u },
  { zone: 'explanation', heading: /(?:情况|报表|决算|数据|收支).{0,6}(?:说明|分析)|(?:决算|收支)情况$/u },
  { zone: 'overview', heading: /概况|概述|职责|职能|机构/u },
  { zone: 'tables', heading: /决算.{0,4}表|报表/u },
];

/** How chapters deny that anything was spent of a budget. */
const DENIABLE = /基金|国有资本/u;

export const chapters: readonly Chapter[] = [
  {
    id: 'three-public',
    heading: /三公/u,
    isDatedByOpening: true,
    explains: 'three-public',
    wholeOfShares: 'three-public-total',
  },
  { id: 'running-costs', heading: /机关运行(?:经费|费)/u },
  { id: 'procurement', heading: /政府采购/u, isApart: true, isDatedByOpening: true },
  { id: 'assets', heading: /国有资产|资产占|车辆/u, isApart: true, isDatedByOpening: true, owned: '国有资产情况' },
  { id: 'performance', heading: /绩效/u, isApart: true, comparesAnyYear: true },
  {
    id: 'government-fund',
    heading: /政府性基金/u,
    explains: 'government-fund',
    deniable: { about: DENIABLE, total: [[fund('total', 'total')]] },
  },
  {
    id: 'state-capital',
    heading: /国有资本/u,
    explains: 'state-capital',
    deniable: { about: DENIABLE, total: [[capital('total', 'total')]] },
  },
  { id: 'general-public', heading: /一般公共预算/u },
  { id: 'fiscal', heading: /财政拨款/u },
  {
    id: 'overall',
    heading: /收入支出|收支|收入决算|支出决算|本年收入|本年支出|收入情况|支出情况|收入总体|支出总体/u,
  },
];

/** （一）财政拨款支出 below 五、一般公共预算 stays what 五 is about. */
export const widest: readonly ChapterId[] = ['overall', 'fiscal', 'general-public'];
