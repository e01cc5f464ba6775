import type { Decimal } from 'decimal.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { likenessOf, unswapped } from '../likeness.js';
import type { Fact, SectionFacts } from './facts.js';
import { cellsOf, gravity, proseFinding, say } from './findings.js';
import type { Evidence, Ledger } from './ledger.js';
import { homesOf } from './measures.js';
import { around, gap, type Interval, inUnit, minus, percentage, placesOf, plus, type Quantity, quantity } from './quantity.js';

/**
 * 增减额 against 增减率: what is left when the change is taken back is what the rate is of. Every amount that may be meant is tried, as
 * printed here and as printed in the tables.
 */
export function checkChanges(section: SectionFacts, ledger: Ledger, doubted: ReadonlySet<Fact>): Finding[] {
  return section.facts.flatMap((rate) => {
    if (rate.kind !== 'change' || rate.mention.kind !== 'percent') return [];
    const change = changeBefore(rate, section);
    if (!change) return [...checkDecline(rate), ...checkAgainstPast(rate)];
    return [...checkDifference(change, doubted), ...checkPair(change, rate, section, ledger, doubted)];
  });
}

/** 减少417.27万元，下降54.35%: the amount right before the rate, when the rate names nothing of its own. */
function changeBefore(rate: Fact, { facts }: SectionFacts): Fact | null {
  const before = facts[rate.index - 1];
  const isPair =
    before?.kind === 'change' &&
    before.mention.kind === 'money' &&
    before.mention.sentence === rate.mention.sentence &&
    rate.label.name === '' &&
    rate.label.basis === null;
  return isPair ? before : null;
}

function checkPair(change: Fact, rate: Fact, section: SectionFacts, ledger: Ledger, doubted: ReadonlySet<Fact>): Finding[] {
  const isStill = change.mention.quantity.value.isZero() || rate.mention.quantity.value.isZero();
  if (change.label.direction !== rate.label.direction && !isStill) return [opposite(change, rate)];
  const { subject } = change;
  const printed = (subject?.finals ?? []).filter((f) => f.index < change.index && !doubted.has(f)).map((f) => f.mention.quantity);
  const evidence = subject?.measure ? homesOf(subject.measure, section.place.scope).flatMap((home) => ledger.find(home) ?? []) : [];
  const nearby = section.facts
    .filter((f) => f.index < change.index && f.mention.kind === 'money' && f.kind !== 'change')
    .map((f) => f.mention.quantity);
  const candidates = [...printed, ...evidence, ...nearby].map((amount) => baseOf(around(amount), change));
  if (candidates.some((base) => fits(change, rate, base))) return [];
  const principal = printed.at(-1) ?? (printed.length === 0 ? evidence[0] : undefined);
  if (!principal || !isCertain(change, section)) return [];
  return [wrongRate(change, rate, principal, evidence)];
}

/** The year before, or the budget: the amount without the change. */
const baseOf = (amount: Interval, { mention, label }: Fact): Interval =>
  label.direction > 0 ? minus(amount, around(mention.quantity)) : plus(amount, around(mention.quantity));

function fits(change: Fact, rate: Fact, base: Interval): boolean {
  const share = percentage(around(change.mention.quantity), base);
  if (share) return gap(share, around(rate.mention.quantity)).isZero();
  // From nothing to nothing there is no rate; 0 says so.
  return base.high.gte(0) && change.mention.quantity.value.isZero() && rate.mention.quantity.value.isZero();
}

/** The change names what changed, or stands in the sentence of the one amount it can mean or in the one after it. */
function isCertain(change: Fact, { facts }: SectionFacts): boolean {
  const { subject, mention } = change;
  if (!subject) return false;
  if (change.label.name !== '') return true;
  const own = subject.finals.findLast((f) => f.index < change.index);
  if (!own) return false;
  // 其中：甲5万元，比上年增加2万元，增长…；乙…
  if (own.index === change.index - 1 && own.mention.sentence === mention.sentence) return true;
  const between = facts.slice(own.index + 1, change.index).some((f) => f.mention.kind === 'money' && f.subject !== subject);
  return !between && mention.sentence.whole - own.mention.sentence.whole <= 1 && onlyAmountOf(own, facts);
}

