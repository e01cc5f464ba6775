import { groupBy } from '../../base/group.js';
import type { ArchivedDocument } from '../store/documents.js';
import { compareAmounts, inUnit, type PrintedAmount } from './amounts.js';
import type { StoreFinding } from './finding.js';

/** A key figure of a document as the store has it. */
export interface KeyFigure extends PrintedAmount {
  readonly document: number;
  readonly form: string;
  readonly concept: string;
  readonly column_key: string;
  readonly status: string | null;
}

export type KeyFigures = ReadonlyMap<number, readonly KeyFigure[]>;

interface Carry {
  readonly form: string;
  readonly title: string;
  /** Concept and column at the end of a year, and at the beginning of the next. */
  readonly closing: readonly [string, string];
  readonly opening: readonly [string, string];
}

const CARRIES: readonly Carry[] = [
  {
    form: 'income-expenditure-summary',
    title: '收入支出决算总表',
    closing: ['closing-balance', 'expenditure'],
    opening: ['opening-balance', 'income'],
  },
  {
    form: 'fiscal-appropriation-summary',
    title: '财政拨款收入支出决算总表',
    closing: ['closing-balance', 'total'],
    opening: ['opening-balance', 'income'],
  },
  { form: 'government-fund', title: '政府性基金预算财政拨款收入支出决算表', closing: ['total', 'closing'], opening: ['total', 'opening'] },
  { form: 'state-capital', title: '国有资本经营预算财政拨款支出决算表', closing: ['total', 'closing'], opening: ['total', 'opening'] },
];

/** 年末结转和结余 of a year against 年初结转和结余 of the next, where both are printed. An account may be adjusted in between: a warning. */
export function carriedForward(documents: readonly ArchivedDocument[], figures: KeyFigures): StoreFinding[] {
  const accounts = documents.filter(({ department, year }) => department !== null && year !== null);
  const byYear = groupBy(accounts, ({ kind, department, region_code, year }) => JSON.stringify([kind, department, region_code, year]));
  return accounts.flatMap((before) => {
    const next = byYear.get(JSON.stringify([before.kind, before.department, before.region_code, (before.year ?? 0) + 1])) ?? [];
    return next.flatMap((after) => CARRIES.flatMap((carry) => compareYears(before, after, carry, figures)));
  });
}

function compareYears(before: ArchivedDocument, after: ArchivedDocument, carry: Carry, figures: KeyFigures): StoreFinding[] {
  const find = ({ id }: ArchivedDocument, [concept, column]: readonly [string, string]) =>
    figures.get(id)?.find((figure) => figure.form === carry.form && figure.concept === concept && figure.column_key === column);
  const [closing, opening] = [find(before, carry.closing), find(after, carry.opening)];
  if (!closing || !opening) return [];
  const compared = compareAmounts(closing, opening);
  if (!compared || compared.kind === 'equal') return [];
  const isRounding = compared.kind === 'rounding';
  const difference = inUnit(compared.difference, opening.unit);
  const proved = closing.status === 'proved' && opening.status === 'proved';
  return [
    {
      rule: 'CARRIED-FORWARD',
      severity: isRounding ? 'info' : 'warning',
      verdict: isRounding ? 'rounding' : proved ? 'publisher' : 'unknown',
      message:
        `${after.department}《${carry.title}》${before.year}年度年末结转和结余印为${closing.value}${closing.unit}，` +
        `${after.year}年度年初结转和结余印为${opening.value}${opening.unit}，相差${difference}${opening.unit}。`,
      ...{ department: after.department, year: after.year, form: carry.form, concept: carry.opening[0], column: carry.opening[1] },
      ...{ found: opening.value, expected: inUnitOf(closing, opening.unit), difference },
      documents: [after, before],
    },
  ];
}

function inUnitOf(amount: PrintedAmount, unit: string): string {
  if (amount.unit === unit) return amount.value;
  const zero = compareAmounts(amount, { value: '0', unit });
  return zero ? `${amount.value.startsWith('-') ? '-' : ''}${inUnit(zero.difference, unit)}` : amount.value;
}
