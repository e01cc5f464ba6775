import type { SectionFacts } from '../../text/facts.js';
import { isAmountOfYear, type ListOfKind, nameOf, restOfSentence, type ToldList } from './list.js';

/** 政府采购支出总额…，其中：货物…、工程…、服务…: each part once and in this order, behind the total in its whole sentence. */
export function orderedLists(list: ListOfKind<'ordered'>, { facts }: SectionFacts): ToldList[] {
  return facts.flatMap((total) => {
    const isTotal = isAmountOfYear(total) && list.total.test(nameOf(total)) && !list.parts.some((word) => nameOf(total).includes(word));
    if (!isTotal) return [];
    const parts = restOfSentence(facts, total).filter(isAmountOfYear).slice(0, list.parts.length);
    const isComplete = list.parts.every((word, i) => parts[i] && nameOf(parts[i]).includes(word));
    return isComplete ? [{ title: list.title, total, parts }] : [];
  });
}
