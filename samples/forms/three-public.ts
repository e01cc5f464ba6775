/** 公开 09, the “三公” form, in the shapes provinces give it. */
import { type ThreePublic, threePublicTotal, vehicles } from '../accounts/account.js';
import { type Amount, type Print, printed } from '../accounts/amount.js';
import { blockRow } from './codes.js';
import type { Block, BlockRow, DataColumn } from './sheet.js';

interface Item {
  key: string;
  path: string[];
  of: (items: ThreePublic) => Amount;
}

/** 购置及运行维护费 in some years, 购置及运行费 in others. */
const VEHICLES = '公务用车购置及运行维护费';

const ITEMS: Item[] = [
  { key: 'total', path: ['合计'], of: threePublicTotal },
  { key: 'abroad', path: ['因公出国（境）费'], of: (items) => items.abroad },
  { key: 'vehicles', path: [VEHICLES, '小计'], of: vehicles },
  { key: 'vehicle-purchase', path: [VEHICLES, '公务用车购置费'], of: (items) => items.purchase },
  { key: 'vehicle-operation', path: [VEHICLES, '公务用车运行维护费'], of: (items) => items.operation },
  { key: 'reception', path: ['公务接待费'], of: (items) => items.reception },
];

export interface BudgetAndFinal {
  budget: ThreePublic;
  final: ThreePublic;
}

/** One row: six 预算数, six 决算数. `texts` are the twelve as printed. */
export function sixAndSix(texts: string[]): Block {
  const half = (key: string, head: string, from: number) =>
    ITEMS.map((item, index): DataColumn => {
      return { key: `${key}.${item.key}`, path: [head, ...item.path], ordinal: String(from + index), width: 1 };
    });
  return onlyRow([...half('budget', '预算数', 1), ...half('final', '决算数', 7)], texts, []);
}

/** One row: 预算数 and 决算数 under each item. */
export function pairs({ budget, final }: BudgetAndFinal, title: string, print: Print): Block {
  const columns = ITEMS.flatMap((item) => [
    { key: `budget.${item.key}`, path: [title, ...item.path, '预算数'], ordinal: null, width: 1 },
    { key: `final.${item.key}`, path: [title, ...item.path, '决算数'], ordinal: null, width: 1 },
  ]);
  const texts = ITEMS.flatMap((item) => [budget, final].map((items) => printed(item.of(items), print)));
  return onlyRow(columns, texts, null);
}

/** One row: six 决算数. */
export function sixFinals(final: ThreePublic, print: Print): Block {
  const columns = ITEMS.map((item) => ({ key: `final.${item.key}`, path: item.path, ordinal: null, width: 1 }));
  const texts = ITEMS.map((item) => printed(item.of(final), print));
  return onlyRow(columns, texts, null);
}

/** Two rows, 预算数 and 决算数, with 会议费 and 培训费 behind the six. */
export function budgetRow(items: BudgetAndFinal, meetings: { budget: Amount[]; final: Amount[] }, print: Print): Block {
  const under = '一般公共预算财政拨款安排的“三公”经费';
  const row = (key: 'budget' | 'final', name: string): BlockRow => {
    const amounts = [...ITEMS.map((item) => item.of(items[key])), ...meetings[key]].map((value) => printed(value, print));
    return blockRow({ labels: [name], amounts, kind: 'item', code: null, name, concept: key });
  };
  const numbered = [...ITEMS.map((item) => ({ key: item.key, path: [under, ...item.path] }))];
  const columns = [...numbered, { key: 'conference', path: ['会议费'] }, { key: 'training', path: ['培训费'] }];
  return {
    heading: null,
    labels: [{ path: ['项目'], width: 1, align: 'center' }],
    data: columns.map((column, index) => ({ ...column, ordinal: String(index + 1), width: 1 })),
    ordinalLabels: ['栏次'],
    rows: [row('budget', '预算数'), row('final', '决算数')],
  };
}

/** The items as rows, under 预算数 and 决算数. */
export function itemRows({ budget, final }: BudgetAndFinal, print: Print): Block {
  const named: [key: string, name: string, kind: BlockRow['kind']][] = [
    ['total', '合计', 'total'],
    ['abroad', '1．因公出国（境）费', 'item'],
    ['vehicles', `2．${VEHICLES}`, 'subtotal'],
    ['vehicle-purchase', '（1）公务用车购置费', 'item'],
    ['vehicle-operation', '（2）公务用车运行维护费', 'item'],
    ['reception', '3．公务接待费', 'item'],
  ];
  const rows = named.map(([key, name, kind]) => {
    const item = ITEMS.find((candidate) => candidate.key === key);
    const amounts = [budget, final].map((items) => printed(item?.of(items) ?? 0n, print));
    const concept = key === 'total' ? 'total' : `three-public/${key}`;
    return blockRow({ labels: [name], amounts, kind, code: null, name, concept });
  });
  return {
    heading: null,
    labels: [{ path: ['项目'], width: 2, align: 'left' }],
    data: [
      { key: 'budget', path: ['预算数'], ordinal: '1', width: 1 },
      { key: 'final', path: ['决算数'], ordinal: '2', width: 1 },
    ],
    ordinalLabels: ['栏次'],
    rows,
  };
}

function onlyRow(data: DataColumn[], amounts: string[], ordinalLabels: Block['ordinalLabels']): Block {
  const row = blockRow({ labels: [], amounts, kind: 'item', code: null, name: null, concept: null });
  return { heading: null, labels: [], data, ordinalLabels, rows: [row] };
}
