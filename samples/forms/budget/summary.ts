/** The two-sided forms of budgets: 收支总表 (all money) and 财政拨款收支总表. */
import { type Amount, type Print, printed } from '../../accounts/amount.js';
import { functionName } from '../../accounts/books.js';
import { type Budget, type BudgetFlow, type BudgetSource, FISCAL, paidFrom, planned, sumFlows } from '../../accounts/budget.js';
import { blockRow } from '../codes.js';
import type { Block, BlockRow, DataColumn } from '../sheet.js';
import { type Line, numeral } from '../summary.js';

export interface BudgetSummaryManner {
  /** `after`: 本年收入合计, 上年结转, 收入总计 below the lines; `before`: 一、本年收入, its parts as （一） below it, 二、上年结转. */
  sums: 'after' | 'before';
  /** What the expenditure side lists of functions: the 类, or 类, 款 and 项 by name alone. */
  depth: 'classes' | 'items';
  /** Printed for 上年结转: 上年结转结余 … */
  carryover: string;
  closing: string;
  /** Over the amounts: 预算数, 金额. */
  amount: string;
  item: string;
  ordinals: boolean;
  print: Print;
}

/** How the appropriation out of each budget is called, and the concepts of the other sources. */
const SOURCE_LINES: [source: BudgetSource, name: string, concept: string][] = [
  ['general', '一般公共预算拨款收入', 'general-public-appropriation'],
  ['fund', '政府性基金预算拨款收入', 'government-fund-appropriation'],
  ['capital', '国有资本经营预算拨款收入', 'state-capital-appropriation'],
  ['special', '财政专户管理资金收入', 'special-account'],
  ['operations', '事业收入', 'operations-income'],
  ['superior', '上级补助收入', 'superior-subsidy'],
  ['other', '其他收入', 'other-income'],
];

const CARRIED_PARTS = ['carryover/general-public', 'carryover/government-fund', 'carryover/state-capital'];

/** The two blocks of 收支总表, or of 财政拨款收支总表 where `by` says how its expenditure is told. */
export function budgetSides(budget: Budget, manner: BudgetSummaryManner, by: 'all' | 'fiscal' | 'fiscal-by-budget'): Block[] {
  const isFiscal = by !== 'all';
  const flows = isFiscal ? paidFrom(budget.flows, ...FISCAL) : budget.flows;
  const columns: [key: string, name: string, sources: readonly BudgetSource[]][] =
    by === 'fiscal-by-budget'
      ? [
          ['total', '合计', FISCAL],
          ['general-public', '一般公共预算', ['general']],
          ['government-fund', '政府性基金预算', ['fund']],
          ['state-capital', '国有资本经营预算', ['capital']],
        ]
      : [['expenditure', manner.amount, SOURCE_LINES.map(([source]) => source)]];
  const across = (members: BudgetFlow[]) => columns.map(([, , sources]) => sumFlows(paidFrom(members, ...sources), planned));
  const income = incomeLines(flows, manner, isFiscal);
  const expenditure = expenditureLines(flows, manner, across);
  const height = Math.max(income.length, expenditure.length);
  return [
    side('收入', [['income', manner.amount]], padded(income, height), manner, 1),
    side('支出', columns, padded(expenditure, height), manner, 2),
  ];
}

