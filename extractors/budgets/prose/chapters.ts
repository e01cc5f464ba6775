import { FIRST_ORDINAL } from '../../../src/base/patterns.js';
import type { Chapter, ChapterId, ZonePattern } from '../../prose.js';
import { capital, fund } from './sources.js';

export const zones: readonly ZonePattern[] = [
  { zone: 'glossary', heading: /名词解释|名词说明|术语/u, chapter: new RegExp(`^${FIRST_ORDINAL}名词解释`, 'u') },
  { zone: 'attachment', heading: /附件|附录/u },
  { zone: 'explanation', heading: /(?:情况|报表|预算|数据|收支|编制|事项).{0,6}(?:说明|分析)|情况$|事项$/u },
  { zone: 'overview', heading: /概况|概述|职责|职能|机构|工作任务|简介/u },
  { zone: 'tables', heading: /预算.{0,4}表|报表|(?:总表|情况表|支出表)$/u },
];

/** How chapters deny that anything is spent of a budget. */
const DENIABLE = /基金|国有资本/u;

export const chapters: readonly Chapter[] = [
  {
    id: 'three-public',
    heading: /三公/u,
    explains: 'budget-three-public',
    wholeOfShares: 'three-public-total',
  },
  { id: 'running-costs', heading: /运行(?:经费|费)/u },
  { id: 'procurement', heading: /政府采购|购买服务/u, explains: 'budget-procurement' },
  { id: 'assets', heading: /国有资产|资产占|资产配置|车辆/u, isApart: true, comparesAnyYear: true },
  { id: 'performance', heading: /绩效/u, isApart: true, comparesAnyYear: true },
  {
    id: 'government-fund',
    heading: /政府性基金/u,
    explains: 'budget-government-fund',
    deniable: { about: DENIABLE, total: [[fund('total', 'total')]] },
  },
  {
    id: 'state-capital',
    heading: /国有资本/u,
    explains: 'budget-state-capital',
    deniable: { about: DENIABLE, total: [[capital('total', 'total')]] },
  },
  // 其他重要事项: what is told there stands in no table.
  { id: 'other', heading: /委托业务费|债务|其他.{0,6}(?:事项|情况)|工作(?:任务|总结)/u, isApart: true, comparesAnyYear: true },
  { id: 'general-public', heading: /一般公共预算/u },
  { id: 'basic', heading: /基本支出/u },
  { id: 'project', heading: /项目支出/u },
  { id: 'fiscal', heading: /财政拨款/u },
  {
    id: 'overall',
    heading: /收入支出|收支|收入(?:总)?(?:预算|表)|支出(?:总)?(?:预算|表)|(?:本年|预算)(?:收入|支出)|收入情况|支出情况|收入总|支出总/u,
  },
  // 一、某某市审计局: a chapter for each unit of the department, whose figures are its own.
  { id: 'unit', heading: /(?:局|厅|委|办|委员会|办公室|中心|学校|学院|医院|馆|站|所|队|院|本级|机关)(?:（[^（）]*）)?$/u, isApart: true },
];

/** （一）财政拨款支出 below 五、一般公共预算 stays what 五 is about. */
export const widest: readonly ChapterId[] = ['other', 'overall', 'fiscal', 'general-public'];
