/** Tables of budgets by function code or by unit. */
import type { Print } from '../../accounts/amount.js';
import { functionName } from '../../accounts/books.js';
import type { BudgetFlow, BudgetUnit } from '../../accounts/budget.js';
import { blockRow, totalRow } from '../codes.js';
import type { Block, BlockRow, LabelColumn } from '../sheet.js';
import type { BudgetColumn } from './columns.js';

/**
 * How a function is named. `whole`: code and name in columns of their own; `indented`: the same, names further in from level to level; `rows`:
 * 类, 款 and 项 in columns of their own, a row showing only the digits of its own level; `bracketed`: `[201]一般公共服务支出`; `hyphened`:
 * `2050303-技校教育`; `names`: no code, names indented.
 */
export type CodeStyle = 'whole' | 'indented' | 'rows' | 'bracketed' | 'hyphened' | 'names';

export interface CodedManner {
  code: CodeStyle;
  /** Does a row of the unit stand above the codes it spends on? */
  unitsAbove: boolean;
  /** The head over name columns. */
  nameHead: string;
  total: 'first' | 'last';
  /** A row of `1 2 3` or `**` under the heads. */
  ordinals: 'numbers' | 'stars' | null;
  /** Blank rows at the end. */
  padding?: number;
  print: Print;
}

/** Two characters of white space a level. */
const INDENT = '    ';

const LEVELS = [3, 5, 7];

export function codedBlock(flows: BudgetFlow[], units: BudgetUnit[], columns: BudgetColumn[], manner: CodedManner): Block {
  const texts = (members: BudgetFlow[]) => columns.map((column) => column.text(members, manner.print));
  const rows = manner.unitsAbove
    ? units.flatMap((unit) => {
        const own = flows.filter((flow) => flow.unit === unit.code);
        return own.length === 0 ? [] : [unitRow(unit, texts(own), manner), ...codeRows(own, texts, manner, unit)];
      })
    : codeRows(flows, texts, manner, null);
  return block(labelColumns(manner), columns, rows, totalRow({ merged: '合计' }, texts(flows)), manner);
}

/** A row for each unit. */
export function unitBlock(flows: BudgetFlow[], units: BudgetUnit[], columns: BudgetColumn[], manner: CodedManner): Block {
  const texts = (members: BudgetFlow[]) => columns.map((column) => column.text(members, manner.print));
  const rows = units.map((unit) => {
    const amounts = texts(flows.filter((flow) => flow.unit === unit.code));
    return blockRow({ labels: [unit.code, unit.name], amounts, kind: 'item', code: null, name: unit.name, concept: 'unit', unit });
  });
  const labels: LabelColumn[] = [
    { path: ['单位编码'], width: 0.8, align: 'left' },
    { path: ['单位名称'], width: 2, align: 'left' },
  ];
  const total = totalRow({ merged: '合计' }, texts(flows));
  return block(labels, columns, rows, total, manner);
}

/** One row without a label. */
export function onlyRowBlock(flows: BudgetFlow[], columns: BudgetColumn[], manner: CodedManner): Block {
  const amounts = columns.map((column) => column.text(flows, manner.print));
  const row = blockRow({ labels: [], amounts, kind: 'item', code: null, name: null, concept: null });
  return { heading: null, labels: [], data: dataColumns(columns, { ...manner, ordinals: null }), ordinalLabels: null, rows: [row] };
}

function block(labels: LabelColumn[], columns: BudgetColumn[], rows: BlockRow[], total: BlockRow, manner: CodedManner): Block {
  return {
    heading: null,
    labels,
    data: dataColumns(columns, manner),
    ordinalLabels: manner.ordinals === null ? null : labels.map(() => (manner.ordinals === 'stars' ? '**' : '')),
    rows: [...(manner.total === 'first' ? [total, ...rows] : [...rows, total]), ...blankRows(labels.length, manner.padding ?? 0)],
  };
}

function blankRows(labels: number, count: number): BlockRow[] {
  const row = { labels: Array<string>(labels).fill(''), amounts: [], kind: 'item', code: null, name: null, concept: null } as const;
  return Array.from({ length: count }, () => blockRow({ ...row, amounts: [] }));
}

function dataColumns(columns: BudgetColumn[], { ordinals }: Pick<CodedManner, 'ordinals'>): Block['data'] {
  return columns.map(({ key, path, width }, index) => {
    const ordinal = ordinals === 'stars' ? '**' : String(index + 1);
    return { key, path, width, ordinal: ordinals === null ? null : ordinal };
  });
}

function codeRows(flows: BudgetFlow[], texts: (flows: BudgetFlow[]) => string[], manner: CodedManner, unit: BudgetUnit | null): BlockRow[] {
  const codes = new Set(flows.flatMap((flow) => LEVELS.map((length) => flow.code.slice(0, length))));
  return [...codes].toSorted().map((code) => {
    const members = flows.filter((flow) => flow.code.startsWith(code));
    const name = code.length === 7 ? (members[0]?.name ?? '') : functionName(code);
    return blockRow({
      labels: codeLabels(code, name, manner.code),
      amounts: texts(members),
      kind: code.length === 7 ? 'item' : 'subtotal',
      code: manner.code === 'names' ? null : code,
      name,
      concept: `function/${code}`,
      ...(unit && { unit }),
    });
  });
}

/** The texts of the label columns of a code. */
function codeLabels(code: string, name: string, style: CodeStyle): string[] {
  const level = (code.length - 3) / 2;
  const inset = INDENT.repeat(level);
  const digits = code.slice(level === 0 ? 0 : -2);
  const own = [0, 1, 2].map((index) => (index === level ? digits : ''));
  return {
    whole: [code, name],
    indented: [code, `${inset}${name}`],
    rows: [...own, name],
    bracketed: [`[${code}]${name}`],
    hyphened: [`${inset}${code}-${name}`],
    names: [`${inset}${name}`],
  }[style];
}

function labelColumns({ code, nameHead }: CodedManner): LabelColumn[] {
  const name: LabelColumn = { path: [nameHead], width: 2.4, align: 'left' };
  if (code === 'bracketed' || code === 'hyphened' || code === 'names') return [{ ...name, width: 3 }];
  if (code === 'rows') {
    const levels = ['类', '款', '项'].map((level): LabelColumn => ({ path: ['科目编码', level], width: 0.4, align: 'center' }));
    return [...levels, name];
  }
  return [{ path: ['科目编码'], width: 0.85, align: 'left' }, name];
}

function unitRow(unit: BudgetUnit, amounts: string[], manner: CodedManner): BlockRow {
  const inCode = manner.code === 'whole' || manner.code === 'indented';
  const before = manner.code === 'rows' ? ['', '', ''] : [];
  const labels = inCode ? [unit.code, unit.name] : [...before, unit.name];
  const shown = { code: inCode ? unit.code : null, name: unit.name };
  return blockRow({ labels, amounts, kind: 'subtotal', code: null, name: unit.name, concept: 'unit', unit: shown });
}
