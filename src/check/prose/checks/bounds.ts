import type { Finding } from '../../../../schemas/disclosure.js';
import { placesOf, type Unit } from '../../../base/money.js';
import { cellsOf, printedLike, proseFinding, say } from '../finding.js';
import { inUnit, type Quantity, toPrintedUnit } from '../quantity.js';
import type { Evidence, Ledger } from '../tables/evidence.js';
import { homesOf } from '../tables/measures.js';
import type { SectionFacts } from '../text/facts.js';
import type { Mention } from '../text/numbers.js';
import { agrees, unitSlip } from './amounts.js';

/**
 * 机关运行经费 is the 公用经费 of those units that are offices: it may be less where a department has 事业单位, never more. A figure that
 * differs from 公用经费 like a slip of the pen is worth a look either way.
 */
export function checkRunningCosts({ facts, place }: SectionFacts, ledger: Ledger): Finding[] {
  return facts.flatMap(({ subject, mention, kind, past }) => {
    if (subject?.measure?.title !== '机关运行经费' || past || (kind !== 'amount' && kind !== 'final')) return [];
    const evidence = homesOf(subject.measure, place.scope).flatMap((home) => ledger.find(home) ?? []);
    const [first] = evidence;
    const { quantity, sentence, start } = mention;
    if (!first || quantity.value.isZero() || evidence.some((e) => agrees(quantity, e))) return [];
    const slip = unitSlip(quantity, evidence);
    if (slip) return [wrongUnit(mention, slip, evidence)];
    const expected = printedLike(first.value, quantity, first.step);
    const more = quantity.value.gt(first.value);
    const severity = more || isSlip(quantity, expected) ? 'warning' : 'info';
    return [
      proseFinding(sentence, start, {
        rule: 'PROSE-RUNNING-COSTS',
        severity,
        verdict: more ? 'publisher' : 'unknown',
        message: more
          ? `文中称机关运行经费${say(quantity)}，多于${first.title}的公用经费${expected}${quantity.unit}，而机关运行经费只是其中的一部分。`
          : `文中称机关运行经费${say(quantity)}，与${first.title}的公用经费${expected}${quantity.unit}不等；有事业单位的部门可以少于公用经费，否则应当相等。`,
        expected,
        found: quantity.digits,
        difference: inUnit(quantity.value.minus(first.value), quantity, placesOf(expected)),
        tolerance: toPrintedUnit(quantity.step.div(2), quantity).toFixed(),
        cells: cellsOf(evidence),
      }),
    ];
  });
}

function wrongUnit({ sentence, start, quantity }: Mention, slip: { digits: string; unit: Unit }, evidence: readonly Evidence[]): Finding {
  return proseFinding(sentence, start, {
    rule: 'PROSE-UNIT',
    severity: 'error',
    verdict: 'publisher',
    message: `文中称机关运行经费${say(quantity)}，${evidence[0]?.title ?? ''}的公用经费为${say(slip)}，两处数字相同而单位相差一万倍，应是单位写错。`,
    found: quantity.digits,
    cells: cellsOf(evidence),
  });
}

/** The same digits in another order, or all but one of them. */
function isSlip({ digits }: Quantity, expected: string): boolean {
  if (digits.length !== expected.length) return false;
  const sorted = (text: string) => [...text].sort().join('');
  const different = [...digits].filter((d, i) => d !== expected[i]).length;
  return different === 1 || sorted(digits) === sorted(expected);
}
