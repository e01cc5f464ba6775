import type { GivenShares } from '../../../../extractors/prose.js';
import { PROSE_SHARE } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { at } from '../../../base/invariant.js';
import { Exact } from '../../../base/money.js';
import type { ProseContext } from '../context.js';
import { proseFinding, withUnit } from '../finding.js';
import { around, inUnit, meet, middle, plus, type Range } from '../quantity.js';
import type { Fact } from '../text/facts.js';
import type { CheckedSection } from './section.js';
import { isAmountOfYear, nameOf, orderedLists } from './stated-lists.js';

/**
 * 货物采购授予中小企业合同金额占货物支出金额的…%, and so on: taken of what was bought, the shares make up the contracts given to small and
 * medium enterprises. Many take them of those contracts instead.
 */
export function checkGivenShares(section: CheckedSection, { prose }: ProseContext): Finding[] {
  return prose.lists.flatMap((list) => {
    if (list.kind !== 'ordered' || !list.given || list.chapter !== section.place.chapter?.id) return [];
    const { given } = list;
    const total = section.facts.find((f) => isAmountOfYear(f) && given.total.test(nameOf(f)));
    const [bought, ...more] = orderedLists(list, section);
    const shares = sharesIn(section.facts, given);
    if (!total || !bought || more.length > 0 || shares.length === 0) return [];
    const amounts = list.parts.map((part, i): Range => {
      const whole = around(at(bought.parts, i).mention.quantity);
      const share = shares.find((s) => s.part === part);
      const rate = share ? around(share.fact.mention.quantity) : ANY_RATE;
      return { low: whole.low.times(rate.low).div(100), high: whole.high.times(rate.high).div(100) };
    });
    const sum = amounts.reduce(plus);
    return meet(sum, around(total.mention.quantity)) ? [] : [wrongShares(sum, total, shares, given)];
  });
}

/** The share of a part that is not stated. */
const ANY_RATE: Range = { low: new Exact(0), high: new Exact(100) };

interface ShareOfPart {
  readonly part: string;
  readonly fact: Fact;
}

function sharesIn(facts: readonly Fact[], { share }: GivenShares): ShareOfPart[] {
  return facts.flatMap((fact) => {
    const part = fact.kind === 'share' ? share.exec(fact.phrase.name)?.groups?.['part'] : undefined;
    return part === undefined ? [] : [{ part, fact }];
  });
}

function wrongShares(sum: Range, { mention }: Fact, shares: readonly ShareOfPart[], given: GivenShares): Finding {
  const stated = mention.quantity;
  const { sentence, start } = at(shares, 0).fact.mention;
  const found = inUnit(middle(sum), stated, 2);
  const parts = shares.map((s) => s.part).join('、');
  return proseFinding(sentence, start, {
    rule: PROSE_SHARE.id,
    severity: 'warning',
    verdict: 'publisher',
    message: `文中${parts}${given.sharesTitle}按${given.boughtTitle}折算约为${found}${stated.unit}，与${given.title}${withUnit(stated)}不符。`,
    expected: stated.digits,
    found,
    difference: inUnit(middle(sum).minus(stated.value), stated, 2),
    tolerance: inUnit(sum.high.minus(sum.low).div(2), stated, 2),
  });
}
