import type { Finding } from '../../../../schemas/disclosure.js';
import { bare } from '../../../base/text.js';
import { proseFinding, say } from '../finding.js';
import { around } from '../quantity.js';
import type { Fact, SectionFacts, Subject } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';

const COMPARES =
  /^(.*?)(?:支出)?决算数?(?:(大于|高于|超过|多于)|(小于|低于|少于)|(等于)|(?:与|和|同)(?=(?:年初|全年|调整)?预算数?(?:持平|一致|相等|相同)))(年初|全年|调整)?预算数?(持平)?/u;
/** Share of the budget by which what is called 持平 may differ. */
const LEVEL = 0.01;

/** 大于, 小于, 持平 against the two numbers they speak of, or against the rate of completion. */
export function checkDirections({ sentences, facts }: SectionFacts, doubted: ReadonlySet<Fact>): Finding[] {
  return sentences.flatMap((sentence) => {
    const clause = sentence.plain.split(/[，。；]/u).find((part) => COMPARES.test(part));
    const match = clause === undefined ? null : COMPARES.exec(clause);
    const subject = match && subjectOf(match[1] ?? '', sentence, facts);
    if (!match || !subject) return [];
    const told = match[2] ? 1 : match[3] ? -1 : 0;
    const [final, budget] = [only(subject.finals, sentence), only(subject.budgets, sentence)];
    if (final && budget) {
      if (doubted.has(final) || doubted.has(budget)) return [];
      const isOther = match[5] === '调整' && budget.label.initial;
      return isOther || isTrue(told, final, budget, match[6] !== undefined) ? [] : [contradiction(sentence, subject, final, budget, told)];
    }
    const rate = budget
      ? null
      : only(
          facts.filter((f) => f.kind === 'completion' && f.subject === subject),
          sentence,
        );
    return rate && !isRateTrue(told, rate) ? [againstRate(sentence, subject, rate, told)] : [];
  });
}

function isTrue(told: number, final: Fact, budget: Fact, isLoose: boolean): boolean {
  const off = final.mention.quantity.value.minus(budget.mention.quantity.value);
  return told === 0 && isLoose ? off.abs().lte(budget.mention.quantity.value.abs().times(LEVEL)) : Math.sign(off.toNumber()) === told;
}

/** 100 % as printed may be anything that rounds to it. */
function isRateTrue(told: number, { mention }: Fact): boolean {
  const { low, high } = around(mention.quantity);
  return told > 0 ? high.gte(100) : told < 0 ? low.lte(100) : low.lte(100 * (1 + LEVEL)) && high.gte(100 * (1 - LEVEL));
}

/** The words before 决算数 name the subject; with none, it is the last that was told of. */
function subjectOf(words: string, sentence: Sentence, facts: readonly Fact[]): Subject | null {
  const before = facts.filter((f) => isBefore(f, sentence));
  const name = bare(words)
    .replace(/^\d{4}年(?:度)?/u, '')
    .replace(/^(?:其中|本年度?|当年|全年)/u, '');
  if (name === '') return before.at(-1)?.subject ?? null;
  return before.findLast((f) => f.subject && (f.subject.name === name || f.subject.measure?.names.includes(name)))?.subject ?? null;
}

const isBefore = (fact: Fact, sentence: Sentence) =>
  fact.mention.sentence.paragraph <= sentence.paragraph && fact.mention.sentence.whole <= sentence.whole;

/** The one figure told of a subject up to here; null where there are several. */
function only(told: readonly Fact[], sentence: Sentence): Fact | null {
  const before = told.filter((f) => isBefore(f, sentence));
  const [first, ...rest] = before;
  return first && rest.every((f) => f.mention.quantity.value.eq(first.mention.quantity.value)) ? first : null;
}

const WORDS: Readonly<Record<string, string>> = { '1': '大于', '-1': '小于', '0': '等于' };

function contradiction(sentence: Sentence, subject: Subject, final: Fact, budget: Fact, told: 1 | -1 | 0): Finding {
  const sign = final.mention.quantity.value.cmp(budget.mention.quantity.value);
  return proseFinding(sentence, 0, {
    rule: 'PROSE-DIRECTION',
    // Equal as printed may still differ in digits that are not.
    severity: sign === 0 ? 'warning' : 'error',
    verdict: 'publisher',
    message: `文中称${subject.title}决算数${WORDS[told]}预算数，而所列决算数${say(final.mention.quantity)}${WORDS[sign]}预算数${say(budget.mention.quantity)}。`,
    expected: budget.mention.quantity.digits,
    found: final.mention.quantity.digits,
  });
}

function againstRate(sentence: Sentence, subject: Subject, rate: Fact, told: 1 | -1 | 0): Finding {
  return proseFinding(sentence, 0, {
    rule: 'PROSE-DIRECTION',
    severity: 'error',
    verdict: 'publisher',
    message: `文中称${subject.title}决算数${WORDS[told]}预算数，而所列完成率是${say(rate.mention.quantity)}。`,
    found: rate.mention.quantity.digits,
  });
}
