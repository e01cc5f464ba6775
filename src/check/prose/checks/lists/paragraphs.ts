import type { Fact, SectionFacts } from '../../text/facts.js';
import type { Sentence } from '../../text/sentences.js';
import type { ListOfKind, ToldList } from './list.js';

/** Characters at the end of a sentence in which it may announce a list. */
const ANNOUNCING = 40;

/** 项目共4个，决算资金共76万元，分别是：, and numbered paragraphs below, each with one amount of the same kind. */
export function paragraphLists(list: ListOfKind<'paragraphs'>, { facts, sentences }: SectionFacts): ToldList[] {
  return sentences.filter(isAnnouncing).flatMap((lead) => {
    const own = facts.filter((f) => f.mention.sentence === lead);
    const count = own.find((f) => f.kind === 'count' && f.mention.quantity.unit === list.unit && list.counted.test(f.mention.words));
    const [total, ...others] = own.filter((f) => f.mention.quantity.kind === 'money' && (f.kind === 'principal' || f.kind === 'other'));
    if (!count || !total || others.length > 0) return [];
    const amount = Number(count.mention.quantity.digits);
    if (amount < 2) return [];
    const paragraphs = Array.from({ length: amount }, (_, i) => lead.paragraph + 1 + i);
    const parts = paragraphs.flatMap((paragraph, i) => onlyPart(facts, total, paragraph, i + 1, sentences));
    return parts.length === amount ? [{ title: `${amount}${list.title}`, total, parts }] : [];
  });
}

const isAnnouncing = ({ plain }: Sentence): boolean =>
  /(?:分别[是为]|如下|具体[是为])：$/u.test(plain) || /(?:分别[是为]|如下)：/u.test(plain.slice(-ANNOUNCING));

/** The one amount of the total's kind in a paragraph that bears the number; nothing where it has none or several. */
function onlyPart(facts: readonly Fact[], total: Fact, paragraph: number, number: number, sentences: readonly Sentence[]): Fact[] {
  const opening = sentences.find((s) => s.paragraph === paragraph);
  const amounts = facts.filter(
    (f) => f.mention.sentence.paragraph === paragraph && f.mention.quantity.kind === 'money' && f.kind === total.kind,
  );
  return opening?.plain.startsWith(String(number)) && amounts.length === 1 ? amounts : [];
}
