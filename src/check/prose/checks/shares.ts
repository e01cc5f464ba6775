import type { Measure } from '../../../../extractors/prose.js';
import { PROSE_SHARE } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { groupBy } from '../../../base/group.js';
import { Exact, placesOf } from '../../../base/money.js';
import { oncePer } from '../cached.js';
import { evidenceOf, type ProseContext } from '../context.js';
import { cellsOf, gravity, proseFinding, withUnit } from '../finding.js';
import { around, gap, meet, middle, percentage, type Range } from '../quantity.js';
import type { Evidence } from '../tables/evidence.js';
import { amountsOf, type Fact, isPrincipal } from '../text/facts.js';
import type { CheckedSection } from './section.js';

/** 占…%: the part over the whole. Every whole that may be meant is tried, as printed here and as printed in the tables. */
export function checkShares(section: CheckedSection, context: ProseContext): Finding[] {
  const shares = section.facts.filter(({ kind }) => kind === 'share');
  const wrong = shares.flatMap((fact) => checkShare(fact, section, context));
  return wrong.length > 0 ? wrong : tooMuch(shares);
}

/** Shares of one whole of one sentence that make more than all of it. What stands behind 其中 is a share of a part. */
function tooMuch(shares: readonly Fact[]): Finding[] {
  const groups = groupBy(shares, ({ mention, phrase }) => `${mention.sentence.whole} ${phrase.whole}`);
  return [...groups.values()].flatMap((group): Finding[] => {
    const [first, ...others] = group;
    if (!first || others.length === 0) return [];
    const { sentence, start } = first.mention;
    const isNested = others.some(({ mention }) =>
      mention.sentence.plain.slice(mention.sentence === sentence ? start : 0, mention.start).includes('其中'),
    );
    if (isNested) return [];
    const quantities = group.map(({ mention }) => mention.quantity);
    const sum = Exact.sum(...quantities.map(({ value }) => value));
    const room = Exact.sum(...quantities.map(({ step }) => step.div(2)));
    if (sum.minus(100).lte(room)) return [];
    const message = `文中所列各项占比${quantities.map(withUnit).join('、')}之和为${sum.toFixed()}%，超过100%。`;
    return [proseFinding(sentence, start, { rule: PROSE_SHARE.id, severity: 'warning', verdict: 'publisher', message, cells: [] })];
  });
}

function checkShare(fact: Fact, section: CheckedSection, context: ProseContext): Finding[] {
  const part = partOf(fact, section, context);
  const named = part ? wholesOf(fact, part, section, context) : [];
  if (!part || named.length === 0) return [];
  const printed = around(fact.mention.quantity);
  const parts = [part.range, ...part.evidence.map(around)];
  const others = amountsBefore(fact, part, section).map((f) => around(f.mention.quantity));
  const wholes = [...named.flatMap((w) => [w.range, ...w.evidence.map(around)]), ...others].filter((w) => middle(w).gt(0));
  // The first pair fits most shares: no division more than it takes.
  const fits = (share: Range | null) => share !== null && meet(share, printed);
  if (parts.some((p) => wholes.some((w) => fits(percentage(p, w))))) return [];
  const likely = named.flatMap((whole) => {
    const share = percentage(part.range, whole.range);
    return share && part.range.low.lte(whole.range.high) ? [{ whole, off: gap(share, printed) }] : [];
  });
  const [nearest] = likely.toSorted((a, b) => a.off.cmp(b.off));
  return nearest && middle(nearest.whole.range).gt(0) ? [wrongShare(fact, part, nearest.whole)] : [];
}

/** A part or a whole: stated in the text, or known from the tables only. */
interface PartOrWhole {
  readonly fact: Fact | null;
  readonly title: string;
  /** As the text prints it; empty where it does not. */
  readonly text: string;
  readonly range: Range;
  /** The same amount in the tables. */
  readonly evidence: readonly Evidence[];
}

