import type { Decimal } from 'decimal.js';
import { Exact, placesOf } from '../../../base/money.js';
import { likenessOf, unswapped, withOneDigitMore, withoutOneDigit } from '../../culprit/likeness.js';
import { withUnit } from '../finding.js';
import { around, meet, minus, money, type PrintedValue, percentage, plus, type Quantity, type Range } from '../quantity.js';
import type { Fact } from '../text/facts.js';
import type { CheckedSection } from './section.js';

/** A rate that does not follow from the change and the amount beside it. */
export interface WrongRate {
  readonly rate: Fact;
  readonly change: Fact;
  /** What it is now; the change leads back to what it was. */
  readonly now: PrintedValue;
  /** What the tables print of it now: that amount is no slip. */
  readonly isConfirmed: boolean;
  /** What the rate should have been, in percent. */
  readonly expected: Decimal;
}

/** Which of the rate, the change and the amount is likeliest wrong, and how, as the end of a message; empty where nothing tells. */
export function likelySlip(wrong: WrongRate, section: CheckedSection): string {
  return slipOfRate(wrong, section) || (saysEnough(wrong.rate.mention.quantity.digits) ? slipOfChange(wrong) || slipOfNow(wrong) : '');
}

function slipOfRate({ rate, change, now, expected }: WrongRate, section: CheckedSection): string {
  const { quantity } = rate.mention;
  const digits = slipOfRateDigits(quantity.digits, expected);
  if (digits !== '') return `；${digits}`;
  const ofNow = percentage(around(change.mention.quantity), around(now));
  if (ofNow && meets(ofNow, quantity)) return '；这是增减额与本年数之比，疑以本年数为基数';
  const above = rateAbove(rate, section);
  return above ? `；与前文${above.subject?.title ?? ''}的增减率相同，疑照抄上一项` : '';
}

/** Digits of a rate that say enough: of fewer, one differs by chance, and one slip or other of the amounts makes them. */
const ENOUGH_DIGITS = 4;

const saysEnough = (digits: string): boolean => digits.replace(/\D/gu, '').length >= ENOUGH_DIGITS;

/** How a printed rate resembles the right one; empty where it does not. Both without sign. */
export function slipOfRateDigits(found: string, expected: Decimal): string {
  const right = expected.toFixed(placesOf(found));
  if (new Exact(found).isZero() || new Exact(right).isZero()) return '';
  if (found.includes('.') && new Exact(found).isInteger() && expected.trunc().eq(found)) return '疑舍去了小数';
  if (withoutOneDigit(found).some((other) => new Exact(other).eq(right))) return '增减率疑多印一位数字';
  const likeness = likenessOf(found, right);
  if (likeness === 'neighbours') return '增减率疑为数字颠倒';
  if (likeness === 'point') return '增减率疑为小数点错位';
  if (likeness === 'cut') return '增减率疑漏印数字';
  return likeness === 'digit' && saysEnough(right) ? '增减率疑有一位数字印错' : '';
}

/** The rate of the item before, where it is the same to the last digit and says more than a round number. */
function rateAbove(rate: Fact, { facts }: CheckedSection): Fact | null {
  const before = facts.findLast(
    (f) => f.index < rate.index && f.kind === 'change' && f.mention.quantity.kind === 'percent' && f.subject !== rate.subject,
  );
  const { digits } = rate.mention.quantity;
  return before?.mention.quantity.digits === digits && !new Exact(digits).isInteger() ? before : null;
}

/** 417.27 for 471.27: the change that the rate is of, where one slip of the pen leads to it and to no other. */
function slipOfChange({ rate, change, now }: WrongRate): string {
  const { quantity } = change.mention;
  return slipOfAmount(quantity, '增减额', (other) => fits(rate, other, now, change.phrase.direction));
}

/** The same for the amount, where no table bears it out. */
function slipOfNow({ rate, change, now, isConfirmed }: WrongRate): string {
  const { quantity } = change.mention;
  if (isConfirmed || !isQuantity(now)) return '';
  return slipOfAmount(now, '本年数', (other) => fits(rate, quantity, other, change.phrase.direction));
}

const isQuantity = (value: PrintedValue): value is Quantity => 'kind' in value;

/** One slip of the pen, what it did to a number, and the numbers that undo it. */
const SLIPS: readonly { readonly words: string; readonly undone: (digits: string) => readonly string[] }[] = [
  { words: '数字颠倒', undone: (digits) => unswapped(digits).filter((other) => likenessOf(digits, other) === 'neighbours') },
  { words: '多印一位数字', undone: withoutOneDigit },
  { words: '漏印一位数字', undone: withOneDigitMore },
];

function slipOfAmount(amount: Quantity, name: string, isRight: (other: Quantity) => boolean): string {
  if (amount.kind !== 'money') return '';
  const { digits, unit } = amount;
  const [first, ...more] = SLIPS.flatMap(({ words, undone }) =>
    [...new Set(undone(digits))].flatMap((other) => (isRight(money(other, unit)) ? [{ words, other }] : [])),
  );
  return first && more.length === 0 ? `；${name}若为${withUnit({ digits: first.other, unit })}则相符，疑为${first.words}` : '';
}

const meets = (share: Range, printed: Quantity): boolean => meet(share, around(printed));

/** Whether a change of an amount makes the printed rate. */
function fits(rate: Fact, change: Quantity, now: PrintedValue, direction: number): boolean {
  const base = direction > 0 ? minus(around(now), around(change)) : plus(around(now), around(change));
  const share = base.low.gt(0) ? percentage(around(change), base) : null;
  return share !== null && meets(share, rate.mention.quantity);
}
