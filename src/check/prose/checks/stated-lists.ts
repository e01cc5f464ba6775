/** How each kind of list is found in a section. */
import type { List, MeasureId } from '../../../../extractors/prose.js';
import type { ProseContext } from '../context.js';
import { type Fact, isPrincipal, type SectionFacts } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';

/** A total and its parts, all of them, as one section states them. */
export interface StatedList {
  readonly title: string;
  readonly total: Fact;
  readonly parts: readonly Fact[];
}

type ListOfKind<Kind extends List['kind']> = Extract<List, { readonly kind: Kind }>;

/** Money of the document's year. */
export const isAmountOfYear = (fact: Fact): boolean => fact.mention.quantity.kind === 'money' && isPrincipal(fact) && !fact.past;

export const nameOf = ({ subject }: Fact): string => subject?.name ?? '';

/** Facts behind another one in its whole sentence. */
const restOfSentence = (facts: readonly Fact[], fact: Fact): Fact[] =>
  facts.filter((f) => f.index > fact.index && f.mention.sentence.whole === fact.mention.sentence.whole);

/** 政府采购支出总额…，其中：货物…、工程…、服务…: each part once and in this order, behind the total in its whole sentence. */
export function orderedLists(list: ListOfKind<'ordered'>, { facts }: SectionFacts): StatedList[] {
  return facts.flatMap((total) => {
    const isTotal = isAmountOfYear(total) && list.total.test(nameOf(total)) && !list.parts.some((word) => nameOf(total).includes(word));
    if (!isTotal) return [];
    const parts = restOfSentence(facts, total).filter(isAmountOfYear).slice(0, list.parts.length);
    const isComplete = list.parts.every((word, i) =>
      (list.anyOrder ? parts : parts.slice(i, i + 1)).some((part) => nameOf(part).includes(word)),
    );
    return isComplete ? [{ title: list.title, total, parts }] : [];
  });
}

/** 共有车辆15辆，其中：…、其他用车6辆: complete where 其他用车 closes the list. */
export function closedLists(list: ListOfKind<'closed'>, { facts }: SectionFacts): StatedList[] {
  const isCounted = ({ mention, kind }: Fact) => kind === 'count' && mention.quantity.unit === list.unit;
  return facts.flatMap((total) => {
    if (!isCounted(total) || !list.total.test(total.phrase.name)) return [];
    const after = restOfSentence(facts, total).filter(isCounted);
    const last = after.findIndex((f) => list.last.test(f.phrase.name));
    const parts = after.slice(0, last + 1);
    // A second 其中 divides one of the parts.
    const { plain } = total.mention.sentence;
    const isPlain = plain.split('其中').length === 2 && plain.indexOf('其中') > total.mention.start;
    return last >= 1 && isPlain && parts.every((f) => list.part.test(f.phrase.name)) ? [{ title: list.title, total, parts }] : [];
  });
}

/** The 三公 and their total, each stated once: what was budgeted, and what was spent. */
export function measureLists(list: ListOfKind<'measures'>, { facts }: SectionFacts, { prose, measures }: ProseContext): StatedList[] {
  const { principal, other } = prose.wording;
  const lists = [
    { word: other.word, isOfKind: (fact: Fact) => fact.kind === 'other' },
    { word: principal, isOfKind: isPrincipal },
  ];
  return lists.flatMap(({ word, isOfKind }) => {
    const [total] = statedOnce(list.total, facts, isOfKind);
    const parts = list.parts.flatMap((id) => statedOnce(id, facts, isOfKind));
    const title = `${measures.byId(list.total).title}${word}`;
    return total && parts.length === list.parts.length ? [{ title, total, parts }] : [];
  });
}

/** The first amount stated of a measure, if it is the only one or all are equal; nothing otherwise. */
function statedOnce(id: MeasureId, facts: readonly Fact[], isOfKind: (fact: Fact) => boolean): Fact[] {
  const amounts = facts.filter((f) => f.subject?.measure?.id === id && f.mention.quantity.kind === 'money' && !f.past && isOfKind(f));
  const [first] = amounts;
  return first && amounts.every((f) => f.mention.quantity.value.eq(first.mention.quantity.value)) ? [first] : [];
}

/** Characters at the end of a sentence in which it may announce a list. */
const ANNOUNCING = 40;

/** 项目共4个，决算资金共76万元，分别是：, and numbered paragraphs below, each with one amount of the same kind. */
export function paragraphLists(list: ListOfKind<'paragraphs'>, { facts, sentences }: SectionFacts): StatedList[] {
  return sentences.filter(isAnnouncing).flatMap((lead) => {
    const own = facts.filter((f) => f.mention.sentence === lead);
    const count = own.find((f) => f.kind === 'count' && f.mention.quantity.unit === list.unit && list.counted.test(f.mention.words));
    const [total, ...others] = own.filter((f) => f.mention.quantity.kind === 'money' && (f.kind === 'principal' || f.kind === 'other'));
    if (!count || !total || others.length > 0) return [];
    const amount = Number(count.mention.quantity.digits);
    // Each part needs a sentence of its own: a count beyond that is a slip, or a number read wrongly.
    if (amount < 2 || amount > sentences.length) return [];
    const paragraphs = Array.from({ length: amount }, (_, i) => lead.paragraph + 1 + i);
    const parts = paragraphs.flatMap((paragraph, i) => onlyPart(facts, total, paragraph, i + 1, sentences));
    return parts.length === amount ? [{ title: `${amount}${list.title}`, total, parts }] : [];
  });
}

const isAnnouncing = ({ plain }: Sentence): boolean =>
  /(?:分别[是为]|如下|具体[是为])：$/u.test(plain) || /(?:分别[是为]|如下)：/u.test(plain.slice(-ANNOUNCING));

/** The one amount of the total's kind in a paragraph with the number; nothing where it has none or several. */
function onlyPart(facts: readonly Fact[], total: Fact, paragraph: number, number: number, sentences: readonly Sentence[]): Fact[] {
  const opening = sentences.find((s) => s.paragraph === paragraph);
  const amounts = facts.filter(
    (f) => f.mention.sentence.paragraph === paragraph && f.mention.quantity.kind === 'money' && f.kind === total.kind,
  );
  return opening?.plain.startsWith(String(number)) && amounts.length === 1 ? amounts : [];
}