/** A sentence that tells of one amount only cannot be misunderstood by the next. */
function onlyAmountOf(own: Fact, facts: readonly Fact[]): boolean {
  const sentence = facts.filter((f) => f.mention.sentence.whole === own.mention.sentence.whole && f.mention.kind === 'money');
  return new Set(sentence.map((f) => f.subject)).size === 1;
}

function opposite(change: Fact, rate: Fact): Finding {
  const words = (fact: Fact) => (fact.label.direction > 0 ? '增加' : '减少');
  return proseFinding(rate.mention.sentence, rate.mention.start, {
    rule: 'PROSE-DIRECTION',
    severity: 'error',
    verdict: 'publisher',
    message: `文中一面称${words(change)}${say(change.mention.quantity)}，一面称${words(rate)}${say(rate.mention.quantity)}，增减方向自相矛盾。`,
    found: rate.mention.quantity.digits,
  });
}

function wrongRate(change: Fact, rate: Fact, amount: Pick<Quantity, 'value' | 'step'> | Evidence, evidence: readonly Evidence[]): Finding {
  const { quantity, sentence, start } = rate.mention;
  const [up, down] = [change.label.direction > 0, change.mention.quantity];
  const base = up ? amount.value.minus(down.value) : amount.value.plus(down.value);
  const title = change.subject?.title ?? '';
  const told = `文中称${title}${up ? '增加' : '减少'}${say(down)}、${up ? '增长' : '下降'}${say(quantity)}`;
  const year = change.label.basis === 'budget' ? '预算数' : '上年数';
  const now = `${inUnit(amount.value, down.unit, placesOf(down.digits))}${down.unit}`;
  const common = { rule: 'PROSE-CHANGE', found: quantity.digits, cells: cellsOf(evidence.slice(0, 1)) } as const;
  if (base.lte(0)) {
    const isZero = base.isZero();
    return proseFinding(sentence, start, {
      ...common,
      severity: isZero ? 'warning' : 'error',
      verdict: 'publisher',
      message: isZero ? `${told}，而本年数为${now}，${year}应为0，增减率无从计算。` : `${told}，增加额大于本年数${now}，${year}成了负数。`,
    });
  }
  const places = placesOf(quantity.digits);
  const expected = down.value.div(base).times(100);
  const off: Decimal = quantity.value.minus(expected.toFixed(places));
  return proseFinding(sentence, start, {
    ...common,
    ...gravity(off.abs().div(quantity.step)),
    message: `${told}，但按${now}与增减额推算，应${up ? '增长' : '下降'}${expected.toFixed(places)}%${otherAmount(change, rate, amount)}。`,
    expected: expected.toFixed(places),
    difference: off.toFixed(places),
    tolerance: quantity.step.div(2).toFixed(),
  });
}

/** 417.27 for 471.27: the amount that the rate is of, where two of its digits changed places. */
function otherAmount(change: Fact, rate: Fact, amount: Pick<Quantity, 'value' | 'step'>): string {
  const { digits, unit } = change.mention.quantity;
  const fitting = unswapped(digits).filter((other) => {
    const swapped = { ...change, mention: { ...change.mention, quantity: quantity(other, unit) } };
    return likenessOf(digits, other) === 'neighbours' && fits(swapped, rate, baseOf(around(amount), swapped));
  });
  const [only, ...more] = fitting;
  return only && more.length === 0 ? `；增减额若为${only}${unit}则相符，疑为数字颠倒` : '';
}

/** What may be negative may fall by more than all of it. */
const BALANCE = /结余|结转|差额|利润/u;

