import type { MeasureId } from '../../../../../extractors/prose.js';
import type { ProseContext } from '../../context.js';
import { type Fact, isPrincipal, type SectionFacts } from '../../text/facts.js';
import type { ListOfKind, ToldList } from './list.js';

/** The 三公 and their total, each told once: what was budgeted, and what was spent. */
export function measureLists(list: ListOfKind<'measures'>, { facts }: SectionFacts, { prose, measures }: ProseContext): ToldList[] {
  const { principal, other } = prose.wording;
  const lists = [
    { word: other.word, isOfKind: (fact: Fact) => fact.kind === 'other' },
    { word: principal, isOfKind: isPrincipal },
  ];
  return lists.flatMap(({ word, isOfKind }) => {
    const [total] = toldOnce(list.total, facts, isOfKind);
    const parts = list.parts.flatMap((id) => toldOnce(id, facts, isOfKind));
    const title = `${measures.byId(list.total).title}${word}`;
    return total && parts.length === list.parts.length ? [{ title, total, parts }] : [];
  });
}

/** The first amount told of a measure, if all that are told are the same. */
function toldOnce(id: MeasureId, facts: readonly Fact[], isOfKind: (fact: Fact) => boolean): Fact[] {
  const amounts = facts.filter((f) => f.subject?.measure?.id === id && f.mention.quantity.kind === 'money' && !f.past && isOfKind(f));
  const [first] = amounts;
  return first && amounts.every((f) => f.mention.quantity.value.eq(first.mention.quantity.value)) ? [first] : [];
}
