import type { DocumentFamily } from '../../../extractors/family.js';
import type { Chapter } from '../../../extractors/prose.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { placesOf } from '../../base/money.js';
import { baseOf } from '../../check/prose/checks/changes.js';
import { comparedWords, REASON } from '../../check/prose/checks/last-year.js';
import { contextOf, evidenceOf, type ProseContext } from '../../check/prose/context.js';
import { around, gap, inUnit, type Money, middle, minus, money, percentage, plus, type Range } from '../../check/prose/quantity.js';
import { type Fact, isPrincipal } from '../../check/prose/text/facts.js';
import { namesOtherAmount } from '../../check/prose/text/grammar.js';
import { type FactsOfSection, proseFacts } from '../../indicators/prose-facts.js';
import type { OwnKeyFigure } from '../store/across.js';

/**
 * The amounts of the year before that the prose measures changes from (基数), printed or left to be worked out of the amount and its change:
 * figures of a form that stands for the chapter, by the measure's id. Their status says what the sentence's own arithmetic makes of them:
 * `proved` where amount, change and rate bear them out, `contradicted` where they do not, `unchecked` where too little is printed.
 */
export function toldBases(disclosure: Disclosure, families: readonly DocumentFamily[]): OwnKeyFigure[] {
  const family = families.find(({ kinds }) => kinds.some((kind) => kind === disclosure.document.kind));
  if (!family?.prose || family.across === null || disclosure.document.year === null) return [];
  const { prose, forms } = family;
  const context = contextOf({ prose, forms }, disclosure.tables, [], disclosure.document);
  // Where a chapter tells one twice the first counts: whether the two agree is checked within the document.
  const first = new Map<string, OwnKeyFigure[]>();
  for (const section of proseFacts(disclosure, family, (chapter) => chapter !== null)) {
    for (const base of section.chapter ? basesIn(section, context) : []) {
      const key = `${section.chapter?.id} ${base.measure} ${base.column}`;
      if (section.chapter && !first.has(key)) first.set(key, toFigures(base, section.chapter));
    }
  }
  return [...first.values()].flat();
}

/** What stands in the column of a base: it is of the year before, of that year's principal amount or of its other one (上年执行数). */
type BaseColumn = 'last-year' | 'last-year.other';

export const baseColumns: readonly BaseColumn[] = ['last-year', 'last-year.other'];

/** Beside a base: the amount of the document's year, and what the base should be by the amount and its change. */
export const amountBeside = (base: BaseColumn): string => `${base}.amount`;
export const expectedBeside = (base: BaseColumn): string => `${base}.expected`;

/** The form of all that a chapter tells. */
const FORM = 'prose/';
export const isTold = ({ form }: { readonly form: string }): boolean => form.startsWith(FORM);

/** A base with what the same sentences print beside it. */
interface Base {
  readonly measure: string;
  readonly column: BaseColumn;
  /** As printed, or as amount and change make it. */
  readonly amount: Money;
  readonly now: Money | null;
  /** By the amount of the year and its change, where the base is printed and they make another. */
  readonly expected: Money | null;
  readonly status: 'proved' | 'contradicted' | 'unchecked';
}

function toFigures({ measure, column, amount, now, expected, status }: Base, { id }: Chapter): OwnKeyFigure[] {
  const figure = (column_key: string, { digits, unit }: Money): OwnKeyFigure => ({
    form: `${FORM}${id}`,
    concept: measure,
    column_key,
    value: digits,
    unit,
    status: column_key === column ? status : null,
  });
  return [
    figure(column, amount),
    ...(now ? [figure(amountBeside(column), now)] : []),
    ...(expected ? [figure(expectedBeside(column), expected)] : []),
  ];
}

function basesIn({ facts, chapter }: FactsOfSection, context: ProseContext): Base[] {
  const printed = facts.flatMap((fact) => printedBase(fact, facts, chapter, context) ?? []);
  const isPrinted = (base: Base) => printed.some(({ measure, column }) => measure === base.measure && column === base.column);
  const implied = facts.flatMap((fact) => impliedBase(fact, facts, chapter, context) ?? []);
  return [...printed, ...implied.filter((base) => !isPrinted(base))];
}