/** The last amount stated of the same subject, in the same whole sentence. */
function partOf({ subject, mention, phrase }: Fact, section: CheckedSection, context: ProseContext): PartOrWhole | null {
  if (phrase.name !== '') return null;
  const own = amountsOf(section, subject).principal.findLast((f) => f.mention.sentence.whole === mention.sentence.whole);
  return own ? amountOf(own, section, context) : null;
}

/** The whole the words name, wherever it is printed; with none named, the amount the sentence or its list began with. */
function wholesOf(fact: Fact, part: PartOrWhole, section: CheckedSection, context: ProseContext): PartOrWhole[] {
  const { chapter } = section.place;
  const { whole } = fact.phrase;
  const before = amountsBefore(fact, part, section);
  if (whole !== '') {
    const stated = before.findLast((f) => f.subject?.name === whole && f.kind !== 'other');
    return stated ? [amountOf(stated, section, context)] : fromTables(context.measures.wholeNamed(whole), section, context);
  }
  const inSentence = before.find((f) => f.mention.sentence.whole === fact.mention.sentence.whole);
  const opening = inSentence ?? before.findLast((f) => /(?:：|其中：?|如下：?)$/u.test(f.mention.sentence.plain));
  // What has a share itself is a part beside this one, not its whole.
  const isPart = section.facts.some((f) => f.kind === 'share' && f.phrase.whole === '' && f.subject === opening?.subject);
  if (opening && !isPart) return [amountOf(opening, section, context)];
  // 本年支出合计…。按经济分类划分为基本支出…，占…%: parts of the total that the paragraph began with.
  const total = before.find((f) => f.mention.sentence.paragraph === fact.mention.sentence.paragraph && f.subject?.measure?.isTotal);
  if (total) return [amountOf(total, section, context)];
  // A section of numbered parts that began with the one total it states.
  const totals = section.facts.filter((f) => isAmount(f) && f.subject?.measure?.isTotal);
  const [first] = before;
  if (first && totals.length === 1 && totals[0] === first) return [amountOf(first, section, context)];
  // “三公”经费支出决算中，因公出国（境）费…占…: the total stands in the table only.
  return chapter?.wholeOfShares ? fromTables(context.measures.byId(chapter.wholeOfShares), section, context) : [];
}

/** Amounts of any kind before a share, but for the part that the share is of. */
const amountsBefore = (fact: Fact, part: PartOrWhole, section: CheckedSection): Fact[] =>
  amountsIn(section).filter((f) => f.index < fact.index && f !== part.fact);

const amountsIn = oncePer(({ facts }: CheckedSection) => facts.filter(isAmount));

const isAmount = (fact: Fact): boolean => fact.mention.quantity.kind === 'money' && (isPrincipal(fact) || fact.kind === 'other');

function fromTables(measure: Measure | null, { place }: CheckedSection, context: ProseContext): PartOrWhole[] {
  const title = measure?.title ?? '';
  return evidenceOf(measure, place.chapter, context).map((e) => ({ fact: null, title, text: '', range: around(e), evidence: [e] }));
}

function amountOf(fact: Fact, { place }: CheckedSection, context: ProseContext): PartOrWhole {
  const { subject, mention, kind } = fact;
  const evidence = kind === 'other' ? [] : evidenceOf(subject?.measure, place.chapter, context);
  return { fact, title: subject?.title ?? '', text: withUnit(mention.quantity), range: around(mention.quantity), evidence };
}

function wrongShare(fact: Fact, part: PartOrWhole, whole: PartOrWhole): Finding {
  const { quantity, sentence, start } = fact.mention;
  const places = placesOf(quantity.digits);
  const expected = middle(part.range).div(middle(whole.range)).times(100).toFixed(places);
  const off = quantity.value.minus(expected);
  return proseFinding(sentence, start, {
    rule: PROSE_SHARE.id,
    ...gravity(off.abs().div(quantity.step)),
    message: `文中称${part.title}${part.text}占${whole.title}${whole.text}的${withUnit(quantity)}，按两数计算应占${expected}%。`,
    expected,
    found: quantity.digits,
    difference: off.toFixed(places),
    tolerance: quantity.step.div(2).toFixed(),
    cells: cellsOf(whole.evidence.slice(0, 1)),
  });
}
