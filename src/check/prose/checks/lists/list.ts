import type { List } from '../../../../../extractors/prose.js';
import { type Fact, isPrincipal } from '../../text/facts.js';

/** A total and its parts, all of them, as one section tells them. */
export interface ToldList {
  readonly title: string;
  readonly total: Fact;
  readonly parts: readonly Fact[];
}

export type ListOfKind<Kind extends List['kind']> = Extract<List, { readonly kind: Kind }>;

/** Money of the document's year. */
export const isAmountOfYear = (fact: Fact): boolean => fact.mention.quantity.kind === 'money' && isPrincipal(fact) && !fact.past;

export const nameOf = ({ subject }: Fact): string => subject?.name ?? '';

/** Facts behind another one in its whole sentence. */
export const restOfSentence = (facts: readonly Fact[], fact: Fact): Fact[] =>
  facts.filter((f) => f.index > fact.index && f.mention.sentence.whole === fact.mention.sentence.whole);
