import type { Whole } from '../../../../extractors/prose.js';
import { PROSE_RUNNING_COSTS, PROSE_UNIT } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { at } from '../../../base/invariant.js';
import { placesOf } from '../../../base/money.js';
import { evidenceOf, type ProseContext } from '../context.js';
import { cellsOf, printedLike, proseFinding, withUnit } from '../finding.js';
import { around, inUnit, type Quantity, toPrintedUnit } from '../quantity.js';
import type { Evidence } from '../tables/evidence.js';
import { ownSourcesOf } from '../tables/measures.js';
import { type Fact, isPrincipal } from '../text/facts.js';
import { agrees, unitSlip } from './amounts.js';
import { baseOf, changeBefore, fits } from './changes.js';
import type { CheckedSection } from './section.js';

/**
 * Measures that are a part of what the tables print, never more: 机关运行经费 is the 公用经费 of those units that are offices, less where
 * a department has 事业单位. A figure that differs from the whole like a slip of the pen is worth a look either way.
 */
export function checkBounds(section: CheckedSection, context: ProseContext): Finding[] {
  const { facts, place } = section;
  return facts.flatMap((fact) => {
    const measure = fact.subject?.measure;
    if (!measure?.partOf || fact.past || !isPrincipal(fact)) return [];
    const evidence = evidenceOf(measure, place.chapter, context);
    const { quantity } = fact.mention;
    if (context.evidence.findAll(ownSourcesOf(measure, place.chapter)).length > 0) return [];
    if (evidence.length === 0 || quantity.value.isZero() || evidence.some((e) => agrees(quantity, e))) return [];
    const slip = unitSlip(quantity, evidence);
    const title = measure.title;
    if (slip) return [wrongUnit(fact, title, slip, measure.partOf, evidence)];
    const witness = changeThatFits(fact, evidence, section);
    return [witness ? wholeAfterAll(fact, title, measure.partOf, witness) : notTheWhole(fact, title, measure.partOf, evidence)];
  });
}

/** The change on the year before and its rate, printed behind an amount, and the amount of the tables of which they are true. */
interface Witness {
  readonly change: Fact;
  readonly rate: Fact;
  readonly whole: Evidence;
}

/** A change and its rate that are true of what the tables print, and not of the amount before them. */
function changeThatFits(fact: Fact, evidence: readonly Evidence[], section: CheckedSection): Witness | null {
  for (const rate of section.facts.slice(fact.index + 1)) {
    if (rate.kind !== 'change' || rate.mention.quantity.kind !== 'percent') continue;
    const change = changeBefore(rate, section);
    if (!change || change.subject !== fact.subject) continue;
    const isTrueOf = (amount: Quantity | Evidence) => fits(change, rate, baseOf(around(amount), change));
    const whole = evidence.find(isTrueOf);
    return whole && !isTrueOf(fact.mention.quantity) ? { change, rate, whole } : null;
  }
  return null;
}

/** The amount is the whole by the words around it: what it prints is a slip. */
function wholeAfterAll({ mention }: Fact, title: string, whole: Whole, { change, rate, whole: figure }: Witness): Finding {
  const { quantity, sentence, start } = mention;
  const expected = printedLike(figure.value, quantity, figure.step);
  const isUp = change.phrase.direction > 0;
  const before = baseOf(around(figure), change);
  const isPast = quantity.value.gte(before.low) && quantity.value.lte(before.high);
  const changed = `${isUp ? '增加' : '减少'}${withUnit(change.mention.quantity)}、${isUp ? '增长' : '下降'}${withUnit(rate.mention.quantity)}`;
  return proseFinding(sentence, start, {
    rule: PROSE_RUNNING_COSTS.id,
    severity: 'error',
    verdict: 'publisher',
    message: `文中称${title}${withUnit(quantity)}，而所称${changed}与${figure.title}的${whole.title}${expected}${quantity.unit}相符，与此数不符${isPast ? '；此数恰是由此推算的上年数' : ''}。`,
    expected,
    found: quantity.digits,
    difference: inUnit(quantity.value.minus(figure.value), quantity, placesOf(expected)),
    tolerance: toPrintedUnit(quantity.step.div(2), quantity).toFixed(),
    cells: cellsOf([figure]),
  });
}

function notTheWhole({ mention }: Fact, title: string, whole: Whole, evidence: readonly Evidence[]): Finding {
  const { quantity, sentence, start } = mention;
  const first = at(evidence, 0);
  const expected = printedLike(first.value, quantity, first.step);
  const isMore = quantity.value.gt(first.value);
  const printed = `${first.title}的${whole.title}${expected}${quantity.unit}`;
  return proseFinding(sentence, start, {
    rule: PROSE_RUNNING_COSTS.id,
    severity: isMore || isSlip(quantity, expected) ? 'warning' : 'info',
    verdict: isMore ? 'publisher' : 'unknown',
    message: isMore
      ? `文中称${title}${withUnit(quantity)}，多于${printed}，而${title}只是其中的一部分。`
      : `文中称${title}${withUnit(quantity)}，与${printed}不等；${whole.exception}。`,
    expected,
    found: quantity.digits,
    difference: inUnit(quantity.value.minus(first.value), quantity, placesOf(expected)),
    tolerance: toPrintedUnit(quantity.step.div(2), quantity).toFixed(),
    cells: cellsOf(evidence),
  });
}

type Slip = NonNullable<ReturnType<typeof unitSlip>>;

function wrongUnit({ mention }: Fact, title: string, slip: Slip, whole: Whole, evidence: readonly Evidence[]): Finding {
  const { sentence, start, quantity } = mention;
  return proseFinding(sentence, start, {
    rule: PROSE_UNIT.id,
    severity: 'error',
    verdict: 'publisher',
    message: `文中称${title}${withUnit(quantity)}，${at(evidence, 0).title}的${whole.title}为${withUnit(slip)}，两处数字相同而单位相差一万倍，应是单位写错。`,
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
