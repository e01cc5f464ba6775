import type { Finding } from '../../../../schemas/disclosure.js';
import { placesOf } from '../../../base/money.js';
import { cellsOf, gravity, proseFinding, say } from '../finding.js';
import { around, gap, type Interval, middle, percentage } from '../quantity.js';
import type { Evidence, Ledger } from '../tables/evidence.js';
import { homesOf } from '../tables/measures.js';
import type { Fact, SectionFacts } from '../text/facts.js';

/** 完成年初预算的…%: what was spent over what was budgeted, and no rate where nothing was. */
export function checkCompletions(section: SectionFacts, ledger: Ledger): Finding[] {
  return section.facts.flatMap((fact) => (fact.kind === 'completion' ? checkCompletion(fact, section, ledger) : []));
}

function checkCompletion(fact: Fact, section: SectionFacts, ledger: Ledger): Finding[] {
  const { subject, label, mention } = fact;
  if (!subject || (label.name !== '' && subject.name !== label.name)) return [];
  const before = (facts: readonly Fact[]) => facts.filter((f) => f.index < fact.index && isNear(f, fact));
  const [final, budget] = [before(subject.finals).at(-1), before(subject.budgets).at(-1)];
  const tables = (homes: Parameters<Ledger['find']>[0][]) => homes.flatMap((home) => ledger.find(home) ?? []);
  const finals = subject.measure ? tables([...homesOf(subject.measure, section.place.scope)]) : [];
  const budgets = section.place.scope === 'three-public' && !label.initial ? tables([...(subject.measure?.budget ?? [])]) : [];
  const printed = around(mention.quantity);
  const spent = [...before(subject.finals).map((f) => around(f.mention.quantity)), ...finals.map(around)];
  const planned = [...before(subject.budgets).map((f) => around(f.mention.quantity)), ...budgets.map(around)];
  if (spent.some((s) => planned.some((p) => meets(s, p, printed)))) return [];
  const spentNow = final?.mention.quantity ?? finals[0];
  const plannedNow = budget?.mention.quantity ?? budgets[0];
  if (!spentNow || !plannedNow) return [];
  const cells = cellsOf([...finals.slice(0, 1), ...budgets.slice(0, 1)]);
  return plannedNow.value.lte(0)
    ? withoutBudget(fact, spentNow.value.isZero(), cells)
    : [wrongRate(fact, spentNow, plannedNow, final, cells)];
}

/** An account's 项 runs over several sentences; else the rate belongs to its own. */
const isNear = (f: Fact, fact: Fact) => f.mention.sentence.paragraph === fact.mention.sentence.paragraph;

function meets(spent: Interval, planned: Interval, printed: Interval): boolean {
  const share = middle(planned).gt(0) ? percentage(spent, planned) : null;
  return share !== null && gap(share, printed).isZero();
}

function withoutBudget({ mention, subject, label }: Fact, isIdle: boolean, cells: Finding['cells']): Finding[] {
  // 0 of 0 is 0 % in many templates: nobody is misled.
  if (isIdle && mention.quantity.value.isZero()) return [];
  const what = `${label.initial ? '年初' : ''}预算`;
  return [
    proseFinding(mention.sentence, mention.start, {
      rule: 'PROSE-COMPLETION',
      severity: 'warning',
      verdict: 'publisher',
      message: `${subject?.title ?? ''}的${what}为0，没有完成率可言，文中却称完成${what}的${say(mention.quantity)}。`,
      expected: null,
      found: mention.quantity.digits,
      cells,
    }),
  ];
}

function wrongRate(
  fact: Fact,
  spent: Pick<Evidence, 'value' | 'step'>,
  planned: Pick<Evidence, 'value' | 'step'>,
  final: Fact | undefined,
  cells: Finding['cells'],
): Finding {
  const { quantity, sentence, start } = fact.mention;
  const places = placesOf(quantity.digits);
  const expected = spent.value.div(planned.value).times(100);
  const off = quantity.value.minus(expected.toFixed(places));
  const amount = final ? say(final.mention.quantity) : '';
  return proseFinding(sentence, start, {
    rule: 'PROSE-COMPLETION',
    ...gravity(off.abs().div(quantity.step)),
    message: `文中称${fact.subject?.title ?? ''}${amount}完成预算的${say(quantity)}，按决算数与预算数计算应为${expected.toFixed(places)}%。`,
    expected: expected.toFixed(places),
    found: quantity.digits,
    difference: off.toFixed(places),
    tolerance: quantity.step.div(2).toFixed(),
    cells,
  });
}
