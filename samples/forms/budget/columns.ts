/** The columns of budgets: expenditure by kind, money by its source. */
import { type Amount, type Print, percent, printed } from '../../accounts/amount.js';
import { type BudgetFlow, type BudgetSource, basicOf, FISCAL, paidFrom, planned, sumFlows } from '../../accounts/budget.js';
import type { DataColumn } from '../sheet.js';

/** A data column, and what it prints of the flows of one row. */
export interface BudgetColumn extends Omit<DataColumn, 'ordinal'> {
  text: (flows: BudgetFlow[], print: Print) => string;
}

/** A column of amounts. */
function money(key: string, path: string[], of: (flows: BudgetFlow[]) => Amount): BudgetColumn {
  return { key, path, width: 1.1, text: (flows, print) => printed(of(flows), print) };
}

const added = (measure: (flow: BudgetFlow) => Amount) => (flows: BudgetFlow[]) => sumFlows(flows, measure);
const personnel = added((flow) => flow.personnel);
const common = added((flow) => flow.public);
const basic = added(basicOf);
const project = added((flow) => flow.project);
const all = added(planned);
const last = added((flow) => flow.last);

export type KindShape = 'kinds' | 'basic-with-parts' | 'among' | 'parts-alone' | 'beside-last-year';

/**
 * Expenditure by kind. `kinds`: 基本支出 and 项目支出; `basic-with-parts`: 基本支出 over 人员经费 and 公用经费; `among`: 其中： as a head over
 * both; `parts-alone`: 人员支出 and 日常公用支出 without their sum; `beside-last-year`: last year's budget before, the change behind.
 */
export function kindColumns(shape: KindShape): BudgetColumn[] {
  const total = money('total', ['合计'], all);
  const projects = money('project', ['项目支出'], project);
  const shapes: Record<KindShape, () => BudgetColumn[]> = {
    kinds: () => [total, money('basic', ['基本支出'], basic), projects],
    'basic-with-parts': () => [
      total,
      money('basic', ['基本支出', '小计'], basic),
      money('personnel', ['基本支出', '人员经费'], personnel),
      money('public', ['基本支出', '公用经费'], common),
      projects,
    ],
    among: () => [total, money('basic', ['其中：', '基本支出'], basic), money('project', ['其中：', '项目支出'], project)],
    'parts-alone': () => [total, money('personnel', ['人员支出'], personnel), money('public', ['日常公用支出'], common), projects],
    'beside-last-year': () => [
      money('last-year.total', ['上年预算数'], last),
      money('total', ['本年预算数', '合计'], all),
      money('basic', ['本年预算数', '基本支出'], basic),
      money('project', ['本年预算数', '项目支出'], project),
      money('change', ['本年比上年增减', '增减额'], (flows) => all(flows) - last(flows)),
      { key: 'change-rate', path: ['本年比上年增减', '增减%'], width: 0.8, text: (flows) => rateText(all(flows), last(flows)) },
    ],
  };
  return shapes[shape]();
}

/** The kinds of expenditure that only 支出总表 has, of which there is nothing here. */
export const FURTHER_KINDS: BudgetColumn[] = [
  money('business', ['事业单位经营支出'], () => 0n),
  money('superior', ['上缴上级支出'], () => 0n),
  money('affiliates', ['对附属单位补助支出'], () => 0n),
];

/** The change on last year in percent; blank where there was nothing. */
function rateText(now: Amount, before: Amount): string {
  return before === 0n ? '' : percent(now - before, before);
}

const NAMES: Record<BudgetSource, string> = {
  general: '一般公共预算',
  fund: '政府性基金预算',
  capital: '国有资本经营预算',
  special: '财政专户管理资金',
  operations: '事业收入',
  superior: '上级补助收入',
  other: '其他收入',
};

const KEYS: Record<BudgetSource, string> = {
  general: 'general-public',
  fund: 'government-fund',
  capital: 'state-capital',
  special: 'special-account',
  operations: 'operations',
  superior: 'superior',
  other: 'other',
};

export type SourceShape = 'by-year' | 'fiscal-and-own' | 'plain';

const OWN: readonly BudgetSource[] = ['operations', 'superior', 'other'];

/**
 * Money by its sources. `by-year`: this year's under 本年收入, what is carried over under 上年结转结余; `fiscal-and-own`: 财政拨款 over the three
 * budgets, 单位资金 over the rest, three header rows; `plain`: the sources one beside the other, carried over or not.
 */
export function sourceColumns(shape: SourceShape): BudgetColumn[] {
  const of =
    (carried: boolean | null, ...sources: readonly BudgetSource[]) =>
    (flows: BudgetFlow[]) =>
      all(paidFrom(flows, ...sources).filter((flow) => carried === null || flow.carried === carried));
  const every: readonly BudgetSource[] = [...FISCAL, 'special', ...OWN];
  const total = money('total', ['合计'], all);
  const each = (head: string[], carried: boolean | null, sources: readonly BudgetSource[], prefix = '') =>
    sources.map((source) => money(`${prefix}${KEYS[source]}`, [...head, NAMES[source]], of(carried, source)));
  const shapes: Record<SourceShape, () => BudgetColumn[]> = {
    'by-year': () => [
      total,
      money('current', ['本年收入', '小计'], of(false, ...every)),
      ...each(['本年收入'], false, every),
      money('carryover', ['上年结转结余', '小计'], of(true, ...every)),
      ...each(['上年结转结余'], true, ['general', 'fund', 'capital'], 'carryover.'),
    ],
    'fiscal-and-own': () => [
      total,
      money('fiscal', ['资金来源', '财政拨款', '小计'], of(null, ...FISCAL)),
      ...each(['资金来源', '财政拨款'], null, FISCAL),
      money('special-account', ['资金来源', '财政专户管理资金'], of(null, 'special')),
      money('own-funds', ['资金来源', '单位资金', '小计'], of(null, ...OWN)),
      ...each(['资金来源', '单位资金'], null, OWN),
    ],
    plain: () => [total, ...each([], null, every)],
  };
  return shapes[shape]();
}

/** A table of one column. */
export function amountColumn(key: string, name: string): BudgetColumn[] {
  return [money(key, [name], all)];
}
