/** The two-sided forms: 公开 01 (all money) and 04 (财政拨款 alone). */
import {
  type Account,
  BUDGETS,
  closing,
  type Flow,
  fiscalTotal,
  from,
  grandTotal,
  type Source,
  spent,
  sumOf,
} from '../accounts/account.js';
import { type Amount, type Print, printed } from '../accounts/amount.js';
import type { Code } from '../accounts/books.js';
import type { Block, BlockRow, DataColumn } from './sheet.js';

/** One printed line of a side. */
export interface Line {
  name: string;
  concept: string | null;
  amounts: Amount[];
  kind?: BlockRow['kind'];
}

export interface SummaryManner {
  /** What the 支出 side lists: names as printed, 一、 and all; no code, no amount. */
  classes: Code[];
  /** Printed over the label columns: `项 目`; `行次`, or null where there is no such column. */
  item: string;
  line: string | null;
  /** 栏次, or null where there is no such row. */
  ordinals: string | null;
  /** The word over the 收入 amounts of table 04: 金额, 决算数. */
  amount: string;
  print: Print;
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一、一般公共服务支出, 二、外交支出 … */
export function numbered(classes: Code[]): Code[] {
  return classes.map(({ code, name }, index) => ({ code, name: `${numeral(index + 1)}、${name}` }));
}

/** 1 to 99: 二十六. */
export function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens > 0 ? '十' : ''}${NUMERALS[ones]}`;
}

const blank: Line = { name: '', concept: null, amounts: [] };

/** The sides of table 01. `surplusUsed`: 使用非财政拨款结余, or older 用事业基金弥补收支差额. */
export function summarySides(account: Account, manner: SummaryManner, surplusUsed: string): [income: Line[], expenditure: Line[]] {
  const { flows } = account;
  const income = (...sources: Source[]) => [sumOf(from(flows, ...sources), (flow) => flow.income)];
  const head: Line[] = [
    { name: '一、一般公共预算财政拨款收入', concept: 'general-public-appropriation', amounts: income('general') },
    { name: '二、政府性基金预算财政拨款收入', concept: 'government-fund-appropriation', amounts: income('fund') },
    { name: '三、国有资本经营预算财政拨款收入', concept: 'state-capital-appropriation', amounts: income('capital') },
    { name: '四、上级补助收入', concept: 'superior-subsidy', amounts: income('superior') },
    { name: '五、事业收入', concept: 'operations-income', amounts: income('operations') },
    { name: '六、经营收入', concept: 'business-income', amounts: income('business') },
    { name: '七、附属单位上缴收入', concept: 'affiliate-remittance', amounts: [0n] },
    { name: '八、其他收入', concept: 'other-income', amounts: income('other') },
  ];
  const classes = classLines(manner, (members) => [sumOf(members, spent)], flows);
  const all = [grandTotal(account)];
  const opening = [sumOf(flows, (flow) => flow.opening)];
  const left = [closing(flows) + account.surplusUsed - account.distribution];
  const incomeTail: Line[] = [
    { name: '本年收入合计', concept: 'total-income', amounts: [sumOf(flows, (flow) => flow.income)], kind: 'total' },
    { name: surplusUsed, concept: 'non-appropriation-balance-used', amounts: [account.surplusUsed] },
    { name: '年初结转和结余', concept: 'opening-balance', amounts: opening },
    blank,
    { name: '总计', concept: 'total', amounts: all, kind: 'total' },
  ];
  const expenditureTail: Line[] = [
    { name: '本年支出合计', concept: 'total-expenditure', amounts: [sumOf(flows, spent)], kind: 'total' },
    { name: '结余分配', concept: 'balance-distribution', amounts: [account.distribution] },
    { name: '年末结转和结余', concept: 'closing-balance', amounts: left },
    blank,
    { name: '总计', concept: 'total', amounts: all, kind: 'total' },
  ];
  return [
    [...filled(head, classes.length), ...incomeTail],
    [...filled(classes, head.length), ...expenditureTail],
  ];
}

/** The sides of table 04. */
export function appropriationSides(account: Account, manner: SummaryManner): [income: Line[], expenditure: Line[]] {
  const flows = from(account.flows, ...BUDGETS);
  const income = (...sources: Source[]) => [sumOf(from(flows, ...sources), (flow) => flow.income)];
  const opening = (...sources: Source[]) => [sumOf(from(flows, ...sources), (flow) => flow.opening)];
  /** 合计, then each budget. */
  const across = (members: Flow[], measure: (flows: Flow[]) => Amount) => [
    measure(members),
    ...BUDGETS.map((budget) => measure(from(members, budget))),
  ];
  const head: Line[] = [
    { name: '一、一般公共预算财政拨款', concept: 'general-public-appropriation', amounts: income('general') },
    { name: '二、政府性基金预算财政拨款', concept: 'government-fund-appropriation', amounts: income('fund') },
    { name: '三、国有资本经营预算财政拨款', concept: 'state-capital-appropriation', amounts: income('capital') },
  ];
  const classes = classLines(manner, (members) => across(members, (some) => sumOf(some, spent)), flows);
  const available = (some: Flow[]) => sumOf(some, (flow) => flow.opening + flow.income);
  const incomeTail: Line[] = [
    { name: '本年收入合计', concept: 'total-income', amounts: income(...BUDGETS), kind: 'total' },
    { name: '年初财政拨款结转和结余', concept: 'opening-balance', amounts: opening(...BUDGETS), kind: 'subtotal' },
    { name: '一般公共预算财政拨款', concept: 'opening-balance/general-public', amounts: opening('general') },
    { name: '政府性基金预算财政拨款', concept: 'opening-balance/government-fund', amounts: opening('fund') },
    { name: '国有资本经营预算财政拨款', concept: 'opening-balance/state-capital', amounts: opening('capital') },
    { name: '总计', concept: 'total', amounts: [fiscalTotal(account)], kind: 'total' },
  ];
  const expenditureTail: Line[] = [
    { name: '本年支出合计', concept: 'total-expenditure', amounts: across(flows, (some) => sumOf(some, spent)), kind: 'total' },
    { name: '年末财政拨款结转和结余', concept: 'closing-balance', amounts: across(flows, closing) },
    ...[blank, blank, blank],
    { name: '总计', concept: 'total', amounts: across(flows, available), kind: 'total' },
  ];
  return [
    [...filled(head, classes.length), ...incomeTail],
    [...filled(classes, head.length), ...expenditureTail],
  ];
}

/** The blocks of table 01, or of 04 where `appropriation`; `lines`: the 行次 of each side. */
export function summaryBlocks(
  [income, expenditure]: [Line[], Line[]],
  manner: SummaryManner,
  appropriation: boolean,
  lines: [income: number[], expenditure: number[]] = counted(income.length, expenditure.length),
): [Block, Block] {
  const right: [key: string, name: string][] = appropriation
    ? [
        ['total', '合计'],
        ['general-public', '一般公共预算财政拨款'],
        ['government-fund', '政府性基金预算财政拨款'],
        ['state-capital', '国有资本经营预算财政拨款'],
      ]
    : [['expenditure', '决算数']];
  return [
    side('收入', [['income', appropriation ? manner.amount : '决算数']], income, lines[0], manner, 1),
    side('支出', right, expenditure, lines[1], manner, 2),
  ];
}

function side(
  heading: string,
  columns: [key: string, name: string][],
  lines: Line[],
  numbers: number[],
  manner: SummaryManner,
  firstOrdinal: number,
): Block {
  const data: DataColumn[] = columns.map(([key, name], index) => {
    return { key, path: [name], ordinal: manner.ordinals === null ? null : String(firstOrdinal + index), width: 1.3 };
  });
  const labels = [{ path: [manner.item], width: 2.7, align: 'left' as const }];
  const numbered = manner.line === null ? [] : [{ path: [manner.line], width: 0.55, align: 'center' as const }];
  const rows = lines.map((line, index): BlockRow => {
    const number = manner.line === null ? null : String(numbers[index] ?? '');
    return {
      labels: number === null ? [line.name] : [line.name, number],
      amounts: line.amounts.map((value) => printed(value, manner.print)),
      kind: line.kind ?? 'item',
      code: null,
      name: line.name === '' ? null : line.name,
      line: number,
      concept: line.concept,
    };
  });
  const ordinalLabels = manner.ordinals === null ? null : [manner.ordinals, ...numbered.map(() => '')];
  return { heading, labels: [...labels, ...numbered], data, ordinalLabels, rows };
}

function classLines(manner: SummaryManner, measure: (members: Flow[]) => Amount[], flows: Flow[]): Line[] {
  return manner.classes.map(({ code, name }) => {
    if (code === '') return { ...blank, name };
    const members = flows.filter((flow) => flow.code.startsWith(code));
    return { name, concept: `function/${code}`, amounts: measure(members) };
  });
}

function filled(lines: Line[], length: number): Line[] {
  return [...lines, ...Array<Line>(Math.max(0, length - lines.length)).fill(blank)];
}

/** 行次 as usually printed: down the left side, on down the right. */
function counted(income: number, expenditure: number): [number[], number[]] {
  const upTo = (length: number, after: number) => Array.from({ length }, (_, index) => after + index + 1);
  return [upTo(income, 0), upTo(expenditure, income)];
}
