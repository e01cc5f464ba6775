import type { Decimal } from 'decimal.js';
import type { Chapter, MeasureSource } from '../../../../extractors/prose.js';
import { PROSE_AMOUNT, PROSE_UNIT } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { sortBy } from '../../../base/group.js';
import { at } from '../../../base/invariant.js';
import { Exact, placesOf, type Unit } from '../../../base/money.js';
import { likenessOf } from '../../culprit/likeness.js';
import { printedElsewhere } from '../../verdict/elsewhere.js';
import { type ProseContext, pastEvidence } from '../context.js';
import { cellsOf, printedLike, proseFinding, withUnit } from '../finding.js';
import { inUnit, type Quantity, toPrintedUnit } from '../quantity.js';
import type { Evidence } from '../tables/evidence.js';
import { confirmingSourcesOf, otherSourcesOf, ownSourcesOf, sourcesOf } from '../tables/measures.js';
import { type Fact, isPrincipal, type SectionFacts } from '../text/facts.js';

/** The findings about the amounts of a section. */
export interface CheckedAmounts {
  /** Amounts that no table prints so. */
  readonly wrong: ReadonlyMap<Fact, Finding>;
  /** Amounts that are right where the sums of the tables accuse the cell. */
  readonly confirmed: readonly Finding[];
}

/** Amounts that a section prints, against the tables that print them too. Any table that agrees settles it. */
export function checkAmounts(section: SectionFacts, context: ProseContext): CheckedAmounts {
  const wrong = new Map<Fact, Finding>();
  const confirmed: Finding[] = [];
  for (const fact of section.facts) {
    const evidence = amountEvidence(fact, section, context);
    if (evidence.length === 0 || [...evidence, ...confirmingEvidence(fact, section, context)].some((e) => agrees(fact.mention.quantity, e)))
      continue;
    const accused = evidence.find((e) => isCorrected(fact, e, context));
    if (accused) confirmed.push(confirmation(fact, accused, context));
    else wrong.set(fact, disagreement(fact, evidence, context));
  }
  return { wrong: new Map([...wrong].map(([fact, finding]) => [fact, withExchange(finding, fact, wrong)])), confirmed };
}

/** A sentence that states 0 is not contradicted by what OCR read. */
function amountEvidence(fact: Fact, { place }: SectionFacts, context: ProseContext): Evidence[] {
  return amountsInTables(fact, place, context).filter((e) => !e.ocr || fact.mention.quantity.value.gt(0));
}

const confirmingEvidence = ({ subject, past }: Fact, { place }: SectionFacts, { evidence }: ProseContext): Evidence[] =>
  subject?.measure && !past ? evidence.findAll(confirmingSourcesOf(subject.measure, place.chapter)) : [];

/** Of the document's year; of the year before where the words say so and a table prints it. */
function amountsInTables(fact: Fact, { chapter }: SectionFacts['place'], context: ProseContext): Evidence[] {
  const { kind, subject, past, mention } = fact;
  if (!past) return context.evidence.findAll(amountSources(fact, chapter));
  if (!isYearBefore(fact, context) || mention.quantity.kind !== 'money' || !subject?.measure) return [];
  if (kind !== 'other' && kind !== 'amount' && kind !== 'principal') return [];
  return pastEvidence(subject.measure, chapter, kind === 'other', context);
}

const isYearBefore = ({ phrase }: Fact, { year }: ProseContext): boolean =>
  phrase.year === 'last' || (year !== null && phrase.year === year - 1);

/** The other amount as it was at first (年初预算) is another figure than the tables', which was changed during the year. */
function amountSources({ kind, subject, phrase, mention }: Fact, chapter: Chapter | null): readonly MeasureSource[] {
  const measure = subject?.measure;
  if (!measure || mention.quantity.kind !== 'money') return [];
  if (measure.partOf) return isPrincipal({ kind }) ? ownSourcesOf(measure, chapter) : [];
  if (kind === 'other') return phrase.isInitial ? [] : otherSourcesOf(measure, chapter);
  return kind === 'amount' || kind === 'principal' ? sourcesOf(measure, chapter) : [];
}

/** To the shorter of the two printed precisions; a sum carries the rounding of its addends. */
export function agrees(printed: Quantity, evidence: Evidence): boolean {
  const room = evidence.cells.length > 1 ? printed.step.plus(evidence.step) : Exact.max(printed.step, evidence.step);
  return printed.value.minus(evidence.value).abs().times(2).lte(room);
}

function isCorrected({ mention }: Fact, evidence: Evidence, context: ProseContext): boolean {
  const corrected = context.evidence.corrected(evidence);
  return corrected !== null && agrees(mention.quantity, corrected);
}

/** What an amount is of: 公务接待费, 公务接待费预算数. */
const amountTitle = ({ subject, kind, past }: Fact, { prose }: ProseContext): string =>
  `${past ? '上年' : ''}${subject?.title ?? ''}${kind === 'other' ? `${prose.wording.other.word}数` : ''}`;

