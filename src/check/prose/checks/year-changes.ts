import type { Decimal } from 'decimal.js';
import { PROSE_CHANGE, PROSE_DIRECTION } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { placesOf } from '../../../base/money.js';
import { gravity, proseFinding, withUnit } from '../finding.js';
import { around, inUnit, meet, minus, percentage, plus, type Range } from '../quantity.js';
import { amountsOf, type Fact, isPrincipal, type Subject } from '../text/facts.js';
import { slipOfRateDigits } from './rate-slips.js';
import type { CheckedSection } from './section.js';

/** What may be negative may fall by more than all of it. */
const BALANCE = /结余|结转|差额|利润/u;

/** 下降134.61%: of what costs money nothing falls by more than all of it. */
export function checkDecline({ mention, phrase, subject }: Fact): Finding[] {
  const { quantity: rate, sentence, start } = mention;
  const title = subject?.title ?? '';
  if (phrase.direction > 0 || rate.value.lte(100) || BALANCE.test(title)) return [];
  return [
    proseFinding(sentence, start, {
      rule: PROSE_CHANGE.id,
      severity: 'error',
      verdict: 'publisher',
      message: `文中称${title}下降${withUnit(rate)}，降幅不可能超过100%。`,
      expected: null,
      found: rate.digits,
    }),
  ];
}

/** 2024年5万元，2023年3万元，增加2万元: the amounts of both years against the change between them. */
export function checkDifference(change: Fact, { facts, doubted }: CheckedSection): Finding[] {
  const { subject, mention, phrase } = change;
  const stated = facts.filter(
    (f) => f.index < change.index && f.mention.sentence.whole === mention.sentence.whole && isAmountOf(f, subject),
  );
  const [now, past, ...more] = [...stated.filter((f) => !f.past), ...stated.filter((f) => f.past)];
  if (!now || !past?.past || now.past || more.length > 0 || phrase.name !== '' || phrase.basis === 'other') return [];
  if (doubted.has(now) || doubted.has(past)) return [];
  const { quantity: changed } = mention;
  const grown = minus(around(now.mention.quantity), around(past.mention.quantity));
  const fallen = { low: grown.high.neg(), high: grown.low.neg() };
  if (meet(phrase.direction > 0 ? grown : fallen, around(changed))) return [];
  const difference = now.mention.quantity.value.minus(past.mention.quantity.value);
  const expected = inUnit(difference.abs(), changed, placesOf(changed.digits));
  const isUp = difference.gte(0);
  const witness = rateSays(change, { now: around(now.mention.quantity), past: around(past.mention.quantity) }, facts);
  return [
    proseFinding(mention.sentence, mention.start, {
      rule: isUp === phrase.direction > 0 ? PROSE_CHANGE.id : PROSE_DIRECTION.id,
      severity: 'error',
      verdict: 'publisher',
      message: `文中称${subject?.title ?? ''}${phrase.direction > 0 ? '增加' : '减少'}${withUnit(changed)}，按上年${withUnit(past.mention.quantity)}、本年${withUnit(now.mention.quantity)}计算，应${isUp ? '增加' : '减少'}${expected}${changed.unit}${witness}。`,
      expected,
      found: changed.digits,
      tolerance: inUnit(changed.step.div(2), changed, placesOf(changed.digits) + 1),
    }),
  ];
}

/** The rate right behind a change bears two of the three amounts out: the third is likeliest wrong. Empty where it does not. */
function rateSays(
  { index, mention, phrase }: Fact,
  { now, past }: Readonly<Record<'now' | 'past', Range>>,
  facts: readonly Fact[],
): string {
  const rate = facts[index + 1];
  const isOwn = rate?.kind === 'change' && rate.mention.quantity.kind === 'percent' && rate.mention.sentence === mention.sentence;
  if (!isOwn || rate.phrase.name !== '') return '';
  const printed = around(rate.mention.quantity);
  const changed = around(mention.quantity);
  const sized = ({ low, high }: Range): Range => (high.lte(0) ? { low: high.neg(), high: low.neg() } : { low, high });
  const makes = (part: Range, whole: Range) => {
    const share = percentage(part, whole);
    return share !== null && meet(share, printed);
  };
  const told = [
    ...(makes(sized(minus(now, past)), past) ? ['增减率与两年的数相符，疑增减额有误'] : []),
    ...(makes(changed, past) ? ['增减率与上年数、增减额相符，疑本年数有误'] : []),
    ...(makes(changed, phrase.direction > 0 ? minus(now, changed) : plus(now, changed))
      ? ['增减率与本年数、增减额相符，疑上年数有误']
      : []),
  ];
  const [only, ...more] = told;
  return only && more.length === 0 ? `；${only}` : '';
}

const isAmountOf = (fact: Fact, subject: Subject | null): boolean =>
  fact.mention.quantity.kind === 'money' && isPrincipal(fact) && fact.subject !== null && fact.subject.name === subject?.name;

/** 比2024年决算数减少1.10%, where the paragraph prints the amounts of both years. */
export function checkAgainstPast(rate: Fact, section: CheckedSection): Finding[] {
  const { subject, mention, phrase } = rate;
  const amounts = amountsOf(section, subject);
  const now = amounts.principal.findLast((f) => f.index < rate.index);
  const past = amounts.past.findLast((f) => f.index < rate.index);
  const isTold = now && past && [now, past].every((f) => f.mention.sentence.whole === mention.sentence.whole);
  if (!isTold || phrase.name !== '' || phrase.basis !== 'year' || past.mention.quantity.value.lte(0)) return [];
  const change = now.mention.quantity.value.minus(past.mention.quantity.value);
  const expected = change.div(past.mention.quantity.value).times(100).times(phrase.direction);
  const places = placesOf(mention.quantity.digits);
  const off: Decimal = mention.quantity.value.minus(expected.toFixed(places));
  const difference = minus(around(now.mention.quantity), around(past.mention.quantity));
  const share = percentage(
    phrase.direction > 0 ? difference : { low: difference.high.neg(), high: difference.low.neg() },
    around(past.mention.quantity),
  );
  if (!share || meet(share, around(mention.quantity))) return [];
  const words = (up: boolean) => (up ? '增长' : '下降');
  const digits = expected.lt(0) || off.abs().lte(mention.quantity.step) ? '' : slipOfRateDigits(mention.quantity.digits, expected);
  const slip = digits === '' ? '' : `；${digits}`;
  return [
    proseFinding(mention.sentence, mention.start, {
      rule: expected.lt(0) ? PROSE_DIRECTION.id : PROSE_CHANGE.id,
      ...gravity(off.abs().div(mention.quantity.step)),
      message: `文中称${words(phrase.direction > 0)}${withUnit(mention.quantity)}，按上年${withUnit(past.mention.quantity)}、本年${withUnit(now.mention.quantity)}计算，应${words(change.gt(0))}${expected.abs().toFixed(places)}%${slip}。`,
      expected: expected.abs().toFixed(places),
      found: mention.quantity.digits,
      difference: off.toFixed(places),
      tolerance: mention.quantity.step.div(2).toFixed(),
    }),
  ];
}