function incomeLines(flows: BudgetFlow[], manner: BudgetSummaryManner, isFiscal: boolean): Line[] {
  const of = (carried: boolean, ...sources: readonly BudgetSource[]) => [
    sumFlows(
      paidFrom(flows, ...sources).filter((flow) => flow.carried === carried),
      planned,
    ),
  ];
  const every = SOURCE_LINES.map(([source]) => source);
  const shown = SOURCE_LINES.filter(([source]) => !isFiscal || FISCAL.includes(source));
  const all: Line = { name: '收入总计', concept: 'total-income', amounts: [sumFlows(flows, planned)], kind: 'total' };
  if (manner.sums === 'after') {
    return [
      ...shown.map(([source, name, concept], index) => ({ name: `${numeral(index + 1)}、${name}`, concept, amounts: of(false, source) })),
      { name: '本年收入合计', concept: 'current-income', amounts: of(false, ...every), kind: 'total' },
      { name: manner.carryover, concept: 'carryover', amounts: of(true, ...every) },
      all,
    ];
  }
  const parts = (carried: boolean) =>
    shown.map(([source, name, concept], index) => ({
      name: `（${numeral(index + 1)}）${name.replace(/拨款收入$/, '拨款')}`,
      concept: carried ? (CARRIED_PARTS[index] ?? null) : concept,
      amounts: of(carried, source),
    }));
  return [
    { name: '一、本年收入', concept: 'current-income', amounts: of(false, ...every), kind: 'subtotal' },
    ...parts(false),
    { name: `二、${manner.carryover}`, concept: 'carryover', amounts: of(true, ...every), kind: 'subtotal' },
    ...parts(true).slice(0, CARRIED_PARTS.length),
    all,
  ];
}

function expenditureLines(flows: BudgetFlow[], manner: BudgetSummaryManner, across: (members: BudgetFlow[]) => Amount[]): Line[] {
  const lengths = manner.depth === 'items' ? [3, 5, 7] : [3];
  const codes = [...new Set(flows.flatMap((flow) => lengths.map((length) => flow.code.slice(0, length))))].toSorted();
  let ordinal = 0;
  const lines = codes.map((code): Line => {
    const members = flows.filter((flow) => flow.code.startsWith(code));
    const name = code.length === 7 ? (members[0]?.name ?? '') : functionName(code);
    if (code.length === 3) ordinal += 1;
    const kind = code.length < Math.max(...lengths) ? 'subtotal' : 'item';
    return { name: lineName(code, name, ordinal, manner), concept: `function/${code}`, amounts: across(members), kind };
  });
  const current = manner.sums === 'before' ? '一、本年支出' : '本年支出合计';
  const sum: Line = {
    name: current,
    concept: 'current-expenditure',
    amounts: across(flows),
    kind: manner.sums === 'before' ? 'subtotal' : 'total',
  };
  const closing = manner.sums === 'before' ? `二、${manner.closing}` : manner.closing;
  const tail: Line[] = [
    { name: closing, concept: 'closing-balance', amounts: across([]) },
    { name: '支出总计', concept: 'total-expenditure', amounts: across(flows), kind: 'total' },
  ];
  return manner.sums === 'before' ? [sum, ...lines, ...tail] : [...lines, sum, ...tail];
}

/** 一、… for a 类, or （一） where 一、 is the sum above; below it only further in. */
function lineName(code: string, name: string, ordinal: number, { sums, depth }: BudgetSummaryManner): string {
  if (depth === 'items') return `${'    '.repeat((code.length - 3) / 2)}${name}`;
  return sums === 'before' ? `（${numeral(ordinal)}）${name}` : `${numeral(ordinal)}、${name}`;
}

/** Blank lines before the last one, so that both 总计 stand side by side. */
function padded(lines: Line[], height: number): Line[] {
  const blank: Line = { name: '', concept: null, amounts: [] };
  return [...lines.slice(0, -1), ...Array<Line>(height - lines.length).fill(blank), ...lines.slice(-1)];
}

function side(heading: string, columns: readonly (readonly unknown[])[], lines: Line[], manner: BudgetSummaryManner, first: number): Block {
  const data = columns.map(([key, name], index): DataColumn => {
    return { key: String(key), path: [String(name)], ordinal: manner.ordinals ? String(first + index) : null, width: 1.3 };
  });
  const rows = lines.map((line): BlockRow => {
    const amounts = line.amounts.map((value) => printed(value, manner.print));
    const name = line.name.trim();
    return blockRow({
      labels: [line.name],
      amounts,
      kind: line.kind ?? 'item',
      code: null,
      name: name === '' ? null : name,
      concept: line.concept,
    });
  });
  const labels = [{ path: [manner.item], width: 2.6, align: 'left' as const }];
  return { heading, labels, data, ordinalLabels: manner.ordinals ? ['栏次'] : null, rows };
}
