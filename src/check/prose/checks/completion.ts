import { PROSE_COMPLETION } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { placesOf } from '../../../base/money.js';
import { evidenceOf, type ProseContext } from '../context.js';
import { cellsOf, gravity, proseFinding, withUnit } from '../finding.js';
import { around, meet, middle, type PrintedValue, percentage, type Quantity, type Range } from '../quantity.js';
import { otherSourcesOf } from '../tables/measures.js';
import { amountsOf, type Fact, isPrincipal } from '../text/facts.js';
import type { CheckedSection } from './section.js';

/** 完成年初预算的…%: what was spent of a subject over what was budgeted for it, and no rate where nothing was. */
export function checkCompletions(section: CheckedSection, context: ProseContext): Finding[] {
  return section.facts.flatMap((fact) => (fact.kind === 'completion' ? checkCompletion(fact, section, context) : []));
}

function checkCompletion(fact: Fact, section: CheckedSection, context: ProseContext): Finding[] {
  const { subject, phrase, mention } = fact;
  if (!subject || (phrase.name !== '' && subject.name !== phrase.name)) return [];
  const { chapter } = section.place;
  const amounts = amountsOf(section, subject);
  const stated = (facts: readonly Fact[]) => facts.filter((f) => f.index < fact.index && isNear(f, fact)).map((f) => f.mention.quantity);
  const [statedSpent, statedPlanned] = [stated(amounts.principal), stated(amounts.other)];
  const tableSpent = evidenceOf(subject.measure, chapter, context);
  const hasPlan = subject.measure !== null && !phrase.isInitial;
  const tablePlanned = hasPlan ? context.evidence.findAll(otherSourcesOf(subject.measure, chapter)) : [];
  const printed = around(mention.quantity);
  const planned = [...statedPlanned, ...tablePlanned].map(around);
  if ([...statedSpent, ...tableSpent].some((s) => planned.some((p) => isRateOf(around(s), p, printed)))) return [];
  const spentNow = statedSpent.at(-1) ?? tableSpent[0];
  const plannedNow = statedPlanned.at(-1) ?? tablePlanned[0];
  if (!spentNow || !plannedNow) return [];
  const cells = cellsOf([...tableSpent.slice(0, 1), ...tablePlanned.slice(0, 1)]);
  return plannedNow.value.lte(0)
    ? withoutPlan(fact, spentNow.value.isZero(), cells, context)
    : [wrongRate(fact, spentNow, plannedNow, statedSpent.at(-1), cells, context, composition(fact, section))];
}

/** An account's 项 runs over several sentences; else the rate belongs to its own paragraph. */
const isNear = (f: Fact, fact: Fact): boolean => f.mention.sentence.paragraph === fact.mention.sentence.paragraph;

function isRateOf(spent: Range, planned: Range, printed: Range): boolean {
  const share = middle(planned).gt(0) ? percentage(spent, planned) : null;
  return share !== null && meet(share, printed);
}

function withoutPlan(fact: Fact, isIdle: boolean, cells: Finding['cells'], { prose }: ProseContext): Finding[] {
  const { mention, subject, phrase } = fact;
  // 0 of 0 is 0 % in many templates, and misleads no reader.
  if (isIdle && mention.quantity.value.isZero()) return [];
  const { other } = prose.wording;
  const what = `${phrase.isInitial ? other.initial : ''}${other.word}`;
  return [
    proseFinding(mention.sentence, mention.start, {
      rule: PROSE_COMPLETION.id,
      severity: 'warning',
      verdict: 'publisher',
      message: `${subject?.title ?? ''}的${what}为0，没有完成率可言，文中却称完成${what}的${withUnit(mention.quantity)}。`,
      expected: null,
      found: mention.quantity.digits,
      cells,
    }),
  ];
}

