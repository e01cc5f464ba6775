import { PUNCTUATION_DOUBLED } from '../../../../extractors/shared/wording-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { proseFinding } from '../finding.js';
import type { Sentence } from '../text/sentences.js';

/** Two marks of which one is too many, and a unit written twice behind a number. Behind ： something is missing, which is another matter. */
const DOUBLED = /(?!：[。；])[，、；：。]{2,}|(?<=\d)(?:万元(?:万?元)|万万元|元元|%%)/u;
/** A sentence that is nothing but the mark that closes it: the one before it was closed already. */
const MARK_ALONE = /^[。；]+$/u;

/** 。。, ，；, 5万元元: what is left where words were taken out or put in. One for each sentence. */
export function checkPunctuation(sentences: readonly Sentence[]): Finding[] {
  return sentences.flatMap((sentence, index) => {
    if (MARK_ALONE.test(sentence.plain)) return afterStop(sentence, sentences[index - 1]);
    const match = DOUBLED.exec(sentence.plain);
    return match ? [doubled(sentence, match.index, match[0])] : [];
  });
}

/** The mark stands right behind the sentence before, in the same line. */
function afterStop(mark: Sentence, before: Sentence | undefined): Finding[] {
  const last = before?.plain.at(-1) ?? '';
  if (!before || before.paragraph !== mark.paragraph || before.section !== mark.section || !/[。；]/u.test(last)) return [];
  return [doubled(before, before.plain.length - 1, last + mark.plain)];
}

function doubled(sentence: Sentence, at: number, marks: string): Finding {
  return proseFinding(sentence, at, {
    rule: PUNCTUATION_DOUBLED.id,
    severity: 'info',
    verdict: 'publisher',
    message: /元|%/u.test(marks) ? `文中的单位重复：“${marks}”。` : `文中标点重复：“${marks}”。`,
  });
}
