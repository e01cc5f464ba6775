import type { Finding } from '../../../../schemas/disclosure.js';
import { placesOf } from '../../../base/money.js';
import { cellsOf, gravity, proseFinding, say } from '../finding.js';
import { around, gap, type Interval, middle, percentage } from '../quantity.js';
import type { Evidence, Ledger } from '../tables/evidence.js';
import { homesOf, type Measure, measureNamed, wholeNamed } from '../tables/measures.js';
import type { Scope } from '../text/chapters.js';
import type { Fact, SectionFacts } from '../text/facts.js';

/** 占…%: the part over the whole. Every whole that may be meant is tried, as printed here and as printed in the tables. */
export function checkShares(section: SectionFacts, ledger: Ledger): Finding[] {
  return section.facts.flatMap((fact) => (fact.kind === 'share' ? checkShare(fact, section, ledger) : []));
}

function checkShare(fact: Fact, section: SectionFacts, ledger: Ledger): Finding[] {
  const part = partOf(fact, section, ledger);
  const named = part ? wholesOf(fact, part, section, ledger) : [];
  if (!part || named.length === 0) return [];
  const printed = around(fact.mention.quantity);
  const parts = [part.interval, ...part.evidence.map(around)];
  const others = section.facts.filter((f) => isMoney(f) && f.index < fact.index && f !== part.fact).map((f) => around(f.mention.quantity));
  const wholes = [...named.flatMap((w) => [w.interval, ...w.evidence.map(around)]), ...others].filter((w) => middle(w).gt(0));
  const shares = parts.flatMap((p) => wholes.flatMap((w) => percentage(p, w) ?? []));
  if (shares.some((s) => gap(s, printed).isZero())) return [];
  const likely = named.flatMap((whole) => {
    const share = percentage(part.interval, whole.interval);
    return share && part.interval.low.lte(whole.interval.high) ? [{ whole, off: gap(share, printed) }] : [];
  });
  const [nearest] = likely.toSorted((a, b) => a.off.cmp(b.off));
  return nearest && middle(nearest.whole.interval).gt(0) ? [wrongShare(fact, part, nearest.whole)] : [];
}

interface Amount {
  readonly fact: Fact | null;
  readonly title: string;
  readonly text: string;
  readonly interval: Interval;
  /** The same amount in the tables. */
  readonly evidence: readonly Evidence[];
}

const isMoney = (fact: Fact) =>
  fact.mention.quantity.kind === 'money' && (fact.kind === 'amount' || fact.kind === 'final' || fact.kind === 'budget');

/** The last amount told of the same subject, in the same whole sentence. */
function partOf({ subject, mention, label }: Fact, section: SectionFacts, ledger: Ledger): Amount | null {
  if (label.name !== '') return null;
  const own = subject?.finals.findLast((f) => f.mention.sentence.whole === mention.sentence.whole);
  return own ? amountOf(own, section, ledger) : null;
}

/** The whole the words name, wherever it is printed; with none named, the amount the sentence or its list began with. */
function wholesOf(fact: Fact, part: Amount, section: SectionFacts, ledger: Ledger): Amount[] {
  const { of } = fact.label;
  const before = section.facts.filter((f) => isMoney(f) && f.index < fact.index && f !== part.fact);
  if (of !== '') {
    const told = before.findLast((f) => f.subject?.name === of && f.kind !== 'budget');
    return told ? [amountOf(told, section, ledger)] : fromTables(wholeNamed(of), section.place.scope, ledger);
  }
  const inSentence = before.find((f) => f.mention.sentence.whole === fact.mention.sentence.whole);
  const opening = inSentence ?? before.findLast((f) => /(?:：|其中：?|如下：?)$/u.test(f.mention.sentence.plain));
  // What has a share itself is a part beside this one, not its whole.
  const isPart = section.facts.some((f) => f.kind === 'share' && f.label.of === '' && f.subject === opening?.subject);
  if (opening && !isPart) return [amountOf(opening, section, ledger)];
  // 本年支出合计…。按经济分类划分为基本支出…，占…%: parts of the total that the paragraph began with.
  const total = before.find((f) => isBeside(f, fact) && TOTALS.test(f.subject?.measure?.title ?? ''));
  if (total) return [amountOf(total, section, ledger)];
  // “三公”经费支出决算中，因公出国（境）费…占…: the total stands in the table only.
  return section.place.scope === 'three-public' ? fromTables(measureNamed('三公经费'), 'three-public', ledger) : [];
}

const isBeside = (f: Fact, fact: Fact) => f.mention.sentence.paragraph === fact.mention.sentence.paragraph;

const TOTALS = /^(?:本年(?:收入|支出)合计|(?:收入|支出)总计|财政拨款(?:收入|支出)|一般公共预算财政拨款支出)$/u;

function fromTables(measure: Measure | null, scope: Scope | null, ledger: Ledger): Amount[] {
  const evidence = measure ? homesOf(measure, scope).flatMap((home) => ledger.find(home) ?? []) : [];
  return evidence.map((e) => ({ fact: null, title: measure?.title ?? '', text: '', interval: around(e), evidence: [e] }));
}

function amountOf(fact: Fact, section: SectionFacts, ledger: Ledger): Amount {
  const measure = fact.subject?.measure;
  const evidence =
    measure && fact.kind !== 'budget' ? homesOf(measure, section.place.scope).flatMap((home) => ledger.find(home) ?? []) : [];
  const { quantity } = fact.mention;
  return { fact, title: fact.subject?.title ?? '', text: say(quantity), interval: around(quantity), evidence };
}

function wrongShare(fact: Fact, part: Amount, whole: Amount): Finding {
  const { quantity, sentence, start } = fact.mention;
  const places = placesOf(quantity.digits);
  const expected = middle(part.interval).div(middle(whole.interval)).times(100).toFixed(places);
  const off = quantity.value.minus(expected);
  return proseFinding(sentence, start, {
    rule: 'PROSE-SHARE',
    ...gravity(off.abs().div(quantity.step)),
    message: `文中称${part.title}${part.text}占${whole.title}${whole.text}的${say(quantity)}，按两数计算应占${expected}%。`,
    expected,
    found: quantity.digits,
    difference: off.toFixed(places),
    tolerance: quantity.step.div(2).toFixed(),
    cells: cellsOf(whole.evidence.slice(0, 1)),
  });
}
