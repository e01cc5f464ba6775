import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { plainDigits, squeeze } from '../../../base/text.js';
import { cellsOf, proseFinding, say } from '../finding.js';
import type { Evidence, Ledger } from '../tables/evidence.js';
import { type Home, homesOf } from '../tables/measures.js';
import type { Scope } from '../text/chapters.js';
import type { Fact, SectionFacts } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';
import { agrees } from './amounts.js';

/** One year throughout: another one in its place is a leftover of last year's document. */
export function checkYears(section: SectionFacts, ledger: Ledger, year: number): Finding[] {
  // One for each sentence: its figures have one year.
  const figures = section.sentences.flatMap((sentence) =>
    section.facts
      .filter((fact) => fact.mention.sentence === sentence)
      .flatMap((fact) => wrongYearOfFigure(fact, section, ledger, year))
      .slice(0, 1),
  );
  return [
    ...figures,
    ...(figures.length > 0 ? [] : wrongYearOfChapter(section, year)),
    ...section.sentences.flatMap((sentence) => {
      const itself = comparedWithItself(sentence);
      return [...(itself.length > 0 ? itself : wrongComparison(sentence, section, year)), ...wrongDate(sentence, section, year)];
    }),
  ];
}

/** 我部门2023年度整体支出预算总额1220.96万元, in a document of 2024 whose tables print that very figure. */
function wrongYearOfFigure(fact: Fact, { place }: SectionFacts, ledger: Ledger, year: number): Finding[] {
  const { label, mention, subject, kind } = fact;
  const told = typeof label.year === 'number' ? label.year : openingYear(mention.sentence);
  if (told === null || told === year || mention.quantity.kind !== 'money' || mention.quantity.value.isZero()) return [];
  if (kind === 'change' || kind === 'share' || mention.sentence.plain.includes(`${year}年`)) return [];
  const homes = kind === 'budget' ? budgetHomes(fact, place.scope) : subject?.measure ? homesOf(subject.measure, place.scope) : [];
  const evidence = homes.flatMap((home) => ledger.find(home) ?? []).filter((e) => !e.blank && agrees(mention.quantity, e));
  const [same] = evidence;
  return same ? [thisYears(fact, same, told, year)] : [];
}

function budgetHomes({ label, subject }: Fact, scope: Scope | null): readonly Home[] {
  if (scope === 'three-public' && !label.initial) return subject?.measure?.budget ?? [];
  if (!/^(?:部门)?整体支出$/u.test(label.name)) return [];
  return ['budget-initial', 'budget-full'].map((column) => [{ form: 'department-performance', row: 'performance/total-funds', column }]);
}

function thisYears({ mention }: Fact, evidence: Evidence, told: number, year: number): Finding {
  return proseFinding(mention.sentence, mention.start, {
    rule: 'PROSE-YEAR',
    severity: 'warning',
    verdict: 'publisher',
    message: `文中称${say(mention.quantity)}是${told}年度的数，而它是${evidence.title}所列的${year}年度数，年份应是写错。`,
    expected: String(year),
    found: String(told),
    cells: cellsOf([evidence]),
  });
}

/** The year a sentence opens with holds for all of it: 2023年度支出预算为5万元，支出决算为4万元. */
function openingYear({ plain }: Sentence): number | null {
  const year = /^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）)?((?:19|20)\d{2})年(?:度|(?=[^初底末\d]))/u.exec(plain)?.[1];
  return year === undefined || COMPARES_YEARS.test(plain) ? null : Number(year);
}

const COMPARES_YEARS = /(?:与|和|较|比)(?:19|20)\d{2}年|上年|去年/u;

/** Whatever stands in no table, what was bought or owned: a chapter that opens with another year and never names this one. */
function wrongYearOfChapter({ facts, sentences, place }: SectionFacts, year: number): Finding[] {
  const [first] = facts;
  if (!isBesideTables(place.scope) || !first) return [];
  const { sentence } = first.mention;
  const told = openingYear(sentence);
  if (told === null || told === year || sentences.some((s) => s.plain.includes(`${year}年`))) return [];
  return [yearFinding(sentence, 0, `本决算是${year}年度的，本节写的却是${told}年度。`, told, year)];
}

/** 三公 are often all zero, and nothing is found in tables by zeros. */
const isBesideTables = (scope: Scope | null) => scope === 'procurement' || scope === 'assets' || scope === 'three-public';

