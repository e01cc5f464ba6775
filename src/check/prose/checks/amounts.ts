import type { Decimal } from 'decimal.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { Exact, placesOf, type Unit } from '../../../base/money.js';
import { likenessOf } from '../../culprit/likeness.js';
import { cellsOf, printedLike, proseFinding, say } from '../finding.js';
import { inUnit, type Quantity, toPrintedUnit } from '../quantity.js';
import type { Evidence, Ledger } from '../tables/evidence.js';
import { type Home, homesOf } from '../tables/measures.js';
import type { Fact, SectionFacts } from '../text/facts.js';

/** What there is to say about the amounts of a chapter, by the fact it is about. */
export interface CheckedAmounts {
  /** Amounts that no table prints so. */
  readonly wrong: ReadonlyMap<Fact, Finding>;
  /** Amounts that are right where the sums of the tables accuse the cell. */
  readonly witnesses: readonly Finding[];
}

/** Amounts that a chapter prints, against the tables that print them too. Any table that agrees settles it. */
export function checkAmounts({ facts, place }: SectionFacts, ledger: Ledger): CheckedAmounts {
  const wrong = new Map<Fact, Finding>();
  const witnesses: Finding[] = [];
  for (const fact of facts) {
    const evidence = evidenceOf(fact, homesFor(fact, place.scope), ledger);
    if (evidence.length === 0 || evidence.some((e) => agrees(fact.mention.quantity, e))) continue;
    const accused = evidence.find((e) => isMended(fact, e, ledger));
    if (accused) witnesses.push(witness(fact, accused));
    else wrong.set(fact, disagreement(fact, evidence));
  }
  return { wrong: new Map([...wrong].map(([fact, finding]) => [fact, withExchange(finding, fact, wrong)])), witnesses };
}

/** Two amounts that stand in each other's place are one slip. */
function withExchange(finding: Finding, fact: Fact, wrong: ReadonlyMap<Fact, Finding>): Finding {
  const isOther = (f: Finding) => finding.found != null && f.found === plain(finding.expected) && plain(f.expected) === finding.found;
  const others = [...wrong].filter(([other, f]) => other.mention.quantity.unit === fact.mention.quantity.unit && isOther(f));
  const [partner, ...more] = others;
  const title = partner?.[0].subject?.title;
  if (!title || more.length > 0 || title === fact.subject?.title) return finding;
  return { ...finding, message: finding.message.replace(/。$/u, `；恰与文中${title}的金额互换。`) };
}

/** 48.00 is 48, as prose writes it. */
const plain = (decimal: string | null | undefined) => decimal?.replace(/\.0+$/u, '');

function isMended({ mention }: Fact, evidence: Evidence, ledger: Ledger): boolean {
  const mended = ledger.mended(evidence);
  return mended !== null && agrees(mention.quantity, mended);
}

/** The mistake is the table's, and is told there. */
function witness({ mention, subject, kind }: Fact, { title, cells, blank, value }: Evidence): Finding {
  const { sentence, start, quantity } = mention;
  const printed = printedLike(value, quantity, quantity.step);
  const what = `${subject?.title ?? ''}${kind === 'budget' ? '预算数' : ''}`;
  return proseFinding(sentence, start, {
    rule: 'PROSE-AMOUNT',
    severity: 'info',
    verdict: 'publisher',
    message: `文中称${what}${say(quantity)}，${title}中${blank ? '为空白' : `印为${printed}${quantity.unit}`}；文中的数与表内勾稽相符，错在表中。`,
    expected: quantity.digits,
    found: blank ? null : printed,
    cells: [...cells],
  });
}

/** 年初预算 is another figure than the 三公 table's, which was changed during the year. */
function homesFor({ kind, subject, label, past, mention }: Fact, scope: SectionFacts['place']['scope']): readonly Home[] {
  if (!subject?.measure || past || mention.quantity.kind !== 'money' || subject.measure.title === '机关运行经费') return [];
  if (kind === 'budget') return scope === 'three-public' && !label.initial ? (subject.measure.budget ?? []) : [];
  return kind === 'amount' || kind === 'final' ? homesOf(subject.measure, scope) : [];
}

const evidenceOf = (fact: Fact, homes: readonly Home[], ledger: Ledger): Evidence[] =>
  homes.flatMap((home) => ledger.find(home) ?? []).filter((e) => !e.ocr || fact.mention.quantity.value.gt(0));

/** To the shorter of the two printed precisions; a sum carries the rounding of its addends. */
export function agrees(printed: Quantity, evidence: Evidence): boolean {
  const room = evidence.cells.length > 1 ? printed.step.plus(evidence.step) : Exact.max(printed.step, evidence.step);
  return printed.value.minus(evidence.value).abs().lte(room.div(2));
}

function disagreement(fact: Fact, evidence: readonly Evidence[]): Finding {
  const { quantity, sentence, start } = fact.mention;
  const likely = commonest(evidence);
  const same = evidence.filter((e) => e.value.eq(likely.value));
  const off = quantity.value.minus(likely.value);
  const coarser = Exact.max(quantity.step, likely.step);
  const expected = printedLike(likely.value, quantity, likely.step);
  const places = Math.max(placesOf(quantity.digits), placesOf(expected));
  const slip = unitSlip(quantity, evidence);
  const what = `${fact.subject?.title ?? ''}${fact.kind === 'budget' ? '预算数' : ''}`;
  const printed = likely.blank ? '为空白' : `${likely.cells.length > 1 ? '合计' : ''}为${expected}${quantity.unit}`;
  const message = slip
    ? `文中称${what}${say(quantity)}，${likely.title}为${say(slip)}，两处数字相同而单位相差一万倍，应是单位写错。`
    : `文中称${what}${say(quantity)}，${likely.title}中${printed}，相差${inUnit(off.abs(), quantity, places)}${quantity.unit}${slipOfDigits(quantity.digits, expected)}。`;
  return proseFinding(sentence, start, {
    rule: slip ? 'PROSE-UNIT' : 'PROSE-AMOUNT',
    severity: off.abs().lte(coarser) || likely.blank ? 'warning' : 'error',
    verdict: likely.blank || likely.ocr ? 'unknown' : 'publisher',
    message,
    expected,
    found: quantity.digits,
    difference: inUnit(off, quantity, places),
    tolerance: toPrintedUnit(coarser.div(2), quantity).toFixed(),
    cells: cellsOf(same),
  });
}

/** Two digits side by side that changed places are a slip everybody knows. */
const slipOfDigits = (printed: string, expected: string) => (likenessOf(printed, expected) === 'neighbours' ? '，疑为数字颠倒' : '');

/** The value most tables agree on; of equals the first. */
function commonest(evidence: readonly Evidence[]): Evidence {
  const votes = (e: Evidence) => evidence.filter((other) => other.value.eq(e.value)).length - (e.blank ? 0.5 : 0);
  return evidence.toSorted((a, b) => votes(b) - votes(a))[0] as Evidence;
}

/** 万元 written as 元 or the other way: what the table's figure is in its own unit. */
export function unitSlip(printed: Quantity, evidence: readonly Evidence[]): { digits: string; unit: Unit } | null {
  if (printed.value.isZero()) return null;
  const wrong = (factor: Decimal.Value) => {
    const scaled = { ...printed, value: printed.value.times(factor), step: printed.step.times(factor) };
    return evidence.some((e) => !e.blank && agrees(scaled, e));
  };
  if (printed.unit === '元' && wrong(10_000)) return { digits: printed.digits, unit: '万元' };
  if (printed.unit === '万元' && wrong('0.0001')) return { digits: printed.digits, unit: '元' };
  return null;
}
