/** The “三公” form of budgets, in the shapes provinces give it. */
import { type ThreePublic, threePublicTotal, vehicles } from '../../accounts/account.js';
import { type Amount, type Print, printed } from '../../accounts/amount.js';
import type { Budget, BudgetUnit } from '../../accounts/budget.js';
import { blockRow, totalRow } from '../codes.js';
import type { Block, BlockRow, DataColumn } from '../sheet.js';

interface Item {
  key: string;
  path: string[];
  of: (items: ThreePublic) => Amount;
}

const VEHICLES = '公务用车购置及运行维护费';

const ITEMS: Item[] = [
  { key: 'total', path: ['合计'], of: threePublicTotal },
  { key: 'abroad', path: ['因公出国（境）费'], of: (items) => items.abroad },
  { key: 'vehicles', path: [VEHICLES, '小计'], of: vehicles },
  { key: 'vehicle-purchase', path: [VEHICLES, '公务用车购置费'], of: (items) => items.purchase },
  { key: 'vehicle-operation', path: [VEHICLES, '公务用车运行维护费'], of: (items) => items.operation },
  { key: 'reception', path: ['公务接待费'], of: (items) => items.reception },
];

export type ThreePublicShape = 'row' | 'two-years' | 'units' | 'items' | 'years' | 'years-by-budget';

/**
 * `row`: one row without a label; `two-years`: 上年预算数 beside 本年预算数; `units`: the row of the unit, 会议费 and 培训费 behind; `items`: the items
 * as rows under one column; `years`: two years and their difference as rows; `years-by-budget`: the same, each item by the budget it is paid from.
 */
export function threePublicBlock(budget: Budget, shape: ThreePublicShape, print: Print): Block {
  return {
    row: () => rowsBlock([{ name: null, concept: null, items: budget.threePublic.budget }], null, print),
    'two-years': () => twoYears(budget, print),
    units: () => unitRow(budget, budget.units[0], print),
    items: () => itemRows(budget, print),
    years: () => rowsBlock(yearsOf(budget), ['年度'], print),
    'years-by-budget': () => byBudget(budget, print),
  }[shape]();
}

interface Year {
  name: string | null;
  concept: string | null;
  items: ThreePublic;
}

function yearsOf({ year, threePublic: { budget, last } }: Budget): Year[] {
  return [
    { name: `${year - 1}年预算数`, concept: 'last-year', items: last },
    { name: `${year}年预算数`, concept: 'budget', items: budget },
    { name: '增减变化金额', concept: 'change', items: less(budget, last) },
  ];
}

function less(now: ThreePublic, before: ThreePublic): ThreePublic {
  return {
    abroad: now.abroad - before.abroad,
    purchase: now.purchase - before.purchase,
    operation: now.operation - before.operation,
    reception: now.reception - before.reception,
  };
}

const column = (key: string, path: string[]): DataColumn => ({ key, path, ordinal: null, width: 1 });

function rowsBlock(years: Year[], label: string[] | null, print: Print): Block {
  const rows = years.map(({ name, concept, items }): BlockRow => {
    const amounts = ITEMS.map((item) => printed(item.of(items), print));
    return blockRow({ labels: label === null ? [] : [name], amounts, kind: 'item', code: null, name, concept });
  });
  const labels = label === null ? [] : [{ path: label, width: 1.2, align: 'center' as const }];
  return { heading: null, labels, data: ITEMS.map(({ key, path }) => column(key, path)), ordinalLabels: null, rows };
}

function twoYears({ threePublic: { budget, last } }: Budget, print: Print): Block {
  const half = (prefix: string, head: string) => ITEMS.map(({ key, path }) => column(`${prefix}${key}`, [head, ...path]));
  const amounts = [last, budget].flatMap((items) => ITEMS.map((item) => printed(item.of(items), print)));
  const row = blockRow({ labels: [], amounts, kind: 'item', code: null, name: null, concept: null });
  const data = [...half('last-year.', '上年预算数'), ...half('', '本年预算数')];
  return { heading: null, labels: [], data, ordinalLabels: null, rows: [row] };
}

function unitRow(budget: Budget, unit: BudgetUnit | undefined, print: Print): Block {
  if (!unit) throw new Error(`${budget.department} has no unit`);
  const items = ITEMS.map((item) => item.of(budget.threePublic.budget));
  const amounts = [...items, budget.conference, budget.training].map((value) => printed(value, print));
  const sum = totalRow({ merged: '合计' }, amounts);
  const labels = [unit.code, unit.name];
  const row = blockRow({ labels, amounts, kind: 'item', code: null, name: unit.name, concept: 'unit', unit });
  return {
    heading: null,
    labels: [
      { path: ['单位编码'], width: 0.9, align: 'left' },
      { path: ['单位名称'], width: 1.8, align: 'left' },
    ],
    data: [
      ...ITEMS.map(({ key, path }) => column(key, ['“三公”经费', ...path])),
      column('conference', ['会议费']),
      column('training', ['培训费']),
    ],
    ordinalLabels: null,
    rows: [sum, row],
  };
}

function itemRows({ threePublic }: Budget, print: Print): Block {
  const names: Record<string, string> = {
    total: '合计',
    abroad: '1.因公出国（境）费',
    vehicles: `2.${VEHICLES}`,
    'vehicle-purchase': '（1）公务用车购置费',
    'vehicle-operation': '（2）公务用车运行维护费',
    reception: '3.公务接待费',
  };
  const kinds: Record<string, BlockRow['kind']> = { total: 'total', vehicles: 'subtotal' };
  const rows = ITEMS.map(({ key, of }): BlockRow => {
    const name = names[key] ?? '';
    const concept = key === 'total' ? 'total' : `three-public/${key}`;
    const amounts = [printed(of(threePublic.budget), print)];
    return blockRow({ labels: [name], amounts, kind: kinds[key] ?? 'item', code: null, name, concept });
  });
  const labels = [{ path: ['项目'], width: 2.4, align: 'left' as const }];
  return { heading: null, labels, data: [column('budget', ['预算数'])], ordinalLabels: null, rows };
}

/** All of it out of the general public budget, nothing out of funds. */
function byBudget(budget: Budget, print: Print): Block {
  const budgets: [key: string, name: string][] = [
    ['general-public', '一般公共预算'],
    ['government-fund', '政府性基金预算'],
  ];
  const data = ITEMS.flatMap(({ key, path }) => budgets.map(([source, name]) => column(`${key}.${source}`, [...path, name])));
  const rows = yearsOf(budget).map(({ name, concept, items }): BlockRow => {
    const amounts = ITEMS.flatMap((item) => [item.of(items), 0n]).map((value) => printed(value, print));
    return blockRow({ labels: [name], amounts, kind: 'item', code: null, name, concept });
  });
  return { heading: null, labels: [{ path: ['年度'], width: 1.4, align: 'center' }], data, ordinalLabels: null, rows };
}