/** 2023年度决算数与2023年度持平 */
function comparedWithItself(sentence: Sentence): Finding[] {
  const match = /((?:19|20)\d{2})年(?:度)?(?![初末底])[^，。；]{0,30}(?:与|较|比)\1年(?:度)?(?![初末底]|[^，。；]{0,6}预算)/u.exec(
    sentence.plain,
  );
  const year = Number(match?.[1]);
  return match ? [yearFinding(sentence, match.index, `文中以${year}年与${year}年自身比较，年份应有一处写错。`, year, null)] : [];
}

const COMPARED = /(?:与|较|比)((?:19|20)\d{2})年(?:度)?(?!初|末|年初)[^，。；]{0,8}(?:相比|增加|减少|增长|下降|降低|持平)/u;

/** Changes are told against the year before. */
function wrongComparison(sentence: Sentence, { place, facts }: SectionFacts, year: number): Finding[] {
  if (place.scope === null || place.scope === 'performance') return [];
  const match = COMPARED.exec(sentence.plain);
  const isChange = sentence.plain.includes('持平') || facts.some((f) => f.mention.sentence === sentence && f.kind === 'change');
  const found = Number(match?.[1]);
  if (!match || !isChange || found === year - 1 || /预算/u.test(match[0])) return [];
  return [yearFinding(sentence, match.index, `文中与${found}年比较，本决算的上年应是${year - 1}年。`, found, year - 1)];
}

/** 截至2023年12月31日 for what a department owned at the end of 2024. */
function wrongDate(sentence: Sentence, { place }: SectionFacts, year: number): Finding[] {
  const match = place.scope === 'assets' ? /截[至止]((?:19|20)\d{2})年(?:12月31日|底|末)/u.exec(sentence.plain) : null;
  const found = Number(match?.[1]);
  if (!match || found === year) return [];
  return [yearFinding(sentence, match.index, `文中的国有资产情况截至${found}年末，本决算应截至${year}年末。`, found, year)];
}

function yearFinding(sentence: Sentence, at: number, message: string, found: number, expected: number | null): Finding {
  return proseFinding(sentence, at, {
    rule: 'PROSE-YEAR',
    severity: 'warning',
    verdict: 'publisher',
    message,
    expected: expected === null ? null : String(expected),
    found: String(found),
  });
}

const TITLED = /((?:19|20)\d{2})年(?:度)?[^，。；]{0,30}(?:决算|情况说明|绩效)/u;

/** Headings that name the year of the account. */
export function checkHeadingYears(headings: readonly Sentence[], year: number): Finding[] {
  return headings.flatMap((heading) => {
    const match = /比|较|上年/u.test(heading.plain) ? null : TITLED.exec(heading.plain);
    const found = Number(match?.[1]);
    return match && found !== year
      ? [yearFinding(heading, match.index, `标题写作${found}年度，而本决算是${year}年度的。`, found, year)]
      : [];
  });
}

/** Rows of a grid in which a table may print its year below its title. */
const TOP_ROWS = 3;

/** （2023年度） in a table's title, or on a line of its own at its top. */
export function checkTableYears(tables: readonly DisclosureTable[], year: number): Finding[] {
  return tables.flatMap((table, index): Finding[] => {
    const inTitle = TITLED.exec(plainDigits(table.title ?? ''))?.[1];
    const top = table.grid.cells.filter((c) => c.row < TOP_ROWS).map((c) => ({ ...c, year: lineYear(c.text) }));
    const cell = top.find((c) => c.year !== null && c.year !== year);
    const found = inTitle !== undefined && Number(inTitle) !== year ? Number(inTitle) : cell?.year;
    if (table.form === 'other' || found === undefined || found === null) return [];
    return [
      {
        rule: 'TABLE-YEAR',
        severity: 'warning',
        verdict: 'publisher',
        message: `${table.title ?? '本表'}写作${found}年度，而本决算是${year}年度的。`,
        expected: String(year),
        found: String(found),
        cells: [{ table: index, row: null, column: null, page: cell?.page ?? table.pages[0] ?? 1, box: cell?.box ?? null }],
      },
    ];
  });
}

const lineYear = (text: string): number | null => {
  const year = /^[（(]?((?:19|20)\d{2})年度?[)）]?$/u.exec(plainDigits(squeeze(text)))?.[1];
  return year === undefined ? null : Number(year);
};
