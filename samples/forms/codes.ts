/** Forms by function code: 公开 02, 03, 05, 07 and 08. */
import { type Account, BUDGETS, closing, type Flow, from, notBusiness, type Source, spent, sumOf } from '../accounts/account.js';
import { type Amount, type Print, printed } from '../accounts/amount.js';
import { functionName } from '../accounts/books.js';
import type { Block, BlockRow, DataColumn, LabelColumn, Labels } from './sheet.js';

/** A data column, and its figure from the flows of one row. */
export type CodeColumn = Omit<DataColumn, 'ordinal'> & { of: (flows: Flow[]) => Amount };

export interface CodeManner {
  /** The code in one column, or cut into 类, 款 and 项. */
  code: 'whole' | 'split';
  /** Header texts over code and name, from top to leaf, for `split` above 类, 款, 项. */
  codePath: string[];
  namePath: string[];
  /** Relative to a data column of 1. */
  nameWidth: number;
  /** Only 项, or 类 and 款 too. */
  levels: 'items' | 'all';
  /** 合计 before the codes or after them. */
  total: 'first' | 'last';
  /** 栏次, or null. */
  ordinals: string | null;
  print: Print;
}

export const incomeColumns: CodeColumn[] = [
  { key: 'total', path: ['本年收入合计'], width: 1.1, of: (flows) => sumOf(flows, (flow) => flow.income) },
  { key: 'fiscal', path: ['财政拨款收入'], width: 1.1, of: incomeFrom(...BUDGETS) },
  { key: 'superior', path: ['上级补助收入'], width: 1, of: incomeFrom('superior') },
  { key: 'operations', path: ['事业收入'], width: 1, of: incomeFrom('operations') },
  { key: 'business', path: ['经营收入'], width: 1, of: incomeFrom('business') },
  { key: 'affiliates', path: ['附属单位上缴收入'], width: 1, of: () => 0n },
  { key: 'other', path: ['其他收入'], width: 1, of: incomeFrom('other') },
];

export const expenditureColumns: CodeColumn[] = [
  { key: 'total', path: ['本年支出合计'], width: 1.1, of: (flows) => sumOf(flows, spent) },
  { key: 'basic', path: ['基本支出'], width: 1.1, of: (flows) => sumOf(notBusiness(flows), (flow) => flow.basic) },
  { key: 'project', path: ['项目支出'], width: 1.1, of: (flows) => sumOf(notBusiness(flows), (flow) => flow.project) },
  { key: 'superior', path: ['上缴上级支出'], width: 1, of: () => 0n },
  { key: 'business', path: ['经营支出'], width: 1, of: (flows) => sumOf(from(flows, 'business'), spent) },
  { key: 'affiliates', path: ['对附属单位补助支出'], width: 1, of: () => 0n },
];

/** Spending out of one budget; `under` is the header text over the columns. */
export function budgetColumns(under: string[], first: string): CodeColumn[] {
  return [
    { key: 'total', path: [...under, first], width: 1.1, of: (flows) => sumOf(flows, spent) },
    { key: 'basic', path: [...under, '基本支出'], width: 1.1, of: (flows) => sumOf(flows, (flow) => flow.basic) },
    { key: 'project', path: [...under, '项目支出'], width: 1.1, of: (flows) => sumOf(flows, (flow) => flow.project) },
  ];
}

export const fundColumns: CodeColumn[] = [
  { key: 'opening', path: ['年初结转和结余'], width: 1.1, of: (flows) => sumOf(flows, (flow) => flow.opening) },
  { key: 'income', path: ['本年收入'], width: 1.1, of: (flows) => sumOf(flows, (flow) => flow.income) },
  ...budgetColumns(['本年支出'], '小计'),
  { key: 'closing', path: ['年末结转和结余'], width: 1.1, of: closing },
];

/** The flows of an account that give any of `columns` a figure. */
export function codeBlock(account: Account, sources: Source[], columns: CodeColumn[], manner: CodeManner): Block {
  const flows = from(account.flows, ...sources).filter((flow) => columns.some((column) => column.of([flow]) !== 0n));
  const amounts = (members: Flow[]) => columns.map((column) => printed(column.of(members), manner.print));
  const rows = codeRows(flows, manner).map(({ code, name, members }) => {
    const labels = manner.code === 'whole' ? [code, name] : [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7), name];
    const kind = code.length === 7 ? 'item' : 'subtotal';
    return blockRow({ labels, amounts: amounts(members), kind, code, name, concept: `function/${code}` });
  });
  const total = totalRow(totalLabels(manner), amounts(flows));
  return {
    heading: null,
    labels: labelColumns(manner),
    data: columns.map(({ key, path, width }, index) => ({
      key,
      path,
      width,
      ordinal: manner.ordinals === null ? null : String(index + 1),
    })),
    ordinalLabels: ordinalLabels(manner),
    reach: reachesOver(manner) ? [2, 2, 2] : [],
    rows: manner.total === 'first' ? [total, ...rows] : [...rows, total],
  };
}

export function blockRow(row: Omit<BlockRow, 'line'>): BlockRow {
  return { line: null, ...row };
}

export function totalRow(labels: Labels, amounts: string[]): BlockRow {
  return blockRow({ labels, amounts, kind: 'total', code: null, name: '合计', concept: 'total' });
}

function codeRows(flows: Flow[], manner: CodeManner): { code: string; name: string; members: Flow[] }[] {
  const lengths = manner.levels === 'all' ? [3, 5, 7] : [7];
  const codes = new Set(flows.flatMap((flow) => lengths.map((length) => flow.code.slice(0, length))));
  return [...codes].toSorted().map((code) => {
    const members = flows.filter((flow) => flow.code.startsWith(code));
    const name = code.length === 7 ? members[0]?.name : functionName(code);
    return { code, name: name ?? '', members };
  });
}

function labelColumns(manner: CodeManner): LabelColumn[] {
  const name: LabelColumn = { path: manner.namePath, width: manner.nameWidth, align: 'left' };
  if (manner.code === 'whole') return [{ path: manner.codePath, width: 0.85, align: 'left' }, name];
  return [...['类', '款', '项'].map((level): LabelColumn => ({ path: [...manner.codePath, level], width: 0.4, align: 'center' })), name];
}

/** Where the code is split and 合计 comes first, the cells 类, 款, 项 reach down over the rows 栏次 and 合计. */
function reachesOver(manner: CodeManner): boolean {
  return manner.code === 'split' && manner.total === 'first' && manner.ordinals !== null;
}

function ordinalLabels(manner: CodeManner): Labels | null {
  if (manner.ordinals === null) return null;
  return reachesOver(manner) ? [null, null, null, manner.ordinals] : { merged: manner.ordinals };
}

function totalLabels(manner: CodeManner): Labels {
  return reachesOver(manner) ? [null, null, null, '合计'] : { merged: '合计' };
}

function incomeFrom(...sources: Source[]): (flows: Flow[]) => Amount {
  return (flows) => sumOf(from(flows, ...sources), (flow) => flow.income);
}
