import type { List } from '../../../../extractors/prose.js';
import { PROSE_SUM } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { Exact, placesOf } from '../../../base/money.js';
import type { ProseContext } from '../context.js';
import { proseFinding, withUnit } from '../finding.js';
import { inUnit } from '../quantity.js';
import type { SectionFacts } from '../text/facts.js';
import type { CheckedSection } from './section.js';
import { closedLists, measureLists, orderedLists, paragraphLists, type StatedList } from './stated-lists.js';

/** Totals whose parts are all stated: 货物, 工程 and 服务 bought; vehicles by use; projects one by one. */
export function checkLists(section: CheckedSection, context: ProseContext): Finding[] {
  return context.prose.lists
    .filter(({ chapter }) => chapter === null || chapter === section.place.chapter?.id)
    .flatMap((list) => find(list, section, context))
    .filter(({ total, parts }) => ![total, ...parts].some((fact) => section.doubted.has(fact)))
    .flatMap(compare);
}

function find(list: List, section: SectionFacts, context: ProseContext): StatedList[] {
  if (list.kind === 'ordered') return orderedLists(list, section);
  if (list.kind === 'closed') return closedLists(list, section);
  return list.kind === 'measures' ? measureLists(list, section, context) : paragraphLists(list, section);
}

/** Counts are exact; printed amounts may each be half a unit off, as every reader expects. */
function compare({ title, total, parts }: StatedList): Finding[] {
  const { quantity, sentence, start } = total.mention;
  const sum = parts.reduce((s, f) => s.plus(f.mention.quantity.value), new Exact(0));
  const off = quantity.value.minus(sum);
  const isCount = total.kind === 'count';
  const halves = [total, ...parts].reduce((s, f) => s.plus(f.mention.quantity.step.div(2)), new Exact(0));
  if (off.abs().lte(isCount ? 0 : halves)) return [];
  const places = Math.max(...[total, ...parts].map((f) => placesOf(f.mention.quantity.digits)));
  const inPrint = (value: typeof off) => inUnit(value, quantity, places);
  return [
    proseFinding(sentence, start, {
      rule: PROSE_SUM.id,
      severity: 'error',
      verdict: 'publisher',
      message: `文中称${title}${withUnit(quantity)}，所列各项相加为${inPrint(sum)}${quantity.unit}，相差${inPrint(off.abs())}${quantity.unit}。`,
      expected: inPrint(sum),
      found: quantity.digits,
      difference: inPrint(off),
      tolerance: isCount ? '0' : inUnit(halves, quantity, places + 1),
    }),
  ];
}
