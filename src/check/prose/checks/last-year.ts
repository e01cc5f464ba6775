import type { Decimal } from 'decimal.js';
import { PROSE_CHANGE, PROSE_DIRECTION } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { placesOf } from '../../../base/money.js';
import { evidenceOf, type ProseContext, pastEvidence } from '../context.js';
import { cellsOf, gravity, proseFinding, withUnit } from '../finding.js';
import { around, inUnit, meet, minus, percentage, type Quantity, type Range } from '../quantity.js';
import type { Evidence } from '../tables/evidence.js';
import type { Fact, Subject } from '../text/facts.js';
import { namesOtherAmount } from '../text/grammar.js';
import type { Sentence } from '../text/sentences.js';
import { slipOfRateDigits } from './rate-slips.js';
import type { CheckedSection } from './section.js';

/** A figure in the tables for the document's year, and one for the year before. */
interface YearPair {
  readonly now: Evidence;
  readonly then: Evidence;
}

/** Changes on the year before, where the tables print the figures of both years. */
export function checkLastYear(section: CheckedSection, context: ProseContext): Finding[] {
  return [
    ...section.facts.flatMap((fact) => (fact.kind === 'change' ? checkChange(fact, section, context) : [])),
    ...section.sentences.flatMap((sentence) => checkLevel(sentence, section, context)),
  ];
}

/** Words that give reasons: what changes there is a part of something that no table prints. */
export const REASON = /原因|由于|因为|是因|扣除|剔除|其中[^，]{0,20}增|受.{1,20}影响/u;

function checkChange(fact: Fact, { place }: CheckedSection, context: ProseContext): Finding[] {
  const { mention, subject, phrase } = fact;
  const { quantity, sentence, start } = mention;
  if (phrase.name !== '' && subject?.name !== phrase.name && subject?.measure === null) return [];
  const lead = sentence.plain.slice(0, start);
  if (REASON.test(lead) || quantity.kind === 'count') return [];
  const against = comparedWords(lead);
  const pairs = against === null ? [] : pairsOf(subject, place.chapter, namesOtherAmount(against, context.prose.wording), context);
  const [first] = pairs;
  if (!first) return [];
  const printed = around(quantity);
  const fitting = (pair: YearPair): boolean => {
    const range = changeOf(pair, phrase.direction, quantity.kind === 'percent');
    return range === null || meet(range, printed);
  };
  const isSaid = pairs.some(fitting) || standsInRow(quantity.digits, first.now, context);
  return isSaid ? [] : [wrongChange(fact, first)];
}

/** A table may print changes of its own, adjusted ones too: what stands in the row itself is no mistake of the sentence. */
function standsInRow(digits: string, { cells }: Evidence, { tables }: ProseContext): boolean {
  return cells.some(({ table, row }) => {
    const printed = row === null ? [] : Object.values(tables[table]?.rows[row]?.cells ?? {});
    return printed.some(({ text }) => text.replace(/[\s,，%％]/gu, '') === digits);
  });
}

/** What the last comparison before a figure names: 比上年, 与2025年执行数相比. Null where there is none. */
const COMPARED = /(?:比|较|与|和|同)((?:上年|上一年|去年|(?:19|20)\d{2}年)[^，。；]{0,10}?)(?:相比|增|减|提|下|上|持|相|一|无|，|$)/gu;

export function comparedWords(text: string): string | null {
  return [...text.matchAll(COMPARED)].at(-1)?.[1] ?? null;
}

function pairsOf(
  subject: Subject | null,
  chapter: CheckedSection['place']['chapter'],
  ofOther: boolean,
  context: ProseContext,
): YearPair[] {
  const measure = subject?.measure;
  if (!measure) return [];
  const past = pastEvidence(measure, chapter, ofOther, context).filter((e) => !e.ocr);
  const now = evidenceOf(measure, chapter, context).filter((e) => !e.ocr);
  // A table that prints both years is meant before any other.
  const pairs = past.flatMap((then) => now.map((e) => ({ now: e, then })));
  const beside = pairs.filter((pair) => pair.now.cells[0]?.table === pair.then.cells[0]?.table);
  return [...beside, ...pairs.filter((pair) => !beside.includes(pair))];
}

/** The change in the stated direction, as a rate or an amount; null where there is no rate. */
function changeOf({ now, then }: YearPair, direction: Fact['phrase']['direction'], isRate: boolean): Range | null {
  const grown = minus(around(now), around(then));
  const change = direction < 0 ? { low: grown.high.neg(), high: grown.low.neg() } : grown;
  return isRate ? percentage(change, around(then)) : change;
}