/** 下降134.61%: of what costs money nothing falls by more than all of it. */
function checkDecline({ mention, label, subject }: Fact): Finding[] {
  const { quantity: rate, sentence, start } = mention;
  const title = subject?.title ?? '';
  if (label.direction > 0 || rate.value.lte(100) || BALANCE.test(title)) return [];
  return [
    proseFinding(sentence, start, {
      rule: 'PROSE-CHANGE',
      severity: 'error',
      verdict: 'publisher',
      message: `文中称${title}下降${say(rate)}，降幅不可能超过100%。`,
      expected: null,
      found: rate.digits,
    }),
  ];
}

/** 2024年5万元，2023年3万元，增加2万元: the amounts of both years against the change between them. */
function checkDifference(change: Fact, doubted: ReadonlySet<Fact>): Finding[] {
  const { subject, mention, label } = change;
  const before = (facts: readonly Fact[] = []) => facts.filter((f) => f.index < change.index);
  const [now, past] = [before(subject?.finals).at(-1), before(subject?.past).at(-1)];
  if (!now || !past || label.name !== '' || label.basis === 'budget') return [];
  if ([now, past].some((f) => doubted.has(f) || f.mention.sentence.whole !== mention.sentence.whole)) return [];
  const told = mention.quantity;
  const grown = minus(around(now.mention.quantity), around(past.mention.quantity));
  const fallen = { low: grown.high.neg(), high: grown.low.neg() };
  if (gap(label.direction > 0 ? grown : fallen, around(told)).isZero()) return [];
  const difference = now.mention.quantity.value.minus(past.mention.quantity.value);
  const expected = inUnit(difference.abs(), told.unit, placesOf(told.digits));
  const isUp = difference.gte(0);
  return [
    proseFinding(mention.sentence, mention.start, {
      rule: isUp === label.direction > 0 ? 'PROSE-CHANGE' : 'PROSE-DIRECTION',
      severity: 'error',
      verdict: 'publisher',
      message: `文中称${subject?.title ?? ''}${label.direction > 0 ? '增加' : '减少'}${say(told)}，按上年${say(past.mention.quantity)}、本年${say(now.mention.quantity)}计算，应${isUp ? '增加' : '减少'}${expected}${told.unit}。`,
      expected,
      found: told.digits,
      tolerance: inUnit(told.step.div(2), told.unit, placesOf(told.digits) + 1),
    }),
  ];
}

/** 比2024年决算数减少1.10%, where the paragraph prints the amounts of both years. */
function checkAgainstPast(rate: Fact): Finding[] {
  const { subject, mention, label } = rate;
  const [now, past] = [subject?.finals.findLast((f) => f.index < rate.index), subject?.past.findLast((f) => f.index < rate.index)];
  const isTold = now && past && [now, past].every((f) => f.mention.sentence.whole === mention.sentence.whole);
  if (!isTold || label.name !== '' || label.basis !== 'year' || past.mention.quantity.value.lte(0)) return [];
  const change = now.mention.quantity.value.minus(past.mention.quantity.value);
  const expected = change.div(past.mention.quantity.value).times(100).times(label.direction);
  const places = placesOf(mention.quantity.digits);
  const off: Decimal = mention.quantity.value.minus(expected.toFixed(places));
  const amounts = minus(around(now.mention.quantity), around(past.mention.quantity));
  const share = percentage(
    label.direction > 0 ? amounts : { low: amounts.high.neg(), high: amounts.low.neg() },
    around(past.mention.quantity),
  );
  if (!share || gap(share, around(mention.quantity)).isZero()) return [];
  const words = (up: boolean) => (up ? '增长' : '下降');
  return [
    proseFinding(mention.sentence, mention.start, {
      rule: expected.lt(0) ? 'PROSE-DIRECTION' : 'PROSE-CHANGE',
      ...gravity(off.abs().div(mention.quantity.step)),
      message: `文中称${words(label.direction > 0)}${say(mention.quantity)}，按上年${say(past.mention.quantity)}、本年${say(now.mention.quantity)}计算，应${words(change.gt(0))}${expected.abs().toFixed(places)}%。`,
      expected: expected.abs().toFixed(places),
      found: mention.quantity.digits,
      difference: off.toFixed(places),
      tolerance: mention.quantity.step.div(2).toFixed(),
    }),
  ];
}
