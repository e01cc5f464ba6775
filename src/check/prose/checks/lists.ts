import type { Finding } from '../../../../schemas/disclosure.js';
import { Exact, placesOf } from '../../../base/money.js';
import { proseFinding, say } from '../finding.js';
import { inUnit } from '../quantity.js';
import type { Fact, SectionFacts } from '../text/facts.js';
import { purchases } from './given-shares.js';

/** Lists whose parts are all told: 货物, 工程 and 服务 bought; vehicles by use; projects one by one. */
export function checkSums(section: SectionFacts, doubted: ReadonlySet<Fact>): Finding[] {
  const sums = [...purchases(section), ...vehicles(section), ...threePublic(section), ...projects(section)];
  return sums.filter(({ total, parts }) => ![total, ...parts].some((fact) => doubted.has(fact))).flatMap(compare);
}

/** A total and its parts, all of them. */
export interface Sum {
  readonly title: string;
  readonly total: Fact;
  readonly parts: readonly Fact[];
}

/** 共有车辆15辆，其中…其他用车6辆: complete where 其他用车 closes the list. */
function vehicles({ facts, place }: SectionFacts): Sum[] {
  if (place.scope !== 'assets') return [];
  return facts.flatMap((total) => {
    if (!isVehicle(total) || !/车辆$|保有量$/u.test(total.label.name)) return [];
    const after = sameWhole(facts, total).filter(isVehicle);
    const last = after.findIndex((f) => /^其他(?:用车|车辆)$/u.test(f.label.name));
    const parts = after.slice(0, last + 1);
    const { plain } = total.mention.sentence;
    const isPlain = plain.split('其中').length === 2 && plain.indexOf('其中') > total.mention.start;
    return last >= 1 && isPlain && parts.every((f) => /车/u.test(f.label.name)) ? [{ title: '车辆总数', total, parts }] : [];
  });
}

const isVehicle = ({ mention, kind }: Fact) => kind === 'count' && mention.quantity.unit === '辆';

const THREE = ['因公出国（境）费', '公务用车购置及运行维护费', '公务接待费'];

/** The 三公 and their total, each told once: what was budgeted, and what was spent. */
function threePublic({ facts, place }: SectionFacts): Sum[] {
  if (place.scope !== 'three-public') return [];
  const told = (title: string, isBudget: boolean) => {
    const own = facts.filter((f) => f.subject?.measure?.title === title && f.mention.quantity.kind === 'money' && !f.past);
    const amounts = own.filter((f) => (isBudget ? f.kind === 'budget' : f.kind === 'final' || f.kind === 'amount'));
    const [first] = amounts;
    return first && amounts.every((f) => f.mention.quantity.value.eq(first.mention.quantity.value)) ? [first] : [];
  };
  return [true, false].flatMap((isBudget) => {
    const [total] = told('“三公”经费', isBudget);
    const parts = THREE.flatMap((title) => told(title, isBudget));
    return total && parts.length === THREE.length ? [{ title: `“三公”经费${isBudget ? '预算' : '决算'}`, total, parts }] : [];
  });
}

/** 项目共4个，决算资金共76万元，分别是：, and numbered paragraphs below, each with one amount of the same kind. */
function projects({ facts, sentences, place }: SectionFacts): Sum[] {
  if (place.scope !== 'performance') return [];
  const leads = sentences.filter(
    (s) => /(?:分别[是为]|如下|具体[是为])：$/u.test(s.plain) || /(?:分别[是为]|如下)：/u.test(s.plain.slice(-40)),
  );
  return leads.flatMap((lead) => {
    const own = facts.filter((f) => f.mention.sentence === lead);
    const count = own.find((f) => f.kind === 'count' && f.mention.quantity.unit === '个' && /项目/u.test(f.mention.label));
    const [total, ...others] = own.filter((f) => f.mention.quantity.kind === 'money' && (f.kind === 'final' || f.kind === 'budget'));
    const amount = Number(count?.mention.quantity.digits ?? 0);
    if (!total || others.length > 0 || amount < 2) return [];
    const parts = Array.from({ length: amount }, (_, i) => facts.filter((f) => f.mention.sentence.paragraph === lead.paragraph + 1 + i));
    const numbered = parts.every((_, i) => openingOf(sentences, lead.paragraph + 1 + i).startsWith(String(i + 1)));
    const amounts = parts.flatMap((p) => p.filter((f) => f.mention.quantity.kind === 'money' && f.kind === total.kind).slice(0, 1));
    const isAlone = parts.every((p) => p.filter((f) => f.mention.quantity.kind === 'money' && f.kind === total.kind).length === 1);
    return numbered && isAlone ? [{ title: `${amount}个项目资金`, total, parts: amounts }] : [];
  });
}

const openingOf = (sentences: SectionFacts['sentences'], paragraph: number) =>
  sentences.find((s) => s.paragraph === paragraph)?.plain ?? '';
const sameWhole = (facts: readonly Fact[], fact: Fact) =>
  facts.filter((f) => f.index > fact.index && f.mention.sentence.whole === fact.mention.sentence.whole);

/** Counts are exact; printed amounts may each be half a unit off, which is what everybody expects of them. */
function compare({ title, total, parts }: Sum): Finding[] {
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
      rule: 'PROSE-SUM',
      severity: 'error',
      verdict: 'publisher',
      message: `文中称${title}${say(quantity)}，所列各项相加为${inPrint(sum)}${quantity.unit}，相差${inPrint(off.abs())}${quantity.unit}。`,
      expected: inPrint(sum),
      found: quantity.digits,
      difference: inPrint(off),
      tolerance: isCount ? '0' : inUnit(halves, quantity, places + 1),
    }),
  ];
}