/** 比上年决算数452.82万元减少56.95万元，下降12.58%. */
function printedBase(fact: Fact, facts: readonly Fact[], chapter: Chapter | null, context: ProseContext): Base | null {
  const { subject, mention, past, phrase } = fact;
  const isLast = past && (phrase.year === 'last' || phrase.year === (context.year ?? 0) - 1);
  const isOther = fact.kind === 'other';
  if (!isLast || mention.quantity.kind !== 'money' || !subject?.measure || !(isPrincipal(fact) || (isOther && isOfPast(context))))
    return null;
  const now = amountBefore(fact, facts, chapter, context);
  const behind = facts.filter((each) => each.index > fact.index && each.kind === 'change' && isOfSameSentence(each, fact));
  const change = behind.find((each) => each.mention.quantity.kind === 'money') ?? null;
  const rate = behind.find((each) => each.mention.quantity.kind === 'percent') ?? null;
  const base = around(mention.quantity);
  const made = now && change ? amountOfRange(baseOf(around(now), change), now) : null;
  const grown = now && minus(around(now), base);
  const status =
    now && change
      ? gap(around(now), changedBy(base, change)).isZero()
        ? 'proved'
        : 'contradicted'
      : statusByRate(rate, base, change ? around(change.mention.quantity) : grown && upwards(grown, rate));
  return {
    measure: subject.measure.id,
    column: isOther ? 'last-year.other' : 'last-year',
    amount: mention.quantity,
    now,
    expected: status === 'contradicted' ? made : null,
    status,
  };
}

/** 与2023年度相比，减少56.95万元，下降12.58%: what is left of the amount without the change. */
function impliedBase(fact: Fact, facts: readonly Fact[], chapter: Chapter | null, context: ProseContext): Base | null {
  const { subject, mention, kind, index } = fact;
  if (kind !== 'change' || mention.quantity.kind !== 'money' || !subject?.measure) return null;
  const against = yearBefore(fact, context);
  const now = amountBefore(fact, facts, chapter, context);
  if (against === null || !now) return null;
  const isOther = namesOtherAmount(against, context.prose.wording);
  if (isOther && !isOfPast(context)) return null;
  const next = facts[index + 1];
  const isRate = next?.kind === 'change' && next.mention.quantity.kind === 'percent' && isOfSameSentence(next, fact);
  const base = baseOf(around(now), fact);
  const amount = amountOfRange(base, now);
  if (!amount || amount.value.lte(0)) return null;
  return {
    measure: subject.measure.id,
    column: isOther ? 'last-year.other' : 'last-year',
    amount,
    now,
    expected: null,
    status: statusByRate(isRate ? next : null, base, around(mention.quantity)),
  };
}

const isOfPast = ({ prose }: ProseContext): boolean => prose.wording.other.isPast === true;

/** The words that name the year before, which a change is measured from; null where it is measured from something else, or is a reason. */
function yearBefore({ mention }: Fact, { year }: ProseContext): string | null {
  const lead = mention.sentence.plain.slice(0, mention.start);
  const against = REASON.test(lead) ? null : comparedWords(lead);
  const dated = /^\d{4}/u.exec(against ?? '')?.[0];
  return dated === undefined || Number(dated) === (year ?? 0) - 1 ? against : null;
}

const isOfSameSentence = (one: Fact, other: Fact): boolean =>
  one.mention.sentence.whole === other.mention.sentence.whole &&
  one.mention.sentence.paragraph === other.mention.sentence.paragraph &&
  one.subject?.measure?.id === other.subject?.measure?.id;

/** The year's own amount: as the section tells it last, else as the tables print it. */
function amountBefore({ subject, index }: Fact, facts: readonly Fact[], chapter: Chapter | null, context: ProseContext): Money | null {
  const own = facts.findLast(
    (each) => each.index < index && each.subject?.measure?.id === subject?.measure?.id && isPrincipal(each) && !each.past,
  )?.mention.quantity;
  if (own?.kind === 'money') return own;
  const [evidence] = evidenceOf(subject?.measure, chapter, context);
  const [cell, ...more] = evidence?.cells ?? [];
  const table = cell && context.tables[cell.table];
  const value = cell?.row == null || cell.column === null ? null : table?.rows[cell.row]?.cells[cell.column]?.value;
  return more.length === 0 && value != null && table?.unit != null ? money(value, table.unit) : null;
}

const changedBy = (base: Range, { mention, phrase }: Fact): Range => (phrase.direction > 0 ? plus : minus)(base, around(mention.quantity));

/** How much has grown, in the direction that a rate says. */
const upwards = (grown: Range, rate: Fact | null): Range =>
  rate !== null && rate.phrase.direction < 0 ? { low: grown.high.neg(), high: grown.low.neg() } : grown;

/** Percentage points. What is off by less may be cut off, or wrong itself. */
const CLEARLY_WRONG = 1;

/** What the rate of a change says of its base. */
function statusByRate(rate: Fact | null, base: Range, change: Range | null): Base['status'] {
  const share = rate && change && percentage(change, base);
  if (!rate || !share) return 'unchecked';
  const off = gap(share, around(rate.mention.quantity));
  return off.isZero() ? 'proved' : off.gt(CLEARLY_WRONG) ? 'contradicted' : 'unchecked';
}

/** A range as it would be printed beside an amount. */
const amountOfRange = (range: Range, like: Money): Money => money(inUnit(middle(range), like, placesOf(like.digits)), like.unit);