function wrongChange({ mention, phrase, subject }: Fact, { now, then }: YearPair): Finding {
  const { quantity, sentence, start } = mention;
  const isRate = quantity.kind === 'percent';
  const difference = now.value.minus(then.value);
  const isUp = difference.gte(0);
  const places = Math.max(placesOf(quantity.digits), isRate ? 0 : 2);
  const size: Decimal = isRate ? difference.div(then.value).times(100).abs() : difference.abs();
  const expected = isRate ? size.toFixed(places) : inUnit(size, quantity, places);
  const words = (up: boolean) => (isRate ? (up ? '增长' : '下降') : up ? '增加' : '减少');
  const isTurned = isUp !== phrase.direction > 0 && !difference.isZero() && !quantity.value.isZero();
  const off = quantity.value.minus(size).abs().div(quantity.step);
  const should = difference.isZero()
    ? '应无增减'
    : `应${words(isUp)}${expected}${quantity.unit}${isTurned || off.lte(1) ? '' : slipOf(quantity, size, { now, then })}`;
  return proseFinding(sentence, start, {
    rule: isTurned ? PROSE_DIRECTION.id : PROSE_CHANGE.id,
    ...(isTurned ? ({ severity: 'error', verdict: 'publisher' } as const) : gravity(off)),
    message: `文中称${subject?.title ?? ''}${words(phrase.direction > 0)}${withUnit(quantity)}，按${now.title}所列两年的数计算，${should}。`,
    expected,
    found: quantity.digits,
    tolerance: isRate ? quantity.step.div(2).toFixed() : inUnit(quantity.step.div(2), quantity, placesOf(quantity.digits) + 1),
    cells: cellsOf([now, then]),
  });
}

/** How a wrong change came about, as the end of a message: a slip in its digits, or another figure in its place. */
function slipOf(quantity: Quantity, size: Decimal, { now, then }: YearPair): string {
  if (quantity.kind === 'percent') {
    const digits = slipOfRateDigits(quantity.digits, size);
    if (digits !== '') return `；${digits}`;
    const ofNow = now.value.isZero() ? null : now.value.minus(then.value).abs().div(now.value).times(100);
    const isOfNow = ofNow?.toDecimalPlaces(placesOf(quantity.digits)).eq(quantity.value) ?? false;
    return isOfNow ? '；这是增减额与本年数之比，疑以本年数为基数' : '';
  }
  if (quantity.kind !== 'money') return '';
  if (!then.value.isZero() && meet(around(then), around(quantity))) return '；这是上年数，疑误填';
  return now.value.eq(0) || !meet(around(now), around(quantity)) ? '' : '；这是本年数，疑误填';
}

/** 与上年预算数持平. 基本持平 is meant loosely. */
const LEVEL =
  /(?:比|较|与|和|同)((?:上年|上一年|去年|(?:19|20)\d{2}年)[^，。；]{0,10}?)(?:相比，?)?(?:持平|相同|一致|相等|无增减变化?|无变化|没有变化)/gu;

function checkLevel(sentence: Sentence, { facts, place }: CheckedSection, context: ProseContext): Finding[] {
  return [...sentence.plain.matchAll(LEVEL)].flatMap((match) => {
    const before = facts.findLast((f) => f.mention.sentence === sentence && f.mention.end <= match.index);
    const isOwn = before !== undefined && before.kind !== 'count' && !REASON.test(sentence.plain.slice(before.mention.end, match.index));
    if (!isOwn || /基本|大致|大体|总体/u.test(match[0])) return [];
    const pairs = pairsOf(before.subject, place.chapter, namesOtherAmount(match[1] ?? '', context.prose.wording), context);
    const [first] = pairs;
    const isLevel = ({ now, then }: YearPair) => meet(around(now), around(then));
    return first === undefined || pairs.some(isLevel) ? [] : [notLevel(sentence, match.index, before, first)];
  });
}

function notLevel(sentence: Sentence, at: number, { subject, mention }: Fact, { now, then }: YearPair): Finding {
  const difference = now.value.minus(then.value);
  const like = mention.quantity;
  const size = like.kind === 'money' ? `${inUnit(difference.abs(), like, Math.max(2, placesOf(like.digits)))}${like.unit}` : '';
  return proseFinding(sentence, at, {
    rule: PROSE_DIRECTION.id,
    severity: 'error',
    verdict: 'publisher',
    message: `文中称${subject?.title ?? ''}与上年持平，按${now.title}所列两年的数计算，应${difference.gt(0) ? '增加' : '减少'}${size}。`,
    cells: cellsOf([now, then]),
  });
}