/** The mistake is the table's, which has a finding of its own. */
function confirmation(fact: Fact, { title, cells, blank, value }: Evidence, context: ProseContext): Finding {
  const { sentence, start, quantity } = fact.mention;
  const printed = printedLike(value, quantity, quantity.step);
  return proseFinding(sentence, start, {
    rule: PROSE_AMOUNT.id,
    severity: 'info',
    verdict: 'publisher',
    message: `文中称${amountTitle(fact, context)}${withUnit(quantity)}，${title}中${blank ? '为空白' : `印为${printed}${quantity.unit}`}；文中的数与表内勾稽相符，错在表中。`,
    expected: quantity.digits,
    found: blank ? null : printed,
    cells: [...cells],
  });
}

function disagreement(fact: Fact, evidence: readonly Evidence[], context: ProseContext): Finding {
  const { quantity, sentence, start } = fact.mention;
  const likely = likeliest(evidence);
  const off = quantity.value.minus(likely.value);
  const coarser = Exact.max(quantity.step, likely.step);
  const expected = printedLike(likely.value, quantity, likely.step);
  const places = Math.max(placesOf(quantity.digits), placesOf(expected));
  const slip = unitSlip(quantity, evidence);
  const stated = `文中称${amountTitle(fact, context)}${withUnit(quantity)}，${likely.title}`;
  const printed = likely.blank ? '为空白' : `${likely.cells.length > 1 ? '合计' : ''}为${expected}${quantity.unit}`;
  const message = slip
    ? `${stated}为${withUnit(slip)}，两处数字相同而单位相差一万倍，应是单位写错。`
    : `${stated}中${printed}，相差${inUnit(off.abs(), quantity, places)}${quantity.unit}${slipOfDigits(quantity.digits, expected)}${copiedFrom(quantity, context)}。`;
  return proseFinding(sentence, start, {
    rule: slip ? PROSE_UNIT.id : PROSE_AMOUNT.id,
    severity: off.abs().lte(coarser) || likely.blank ? 'warning' : 'error',
    verdict: likely.blank || likely.ocr ? 'unknown' : 'publisher',
    message,
    expected,
    found: quantity.digits,
    difference: inUnit(off, quantity, places),
    tolerance: toPrintedUnit(coarser.div(2), quantity).toFixed(),
    cells: cellsOf(evidence.filter((e) => e.value.eq(likely.value))),
  });
}

/**
 * The value that most tables print; of equals one that is printed rather than blank, and of these the first. Without the second rank
 * `npm run contradictions` finds as much, but where one table prints a figure and another leaves it out, a wrong amount is held against
 * the blank and becomes a warning instead of an error.
 */
function likeliest(evidence: readonly Evidence[]): Evidence {
  const votes = (e: Evidence) => evidence.filter((other) => other.value.eq(e.value)).length;
  return at(
    sortBy(evidence, (e) => [-votes(e), e.blank ? 1 : 0]),
    0,
  );
}

const copiedFrom = ({ kind, value }: Quantity, { tables }: ProseContext): string =>
  kind === 'money' ? printedElsewhere(tables, value) : '';

/** Two digits side by side that changed places are a common slip. */
const slipOfDigits = (printed: string, expected: string): string =>
  likenessOf(printed, expected) === 'neighbours' ? '，疑为数字颠倒' : '';

/** 万元 written as 元 or the other way: what the table's figure is in its own unit. */
export function unitSlip(printed: Quantity, evidence: readonly Evidence[]): { digits: string; unit: Unit } | null {
  if (printed.value.isZero()) return null;
  const isRightTimes = (factor: Decimal.Value) => {
    const scaled = { ...printed, value: printed.value.times(factor), step: printed.step.times(factor) };
    return evidence.some((e) => !e.blank && agrees(scaled, e));
  };
  if (printed.unit === '元' && isRightTimes(10_000)) return { digits: printed.digits, unit: '万元' };
  if (printed.unit === '万元' && isRightTimes('0.0001')) return { digits: printed.digits, unit: '元' };
  return null;
}

/** Two amounts that stand in each other's place are one slip. */
function withExchange(finding: Finding, fact: Fact, wrong: ReadonlyMap<Fact, Finding>): Finding {
  const isOther = (f: Finding) =>
    finding.found != null && f.found === withoutZeros(finding.expected) && withoutZeros(f.expected) === finding.found;
  const others = [...wrong].filter(([other, f]) => other.mention.quantity.unit === fact.mention.quantity.unit && isOther(f));
  const [partner, ...more] = others;
  const title = partner?.[0].subject?.title;
  if (!title || more.length > 0 || title === fact.subject?.title) return finding;
  return { ...finding, message: finding.message.replace(/。$/u, `；恰与文中${title}的金额互换。`) };
}

/** 48.00 is 48, as prose writes it. */
const withoutZeros = (decimal: string | null | undefined) => decimal?.replace(/\.0+$/u, '');
