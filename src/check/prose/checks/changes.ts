import type { Decimal } from 'decimal.js';
import { PROSE_CHANGE, PROSE_DIRECTION } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { placesOf } from '../../../base/money.js';
import { evidenceOf, type ProseContext } from '../context.js';
import { cellsOf, gravity, proseFinding, withUnit } from '../finding.js';
import { around, inUnit, meet, minus, percentage, plus, type Quantity, type Range } from '../quantity.js';
import type { Evidence } from '../tables/evidence.js';
import { amountsOf, type Fact } from '../text/facts.js';
import { agrees } from './amounts.js';
import { likelySlip } from './rate-slips.js';
import type { CheckedSection } from './section.js';
import { checkAgainstPast, checkDecline, checkDifference } from './year-changes.js';

/**
 * 增减额 against 增减率: what is left when the change is taken back is what the rate is of. Every amount that may be meant is tried, as
 * printed here and as printed in the tables.
 */
export function checkChanges(section: CheckedSection, context: ProseContext): Finding[] {
  return section.facts.flatMap((rate) => {
    if (rate.kind !== 'change' || rate.mention.quantity.kind !== 'percent') return [];
    const change = changeBefore(rate, section);
    if (!change) return [...checkDecline(rate), ...checkAgainstPast(rate, section)];
    return [...checkDifference(change, section), ...checkPair(change, rate, section, context)];
  });
}

/** 减少417.27万元，下降54.35%: the amount right before the rate, when the rate names nothing of its own. */
export function changeBefore(rate: Fact, { facts }: CheckedSection): Fact | null {
  const before = facts[rate.index - 1];
  const isPair =
    before?.kind === 'change' &&
    before.mention.quantity.kind === 'money' &&
    before.mention.sentence === rate.mention.sentence &&
    rate.phrase.name === '' &&
    rate.phrase.basis === null;
  return isPair ? before : null;
}

function checkPair(change: Fact, rate: Fact, section: CheckedSection, context: ProseContext): Finding[] {
  const isStill = change.mention.quantity.value.isZero() || rate.mention.quantity.value.isZero();
  if (change.phrase.direction !== rate.phrase.direction && !isStill) return [opposite(change, rate)];
  const printed = amountsOf(section, change.subject)
    .principal.filter((f) => f.index < change.index && !section.doubted.has(f))
    .map((f) => f.mention.quantity);
  const evidence = evidenceOf(change.subject?.measure, section.place.chapter, context);
  const nearby = section.facts
    .filter((f) => f.index < change.index && f.mention.quantity.kind === 'money' && f.kind !== 'change')
    .map((f) => f.mention.quantity);
  if ([...printed, ...evidence, ...nearby].some((amount) => fits(change, rate, baseOf(around(amount), change)))) return [];
  const principal = printed.at(-1) ?? (printed.length === 0 ? evidence[0] : undefined);
  if (!principal || !isCertain(change, section)) return [];
  return [wrongRate({ change, rate, principal, evidence }, section, context)];
}

/** The year before, or the budget: the amount without the change. */
export const baseOf = (amount: Range, { mention, phrase }: Fact): Range =>
  phrase.direction > 0 ? minus(amount, around(mention.quantity)) : plus(amount, around(mention.quantity));

export function fits(change: Fact, rate: Fact, base: Range): boolean {
  const share = percentage(around(change.mention.quantity), base);
  if (share) return meet(share, around(rate.mention.quantity));
  // From nothing to nothing there is no rate, and 0 is right.
  return base.high.gte(0) && change.mention.quantity.value.isZero() && rate.mention.quantity.value.isZero();
}

