import type { Ratio } from '../../../extractors/form.js';
import type { DisclosureTable, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { placesOf } from '../../base/money.js';
import { plainDigits, squeeze } from '../../base/text.js';
import { around, count, type Money, meet, money, percentage } from '../prose/quantity.js';
import { cellOf, type Figure, figureAt, type Sheet } from '../table/sheet.js';
import { cellPlace, labelOfColumn, placeOf } from './wording.js';

/** 80.45%, 80.45 or -3.2％. */
export const RATE = /^(-?\d[\d,]*(?:\.\d+)?)([%％]?)$/u;

/** Percentage points. A rate that is off by less may be one whose last digits alone were mistaken. */
const CLEARLY_WRONG = 1;

/** A printed percentage that the two amounts beside it do not make, however they were rounded. */
export interface WrongRate {
  readonly row: number;
  readonly column: string;
  readonly finding: Finding;
}

/** The wrong ones of the percentages that rows print beside the two amounts they are made of, as the form declares. */
export const wrongRates = (sheet: Sheet): WrongRate[] =>
  (sheet.declaration?.ratios ?? []).flatMap((ratio) => sheet.table.rows.flatMap((_, row) => wrongRate(sheet, row, ratio) ?? []));

/** A finding for each; those of a form that was never filled in, and prints 0.0% in several rows, are one. */
export function ratesToFindings(wrong: readonly WrongRate[]): Finding[] {
  const isZero = ({ found }: Finding): boolean => !/[1-9]/.test(found ?? '');
  const findings = wrong.map(({ finding }) => finding);
  const [first, ...others] = findings.filter(isZero);
  if (!first || others.length === 0) return findings;
  const message = `${first.message.replace(/。$/u, '')}；本表另有${others.length}行也是这样。`;
  const one = { ...first, message, cells: [first, ...others].flatMap(({ cells }) => cells) };
  return [...findings.filter((finding) => !isZero(finding)), one];
}

/** The table with its wrong rates contradicted. What is no value and what a person corrected stay as they are. */
export function withWrongRates(table: DisclosureTable, wrong: readonly WrongRate[]): DisclosureTable {
  if (wrong.length === 0) return table;
  const isWrong = (row: number, column: string) => wrong.some((each) => each.row === row && each.column === column);
  const contradicted = (cell: DisclosureValue): DisclosureValue =>
    cell.value === null || cell.status === 'corrected' ? cell : { ...cell, status: 'contradicted' };
  const rows = table.rows.map((row, i) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, isWrong(i, key) ? contradicted(cell) : cell])),
  }));
  return { ...table, rows };
}

function wrongRate(sheet: Sheet, row: number, ratio: Ratio): WrongRate | null {
  const figureOf = (column: string) => figureAt(sheet, row, column);
  const [rate, part, whole] = [figureOf(ratio.rate), figureOf(ratio.part), figureOf(ratio.whole)];
  const printed = cellOf(rate);
  const [, digits, sign] = RATE.exec(plainDigits(squeeze(printed?.text ?? ''))) ?? [];
  const [amount, base] = [amountOf(part), amountOf(whole)];
  if (!printed || digits === undefined || !amount || !base || base.value.isZero()) return null;
  const stated = count(digits.replaceAll(',', ''), '%');
  // The last digit may be cut off instead of rounded.
  const allowed = { low: stated.value.minus(stated.step), high: stated.value.plus(stated.step) };
  const isPrinted = (of: Money): boolean => {
    const share = percentage(around(amount), around(of));
    if (!share) return true;
    // Without its sign it may be a share of one.
    const ofOne = { low: share.low.div(100), high: share.high.div(100) };
    return meet(share, allowed) || (sign === '' && meet(ofOne, allowed));
  };
  const others = (ratio.orWhole ?? []).flatMap((column) => amountOf(figureOf(column)) ?? []);
  if ([base, ...others.filter(({ value }) => !value.isZero())].some(isPrinted)) return null;
  const places = Math.max(2, placesOf(stated.digits));
  const expected = amount.value.div(base.value).times(100);
  const off = stated.value.minus(expected);
  const figures = [rate, part, whole];
  const isRead = figures.some((figure) => cellOf(figure)?.method === 'ocr');
  const made = `${labelOfColumn(part)}${amount.digits}与${labelOfColumn(whole)}${base.digits}`;
  return {
    row,
    column: ratio.rate,
    finding: {
      rule: ratio.rule.id,
      severity: off.abs().gt(CLEARLY_WRONG) && !isRead ? 'error' : 'warning',
      verdict: isRead ? 'unknown' : 'publisher',
      message: `${placeOf(rate)}印为${printed.text}，按${made}计算应为${expected.toFixed(places)}%。`,
      expected: expected.toFixed(places),
      found: stated.digits,
      difference: off.toFixed(places),
      tolerance: stated.step.toFixed(),
      cells: figures.map(cellPlace),
    },
  };
}

/** The amount of a figure, null where none is printed. A ratio is the same in every unit, also in one that is not printed. */
function amountOf(figure: Figure): Money | null {
  const value = cellOf(figure)?.value;
  return value == null ? null : money(value, figure.sheet.table.unit ?? '元');
}
