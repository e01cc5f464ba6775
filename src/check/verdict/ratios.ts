import type { Ratio } from '../../../extractors/form.js';
import type { DisclosureRow, Finding } from '../../../schemas/disclosure.js';
import { placesOf } from '../../base/money.js';
import { plainDigits, squeeze } from '../../base/text.js';
import { around, count, gap, type Money, money, percentage } from '../prose/quantity.js';
import type { Sheet } from '../table/sheet.js';
import { titleOf } from './wording.js';

/** 80.45%, 80.45 or -3.2％. */
const RATE = /^(-?\d[\d,]*(?:\.\d+)?)([%％]?)$/u;

/** Percentage points. A rate that is off by less may be one whose last digits alone were mistaken. */
const CLEARLY_WRONG = 1;

/** The percentages that rows print beside the two amounts they are made of: findings for those that no rounding explains. */
export function checkRatios(sheet: Sheet): Finding[] {
  const ratios = sheet.declaration?.ratios ?? [];
  return ratios.flatMap((ratio) => {
    const found = sheet.table.rows.flatMap((row, index) => ratioFinding(sheet, row, index, ratio));
    return [
      ...found.filter(({ found: printed }) => Number(printed) !== 0),
      ...leftAtZero(found.filter(({ found: printed }) => Number(printed) === 0)),
    ];
  });
}

/** A form that was never filled in prints 0.0% in several rows: one cause, one finding. */
function leftAtZero([first, ...others]: readonly Finding[]): Finding[] {
  if (!first || others.length === 0) return first ? [first] : [];
  const message = `${first.message.replace(/。$/u, '')}；本表另有${others.length}行也是这样。`;
  return [{ ...first, message, cells: [first, ...others].flatMap(({ cells }) => cells) }];
}

function ratioFinding(sheet: Sheet, row: DisclosureRow, index: number, ratio: Ratio): Finding[] {
  const cell = row.cells[ratio.rate];
  const [, digits, sign] = RATE.exec(plainDigits(squeeze(cell?.text ?? ''))) ?? [];
  const [part, whole, ...others] = [ratio.part, ratio.whole, ...(ratio.orWhole ?? [])].map((column) => amountIn(sheet, row, column));
  if (!cell || digits === undefined || !part || !whole) return [];
  const stated = count(digits.replaceAll(',', ''), '%');
  const share = percentage(around(part), around(whole));
  if (!share) return [];
  // The last digit may be cut off instead of rounded.
  const allowed = { low: stated.value.minus(stated.step), high: stated.value.plus(stated.step) };
  const isPrinted = (amount: Money | null | undefined): boolean => {
    const range = amount && percentage(around(part), around(amount));
    const asShare = range && { low: range.low.div(100), high: range.high.div(100) };
    return Boolean(range && (gap(range, allowed).isZero() || (sign === '' && asShare && gap(asShare, allowed).isZero())));
  };
  if ([whole, ...others].some(isPrinted)) return [];
  const places = Math.max(2, placesOf(stated.digits));
  const expected = part.value.div(whole.value).times(100);
  const off = stated.value.minus(expected);
  const label = `${row.name ?? ''}${headOf(sheet, ratio.rate)}`;
  return [
    {
      rule: ratio.rule.id,
      severity: off.abs().gt(CLEARLY_WRONG) ? 'error' : 'warning',
      verdict: 'publisher',
      message: `第${cell.page}页${titleOf(sheet)}${label}印为${cell.text}，按${headOf(sheet, ratio.part)}${part.digits}与${headOf(sheet, ratio.whole)}${whole.digits}计算应为${expected.toFixed(places)}%。`,
      expected: expected.toFixed(places),
      found: stated.digits,
      difference: off.toFixed(places),
      tolerance: stated.step.toFixed(),
      cells: [ratio.rate, ratio.part, ratio.whole].flatMap((column) => {
        const place = row.cells[column];
        return place ? [{ table: sheet.index, row: index, column, page: place.page, box: place.box }] : [];
      }),
    },
  ];
}

/** An amount above zero or below; null where none is printed. */
function amountIn({ table }: Sheet, row: DisclosureRow, column: string): Money | null {
  const value = row.cells[column]?.value;
  return value == null || !/[1-9]/.test(value) ? null : money(value, table.unit ?? '元');
}

const headOf = ({ table }: Sheet, column: string): string => table.columns.find(({ key }) => key === column)?.path.join('·') ?? column;
