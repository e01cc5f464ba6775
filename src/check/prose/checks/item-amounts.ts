import type { Assessments } from '../../../../extractors/prose.js';
import { PROSE_TWO_AMOUNTS } from '../../../../extractors/shared/prose-rules.js';
import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { Exact, factorOf, isUnit } from '../../../base/money.js';
import { bare } from '../../../base/text.js';
import { firstPageOf } from '../../../model/table-pages.js';
import { titleOfTable } from '../../../model/table-title.js';
import type { ProseContext } from '../context.js';
import { proseFinding, withUnit } from '../finding.js';
import { money } from '../quantity.js';
import type { Fact } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';
import type { CheckedSection } from './section.js';

/** The account of one item: what its head says it gets. */
interface Item {
  readonly name: string;
  readonly head: Fact;
}

/**
 * An item whose head gives one amount and whose account another, and an amount of a project that its own table prints nowhere. What is named
 * as a part, or of other years, is neither.
 */
export function checkItemAmounts({ facts, sentences, doubted }: CheckedSection, context: ProseContext): Finding[] {
  const { assessments } = context.prose;
  const findings: Finding[] = [];
  let item: Item | null = null;
  for (const fact of facts) {
    const opened = itemOpenedBy(fact, facts, assessments);
    if (opened) {
      item = opened;
      continue;
    }
    if (!isOwn(fact, context) || doubted.has(fact)) continue;
    const isWhole = !assessments.itemParts.test(fact.mention.words);
    const off = item && isWhole ? differing(item, fact, context) : null;
    findings.push(...(off ? [off] : againstTable(fact, sentences, context)));
    item = null;
  }
  return findings;
}

/** 1.信息化运维项目（100万元）: nothing but an ordinal, a name and the amount. */
function itemOpenedBy(fact: Fact, facts: readonly Fact[], { itemHead, itemBeside }: Assessments): Item | null {
  const { sentence, start, end, quantity } = fact.mention;
  const isFirst = facts.find((f) => f.mention.sentence === sentence) === fact;
  const name = isFirst ? itemHead.exec(sentence.plain.slice(0, start))?.groups?.['name'] : undefined;
  const isAlone = /^(?:$|[）。；，])/u.test(sentence.plain.slice(end)) && !itemBeside.test(sentence.plain);
  return name !== undefined && isAlone && quantity.kind === 'money' ? { name, head: fact } : null;
}

/** What the item gets this year. */
function isOwn({ mention, phrase, kind }: Fact, { prose, year }: ProseContext): boolean {
  const isNow = phrase.year === null || phrase.year === year;
  const isAmount = mention.quantity.kind === 'money' && (kind === 'amount' || kind === 'principal' || kind === 'other');
  const { itemOwn, itemBeside } = prose.assessments;
  return isAmount && isNow && itemOwn.test(mention.words) && !itemBeside.test(mention.sentence.plain);
}

function differing({ name, head }: Item, fact: Fact, context: ProseContext): Finding | null {
  const [first, second] = [head.mention.quantity, fact.mention.quantity];
  const room = Exact.max(first.step, second.step).div(2);
  if (first.value.minus(second.value).abs().lte(room)) return null;
  const witness = tableOf(name, context);
  const borneOut = [first, second].filter((quantity) => witness && printsAmount(witness.table, quantity.value));
  const [only, ...more] = borneOut;
  const said = witness && only && more.length === 0 ? `；${titleOfTable(witness.table)}中为${withUnit(only)}` : '';
  return proseFinding(fact.mention.sentence, fact.mention.start, {
    rule: PROSE_TWO_AMOUNTS.id,
    severity: 'warning',
    verdict: 'publisher',
    message: `文中“${name}”一项开头为${withUnit(first)}，其安排的金额又为${withUnit(second)}，两处不一致${said}。`,
    expected: only && more.length === 0 ? only.digits : first.digits,
    found: only === second && more.length === 0 ? first.digits : second.digits,
    cells: witness ? [placeOf(witness)] : [],
  });
}

/** 拟安排该项目5万元, and the one table of the project that was named last prints no such amount. */
function againstTable({ mention }: Fact, sentences: readonly Sentence[], context: ProseContext): Finding[] {
  const { sentence, start, quantity } = mention;
  if (!/[该本]项目/u.test(mention.words) || quantity.value.isZero()) return [];
  const before = bare(
    sentences
      .slice(0, sentences.indexOf(sentence))
      .map(({ plain }) => plain)
      .join('') + sentence.plain.slice(0, start),
  );
  const named = namesOf(context).flatMap((name) => (before.includes(name) ? [{ name, end: before.lastIndexOf(name) + name.length }] : []));
  const last = named.toSorted((a, b) => b.end - a.end || b.name.length - a.name.length)[0];
  const witness = last ? tableOf(last.name, context) : null;
  if (!last || !witness || printsAmount(witness.table, quantity.value)) return [];
  return [
    proseFinding(sentence, start, {
      rule: PROSE_TWO_AMOUNTS.id,
      severity: 'warning',
      verdict: 'unknown',
      message: `文中称“${last.name}”安排${withUnit(quantity)}，而该项目的${titleOfTable(witness.table)}中没有这个数。`,
      found: quantity.digits,
      cells: [placeOf(witness)],
    }),
  ];
}

/** Characters. A shorter name stands in other words by chance. */
const SHORTEST_NAME = 4;

interface Witness {
  readonly index: number;
  readonly table: DisclosureTable;
}

const nameOf = ({ form, fields }: DisclosureTable, { project, nameField }: Assessments): string =>
  form === project ? bare(fields[nameField] ?? '').replace(/项目$/u, '') : '';

const namesOf = ({ tables, prose }: ProseContext): string[] =>
  tables.map((table) => nameOf(table, prose.assessments)).filter((name) => name.length >= SHORTEST_NAME);

/** The table of the project of this name; null where none or several bear it. */
function tableOf(name: string, { tables, prose }: ProseContext): Witness | null {
  const own = bare(name).replace(/项目$/u, '');
  const found = [...tables.entries()].filter(([, table]) => own.length >= SHORTEST_NAME && nameOf(table, prose.assessments) === own);
  const [only, ...more] = found;
  return only && more.length === 0 ? { index: only[0], table: only[1] } : null;
}

const placeOf = ({ index, table }: Witness): Finding['cells'][number] => ({
  table: index,
  row: null,
  column: null,
  page: firstPageOf(table),
  box: null,
});

/** Half of the last place that amounts are mostly printed to, in their unit. */
const HALF_CENT = 0.005;
const NUMBERS = /\d[\d,]*(?:\.\d+)?/gu;

/** The amount stands anywhere in the table's print, in its unit or in one that stands in it; also to fewer places. */
function printsAmount({ grid, unit }: DisclosureTable, yuan: Fact['mention']['quantity']['value']): boolean {
  const units = ['元' as const, '万元' as const, ...(unit !== null && isUnit(unit) ? [unit] : [])];
  return grid.cells.some(({ text }) =>
    [...text.replace(/\s/gu, '').matchAll(NUMBERS)].some(([digits]) =>
      units.some((each) => {
        const printed = money(digits.replaceAll(',', ''), each);
        return printed.value
          .minus(yuan)
          .abs()
          .lte(Exact.max(printed.step.div(2), factorOf(each) * HALF_CENT));
      }),
    ),
  );
}
