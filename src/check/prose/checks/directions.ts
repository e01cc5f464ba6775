import type { Wording } from '../../../../extractors/prose.js';
import { PROSE_DIRECTION } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { bare } from '../../../base/text.js';
import { oncePer } from '../cached.js';
import type { ProseContext } from '../context.js';
import { proseFinding, withUnit } from '../finding.js';
import { around } from '../quantity.js';
import { amountsOf, type Fact, type Subject } from '../text/facts.js';
import { groupsOf } from '../text/grammar.js';
import type { Sentence } from '../text/sentences.js';
import type { CheckedSection } from './section.js';

/** 支出决算数大于年初预算数. Groups: the subject, which way, the budget's stage, and 持平, which is meant loosely. */
const comparing = oncePer(
  ({ principal, other: { word, stages } }: Wording) =>
    new RegExp(
      `^(?<name>.*?)(?:支出)?${principal}数?(?:(?<more>大于|高于|超过|多于)|(?<less>小于|低于|少于)|等于|(?:与|和|同)(?=(?:${stages})?${word}数?(?:持平|一致|相等|相同)))(?<stage>${stages})?${word}数?(?<level>持平)?`,
      'u',
    ),
);
/** Share of the budget by which what is called 持平 may differ. */
const LEVEL = 0.01;

/** What a sentence states: the principal amount is more than the other (1), less (-1) or the same. */
interface StatedComparison {
  readonly sentence: Sentence;
  readonly subject: Subject;
  readonly sign: 1 | -1 | 0;
  /** 持平: nearly the same will do. */
  readonly isLoose: boolean;
  /** The stage of the other amount that the words name; empty where they name none. */
  readonly stage: string;
}

/** 大于, 小于, 持平 against the two numbers they are about, or against the rate of completion. */
export function checkDirections(section: CheckedSection, context: ProseContext): Finding[] {
  return section.sentences.flatMap((sentence) => {
    const comparison = comparisonIn(sentence, section, context);
    return comparison ? checkComparison(comparison, section, context) : [];
  });
}

function comparisonIn(sentence: Sentence, { facts }: CheckedSection, { prose }: ProseContext): StatedComparison | null {
  const pattern = comparing(prose.wording);
  const clauses = sentence.plain.split(/[，。；]/u);
  const groups = clauses.map((clause) => groupsOf(pattern, clause)).find((found) => found !== null);
  const subject = groups && subjectOf(groups['name'] ?? '', sentence, facts);
  if (!groups || !subject) return null;
  const sign = groups['more'] ? 1 : groups['less'] ? -1 : 0;
  return { sentence, subject, sign, isLoose: groups['level'] !== undefined, stage: groups['stage'] ?? '' };
}

/** The words before 决算数 name the subject; with none, it is the subject of the last figure. */
function subjectOf(words: string, sentence: Sentence, facts: readonly Fact[]): Subject | null {
  const before = facts.filter((f) => isBefore(f, sentence));
  const name = bare(words)
    .replace(/^\d{4}年(?:度)?/u, '')
    .replace(/^(?:其中|本年度?|当年|全年)/u, '');
  if (name === '') return before.at(-1)?.subject ?? null;
  return before.findLast((f) => f.subject && (f.subject.name === name || f.subject.measure?.names.includes(name)))?.subject ?? null;
}

const isBefore = (fact: Fact, sentence: Sentence): boolean =>
  fact.mention.sentence.paragraph <= sentence.paragraph && fact.mention.sentence.whole <= sentence.whole;

function checkComparison(comparison: StatedComparison, section: CheckedSection, context: ProseContext): Finding[] {
  const { subject, sentence } = comparison;
  const amounts = amountsOf(section, subject);
  const principal = onlyBefore(amounts.principal, sentence);
  const other = onlyBefore(amounts.other, sentence);
  if (principal && other) {
    const isOtherStage = comparison.stage === context.prose.wording.other.adjusted && other.phrase.isInitial;
    if (isOtherStage || [principal, other].some((fact) => section.doubted.has(fact)) || isTrue(comparison, principal, other)) return [];
    return [contradiction(comparison, principal, other, context)];
  }
  if (other) return [];
  const rates = section.facts.filter((f) => f.kind === 'completion' && f.subject === subject);
  const rate = onlyBefore(rates, sentence);
  return rate && !isRateTrue(comparison, rate) ? [againstRate(comparison, rate, context)] : [];
}

/** The one figure stated up to here; null where there are several. */
function onlyBefore(stated: readonly Fact[], sentence: Sentence): Fact | null {
  const [first, ...rest] = stated.filter((f) => isBefore(f, sentence));
  return first && rest.every((f) => f.mention.quantity.value.eq(first.mention.quantity.value)) ? first : null;
}

function isTrue({ sign, isLoose }: StatedComparison, principal: Fact, other: Fact): boolean {
  const planned = other.mention.quantity.value;
  const off = principal.mention.quantity.value.minus(planned);
  return sign === 0 && isLoose ? off.abs().lte(planned.abs().times(LEVEL)) : Math.sign(off.toNumber()) === sign;
}

/** 100 % as printed may be anything that rounds to it. */
function isRateTrue({ sign }: StatedComparison, { mention }: Fact): boolean {
  const { low, high } = around(mention.quantity);
  return sign > 0 ? high.gte(100) : sign < 0 ? low.lte(100) : low.lte(100 * (1 + LEVEL)) && high.gte(100 * (1 - LEVEL));
}

const wordOf = (sign: number): string => (sign > 0 ? '大于' : sign < 0 ? '小于' : '等于');

/** 公务接待费决算数大于预算数. */
function comparisonWords({ subject, sign }: StatedComparison, { prose }: ProseContext): string {
  const { principal, other } = prose.wording;
  return `${subject.title}${principal}数${wordOf(sign)}${other.word}数`;
}

function contradiction(comparison: StatedComparison, principal: Fact, other: Fact, context: ProseContext): Finding {
  const { wording } = context.prose;
  const [amount, planned] = [principal.mention.quantity, other.mention.quantity];
  const sign = amount.value.cmp(planned.value);
  return proseFinding(comparison.sentence, 0, {
    rule: PROSE_DIRECTION.id,
    // Equal as printed may still differ in digits that are not.
    severity: sign === 0 ? 'warning' : 'error',
    verdict: 'publisher',
    message: `文中称${comparisonWords(comparison, context)}，而所列${wording.principal}数${withUnit(amount)}${wordOf(sign)}${wording.other.word}数${withUnit(planned)}。`,
    expected: planned.digits,
    found: amount.digits,
  });
}

function againstRate(comparison: StatedComparison, rate: Fact, context: ProseContext): Finding {
  return proseFinding(comparison.sentence, 0, {
    rule: PROSE_DIRECTION.id,
    severity: 'error',
    verdict: 'publisher',
    message: `文中称${comparisonWords(comparison, context)}，而所列完成率是${withUnit(rate.mention.quantity)}。`,
    found: rate.mention.quantity.digits,
  });
}
