import type { Fact, SectionFacts } from '../../text/facts.js';
import { type ListOfKind, restOfSentence, type ToldList } from './list.js';

/** 共有车辆15辆，其中：…、其他用车6辆: complete where 其他用车 closes the list. */
export function closedLists(list: ListOfKind<'closed'>, { facts }: SectionFacts): ToldList[] {
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