/** 9.16% and 90.84% as rates of two budgets are what each spent of both: a remark for the end of a message, or nothing. */
function composition({ mention }: Fact, { facts }: CheckedSection): string {
  const rates = facts.filter(({ kind }) => kind === 'completion').map((each) => each.mention.quantity);
  const others = rates.filter((rate) => rate !== mention.quantity);
  const isWhole = others.some(
    (rate) => rate.value.plus(mention.quantity.value).eq(100) && !rate.value.isZero() && !mention.quantity.value.isZero(),
  );
  return isWhole ? '；文中两个完成率之和恰为100%，疑将占比写作完成率' : '';
}

function wrongRate(
  fact: Fact,
  spent: PrintedValue,
  planned: PrintedValue,
  stated: Quantity | undefined,
  cells: Finding['cells'],
  { prose }: ProseContext,
  remark: string,
): Finding {
  const { quantity, sentence, start } = fact.mention;
  const { principal, other } = prose.wording;
  const places = placesOf(quantity.digits);
  const expected = spent.value.div(planned.value).times(100).toFixed(places);
  const off = quantity.value.minus(expected);
  return proseFinding(sentence, start, {
    rule: PROSE_COMPLETION.id,
    ...gravity(off.abs().div(quantity.step)),
    message: `文中称${fact.subject?.title ?? ''}${stated ? withUnit(stated) : ''}完成${other.word}的${withUnit(quantity)}，按${principal}数与${other.word}数计算应为${expected}%${remark}。`,
    expected,
    found: quantity.digits,
    difference: off.toFixed(places),
    tolerance: quantity.step.div(2).toFixed(),
    cells,
  });
}

/** 预算80万元，支出40万元，执行率50%: one budget and one amount before the rate in its sentence, whatever they are of. */
export function checkExecution(section: CheckedSection, context: ProseContext): Finding[] {
  return section.facts.flatMap((fact) => {
    if (fact.kind !== 'completion' || amountsOf(section, fact.subject).other.length > 0) return [];
    const { sentence, quantity } = fact.mention;
    const near = section.facts.filter(
      (f) => f.index < fact.index && f.mention.sentence === sentence && f.mention.quantity.kind === 'money' && f.kind !== 'change',
    );
    const [planned, spent, ...others] = near;
    if (planned?.kind !== 'other' || !spent || !isPrincipal(spent) || others.length > 0) return [];
    const [plan, amount] = [planned.mention.quantity, spent.mention.quantity];
    const share = percentage(around(amount), around(plan));
    if (!share || meet(share, around(quantity)) || plan.value.lte(0)) return [];
    return [wrongExecution(fact, plan, amount, context)];
  });
}

function wrongExecution({ mention }: Fact, planned: Quantity, spent: Quantity, context: ProseContext): Finding {
  const { quantity: stated, sentence, start } = mention;
  const places = placesOf(stated.digits);
  const expected = spent.value.div(planned.value).times(100).toFixed(places);
  const isRounding = stated.value.minus(expected).abs().lte(stated.step);
  return proseFinding(sentence, start, {
    rule: PROSE_COMPLETION.id,
    severity: isRounding ? 'info' : 'warning',
    verdict: isRounding ? 'rounding' : 'publisher',
    message: `文中称${context.prose.wording.other.word}${withUnit(planned)}、支出${withUnit(spent)}，执行率${withUnit(stated)}，按两数计算应为${expected}%${otherBase(stated, context)}。`,
    expected,
    found: stated.digits,
    difference: stated.value.minus(expected).toFixed(places),
    tolerance: stated.step.div(2).toFixed(),
  });
}

/** Where the rate is an assessment's, whose base is another budget: 全年预算数, not 年初预算数. */
function otherBase(rate: Quantity, { prose, tables }: ProseContext): string {
  const { department, funds, columns, titles } = prose.assessments;
  const row = tables
    .filter((t) => t.form === department)
    .flatMap((t) => t.rows)
    .find((r) => r.concept === funds && r.cells[columns.rate]?.text.replace(/[\s%％]/gu, '') === rate.digits);
  const base = row?.cells[columns.full]?.value;
  return base == null ? '' : `；${titles.shortTable}的这一比率以${titles.fullBudget}${base}为分母`;
}