/** The change names what changed, or stands in the sentence of the one amount it can mean or in the one after it. */
function isCertain(change: Fact, section: CheckedSection): boolean {
  const { facts } = section;
  const { subject, mention } = change;
  if (!subject) return false;
  if (change.phrase.name !== '') return true;
  const own = amountsOf(section, subject).principal.findLast((f) => f.index < change.index);
  if (!own) return false;
  // 其中：甲5万元，比上年增加2万元，增长…；乙…
  const beside = facts.filter((f) => f.mention.sentence === mention.sentence && f.mention.quantity.kind === 'money');
  if (own.mention.sentence === mention.sentence && beside.every((f) => f.subject === subject)) return true;
  const between = facts.slice(own.index + 1, change.index).some((f) => f.mention.quantity.kind === 'money' && f.subject !== subject);
  return !between && mention.sentence.whole - own.mention.sentence.whole <= 1 && onlyAmountOf(own, facts);
}

/** Where a sentence states one amount only, the next can mean no other. */
function onlyAmountOf(own: Fact, facts: readonly Fact[]): boolean {
  const sentence = facts.filter((f) => f.mention.sentence.whole === own.mention.sentence.whole && f.mention.quantity.kind === 'money');
  return new Set(sentence.map((f) => f.subject)).size === 1;
}

function opposite(change: Fact, rate: Fact): Finding {
  const words = (fact: Fact) => (fact.phrase.direction > 0 ? '增加' : '减少');
  return proseFinding(rate.mention.sentence, rate.mention.start, {
    rule: PROSE_DIRECTION.id,
    severity: 'error',
    verdict: 'publisher',
    message: `文中一面称${words(change)}${withUnit(change.mention.quantity)}，一面称${words(rate)}${withUnit(rate.mention.quantity)}，增减方向自相矛盾。`,
    found: rate.mention.quantity.digits,
  });
}

/** A change with its rate, and the amount that they are held against. */
interface Pair {
  readonly change: Fact;
  readonly rate: Fact;
  readonly principal: Quantity | Evidence;
  /** What the tables print of the amount. */
  readonly evidence: readonly Evidence[];
}

function wrongRate({ change, rate, principal: amount, evidence }: Pair, section: CheckedSection, { prose }: ProseContext): Finding {
  const { quantity, sentence, start } = rate.mention;
  const changed = change.mention.quantity;
  const isUp = change.phrase.direction > 0;
  const base = isUp ? amount.value.minus(changed.value) : amount.value.plus(changed.value);
  const title = change.subject?.title ?? '';
  const stated = `文中称${title}${isUp ? '增加' : '减少'}${withUnit(changed)}、${isUp ? '增长' : '下降'}${withUnit(quantity)}`;
  const basis = change.phrase.basis === 'other' ? `${prose.wording.other.word}数` : '上年数';
  const now = `${inUnit(amount.value, changed, placesOf(changed.digits))}${changed.unit}`;
  const common = { rule: PROSE_CHANGE.id, found: quantity.digits, cells: cellsOf(evidence.slice(0, 1)) } as const;
  if (base.lte(0)) {
    const isZero = base.isZero();
    return proseFinding(sentence, start, {
      ...common,
      severity: isZero ? 'warning' : 'error',
      verdict: 'publisher',
      message: isZero
        ? `${stated}，而本年数为${now}，${basis}应为0，增减率无从计算。`
        : `${stated}，增加额大于本年数${now}，${basis}成了负数。`,
    });
  }
  const places = placesOf(quantity.digits);
  const expected = changed.value.div(base).times(100);
  const off: Decimal = quantity.value.minus(expected.toFixed(places));
  const isConfirmed = 'cells' in amount || evidence.some((e) => agrees(amount, e));
  const slip = off.abs().gt(quantity.step) ? likelySlip({ rate, change, now: amount, isConfirmed, expected }, section) : '';
  return proseFinding(sentence, start, {
    ...common,
    ...gravity(off.abs().div(quantity.step)),
    message: `${stated}，但按${now}与增减额推算，应${isUp ? '增长' : '下降'}${expected.toFixed(places)}%${slip}。`,
    expected: expected.toFixed(places),
    difference: off.toFixed(places),
    tolerance: quantity.step.div(2).toFixed(),
  });
}
