import type { Finding } from '../../../../schemas/disclosure.js';
import { Exact } from '../../../base/money.js';
import { proseFinding, say } from '../finding.js';
import { around, gap, type Interval, inUnit, plus } from '../quantity.js';
import type { Fact, SectionFacts } from '../text/facts.js';
import type { Sum } from './lists.js';

/** What governments buy, in the order every template lists it. */
const PURCHASES = ['货物', '工程', '服务'] as const;

const nameOf = ({ subject }: Fact) => subject?.name ?? '';
const isAmount = ({ mention, kind, past }: Fact) => mention.quantity.kind === 'money' && (kind === 'amount' || kind === 'final') && !past;

/** 政府采购支出总额…，其中：货物…、工程…、服务…: each once, after the total of their whole sentence. */
export function purchases({ facts, place }: SectionFacts): Sum[] {
  if (place.scope !== 'procurement') return [];
  return facts.flatMap((total) => {
    if (!isAmount(total) || !/^政府采购/u.test(nameOf(total)) || PURCHASES.some((word) => nameOf(total).includes(word))) return [];
    const next = facts.filter((f) => f.index > total.index && f.mention.sentence.whole === total.mention.sentence.whole && isAmount(f));
    const parts = next.slice(0, PURCHASES.length);
    const isComplete = PURCHASES.every((word, i) => parts[i] && nameOf(parts[i]).includes(word));
    return isComplete ? [{ title: '政府采购支出总额', total, parts }] : [];
  });
}

const OF_KIND = /^(货物|工程|服务)采购授予中小企业合同金额$/u;

/**
 * 货物采购授予中小企业合同金额占货物支出金额的…%, and so on: taken of what was bought, the shares make up the contracts given to small and
 * medium enterprises. Many take them of those contracts instead.
 */
export function checkSmallBusiness(section: SectionFacts): Finding[] {
  const { facts, place } = section;
  const total = facts.find((f) => isAmount(f) && /^授予中小企业合同金额$/u.test(nameOf(f)));
  const [sum, ...more] = place.scope === 'procurement' ? purchases(section) : [];
  const shares = facts.flatMap((f) => {
    const kind = f.kind === 'share' ? OF_KIND.exec(f.label.name)?.[1] : undefined;
    return kind === undefined ? [] : [{ kind, fact: f }];
  });
  const [first] = shares;
  if (!total || !sum || more.length > 0 || !first) return [];
  const given = PURCHASES.map((kind, i): Interval => {
    const bought = around((sum.parts[i] as Fact).mention.quantity);
    const share = shares.find((s) => s.kind === kind);
    const rate = share ? around(share.fact.mention.quantity) : { low: new Exact(0), high: new Exact(100) };
    return { low: bought.low.times(rate.low).div(100), high: bought.high.times(rate.high).div(100) };
  }).reduce(plus);
  const told = total.mention.quantity;
  if (gap(given, around(told)).isZero()) return [];
  const middle = given.low.plus(given.high).div(2);
  const { sentence, start } = first.fact.mention;
  return [
    proseFinding(sentence, start, {
      rule: 'PROSE-SHARE',
      severity: 'warning',
      verdict: 'publisher',
      message: `文中${shares.map((s) => s.kind).join('、')}采购授予中小企业的比例按各类采购支出折算约为${inUnit(middle, told, 2)}${told.unit}，与授予中小企业合同金额${say(told)}不符。`,
      expected: told.digits,
      found: inUnit(middle, told, 2),
      difference: inUnit(middle.minus(told.value), told, 2),
      tolerance: inUnit(given.high.minus(given.low).div(2), told, 2),
    }),
  ];
}
