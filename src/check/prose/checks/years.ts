import type { MeasureSource, Wording } from '../../../../extractors/prose.js';
import { PROSE_YEAR } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { YEAR_DIGITS } from '../../../base/patterns.js';
import { oncePer } from '../cached.js';
import type { ProseContext } from '../context.js';
import { cellsOf, proseFinding, withUnit } from '../finding.js';
import type { Evidence } from '../tables/evidence.js';
import { otherSourcesOf, sourcesOf } from '../tables/measures.js';
import type { Fact } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';
import { agrees } from './amounts.js';
import type { CheckedSection } from './section.js';

/** One year throughout: another one in its place is a leftover of last year's document. */
export function checkYears(section: CheckedSection, context: ProseContext): Finding[] {
  const { year } = context;
  if (year === null) return [];
  // One for each sentence: its figures have one year.
  const figures = section.sentences.flatMap((sentence) =>
    section.facts
      .filter((fact) => fact.mention.sentence === sentence)
      .flatMap((fact) => wrongYearOfFigure(fact, section, year, context))
      .slice(0, 1),
  );
  return [
    ...figures,
    ...(figures.length > 0 ? [] : wrongYearOfChapter(section, year, context.prose.wording)),
    ...section.sentences.flatMap((sentence) => {
      const itself = comparedWithItself(sentence, context.prose.wording);
      const compared = itself.length > 0 ? itself : wrongComparison(sentence, section, year, context.prose.wording);
      return [...compared, ...wrongDate(sentence, section, year, context.prose.wording)];
    }),
  ];
}

/** 我部门2023年度整体支出预算总额1220.96万元, in a document of 2024 whose tables print that very figure. */
function wrongYearOfFigure(fact: Fact, section: CheckedSection, year: number, context: ProseContext): Finding[] {
  const { phrase, mention, kind } = fact;
  const stated = typeof phrase.year === 'number' ? phrase.year : openingYear(mention.sentence);
  if (stated === null || stated === year || mention.quantity.kind !== 'money' || mention.quantity.value.isZero()) return [];
  if (kind === 'change' || kind === 'share' || mention.sentence.plain.includes(`${year}年`)) return [];
  const evidence = context.evidence.findAll(sourcesOfFigure(fact, section, context));
  const same = evidence.find((e) => !e.blank && agrees(mention.quantity, e));
  return same ? [ofThisYear(fact, same, stated, year)] : [];
}

function sourcesOfFigure({ kind, subject, phrase }: Fact, { place }: CheckedSection, { prose }: ProseContext): readonly MeasureSource[] {
  const measure = subject?.measure;
  if (kind !== 'other') return measure ? sourcesOf(measure, place.chapter) : [];
  const printed = measure && !phrase.isInitial ? otherSourcesOf(measure, place.chapter) : [];
  const { department, departmentName, funds, columns } = prose.assessments;
  if (printed.length > 0 || !departmentName.test(phrase.name)) return printed;
  return [columns.initial, columns.full].map((column) => [{ form: department, row: funds, column }]);
}

function ofThisYear({ mention }: Fact, evidence: Evidence, stated: number, year: number): Finding {
  return proseFinding(mention.sentence, mention.start, {
    rule: PROSE_YEAR.id,
    severity: 'warning',
    verdict: 'publisher',
    message: `文中称${withUnit(mention.quantity)}是${stated}年度的数，而它是${evidence.title}所列的${year}年度数，年份应是写错。`,
    expected: String(year),
    found: String(stated),
    cells: cellsOf([evidence]),
  });
}

const OPENING_YEAR = new RegExp(`^(?:\\d{1,2}[.．、]|（[一二三四五六七八九十\\d]+）)?(${YEAR_DIGITS})年(?:度|(?=[^初底末\\d]))`, 'u');
const COMPARES_YEARS = new RegExp(`(?:与|和|较|比)${YEAR_DIGITS}年|上年|去年`, 'u');

/** The year a sentence opens with holds for all of it: 2023年度支出预算为5万元，支出决算为4万元. */
function openingYear({ plain }: Sentence): number | null {
  const year = OPENING_YEAR.exec(plain)?.[1];
  return year === undefined || COMPARES_YEARS.test(plain) ? null : Number(year);
}

/** A chapter that opens with another year and never names the document's own, where no table dates its figures. */
function wrongYearOfChapter({ facts, sentences, place }: CheckedSection, year: number, { account }: Wording): Finding[] {
  const [first] = facts;
  if (!place.chapter?.isDatedByOpening || !first) return [];
  const { sentence } = first.mention;
  const stated = openingYear(sentence);
  if (stated === null || stated === year || sentences.some((s) => s.plain.includes(`${year}年`))) return [];
  return [yearFinding(sentence, 0, `本${account}是${year}年度的，本节写的却是${stated}年度。`, stated, year)];
}

/** 2023年度决算数与2023年度持平. A year's end or budget is not the year. */
const sameYearTwice = oncePer(
  ({ other }: Wording) =>
    new RegExp(`(${YEAR_DIGITS})年(?:度)?(?![初末底])[^，。；]{0,30}(?:与|较|比)\\1年(?:度)?(?![初末底]|[^，。；]{0,6}${other.word})`, 'u'),
);

function comparedWithItself(sentence: Sentence, wording: Wording): Finding[] {
  const match = sameYearTwice(wording).exec(sentence.plain);
  const year = Number(match?.[1]);
  return match ? [yearFinding(sentence, match.index, `文中以${year}年与${year}年自身比较，年份应有一处写错。`, year, null)] : [];
}

const COMPARED = new RegExp(`(?:与|较|比)(${YEAR_DIGITS})年(?:度)?(?!初|末|年初)[^，。；]{0,8}(?:相比|增加|减少|增长|下降|降低|持平)`, 'u');

/** Changes are stated against one year, in most families the one before. */
function wrongComparison(sentence: Sentence, { place, facts }: CheckedSection, year: number, wording: Wording): Finding[] {
  const match = COMPARED.exec(sentence.plain);
  const isOwn = wording.other.isPast === true && Number(match?.[1]) === year && namesNoYearBut(year, sentence);
  if (!isOwn && (place.chapter === null || place.chapter.comparesAnyYear)) return [];
  const isChange = sentence.plain.includes('持平') || facts.some((f) => f.mention.sentence === sentence && f.kind === 'change');
  const [found, expected] = [Number(match?.[1]), year + wording.comparedYear];
  if (!match || !isChange || found === expected || (!isOwn && match[0].includes(wording.other.word))) return [];
  return [yearFinding(sentence, match.index, `文中与${found}年比较，本${wording.account}的上年应是${expected}年。`, found, expected)];
}

/** 2027年比2026年: what is compared there is another year. */
const namesNoYearBut = (year: number, { plain }: Sentence): boolean =>
  [...plain.matchAll(new RegExp(`${YEAR_DIGITS}年`, 'gu'))].every(([found]) => found === `${year}年`);

const AT_YEAR_END = new RegExp(`截[至止](${YEAR_DIGITS})年(?:12月31日|底|末)`, 'u');

/** 截至2023年12月31日 for what a department owned at the end of 2024. */
function wrongDate(sentence: Sentence, { place }: CheckedSection, year: number, { account }: Wording): Finding[] {
  const owned = place.chapter?.owned;
  const match = owned === undefined ? null : AT_YEAR_END.exec(sentence.plain);
  const found = Number(match?.[1]);
  if (!match || found === year) return [];
  return [yearFinding(sentence, match.index, `文中的${owned}截至${found}年末，本${account}应截至${year}年末。`, found, year)];
}

export function yearFinding(sentence: Sentence, at: number, message: string, found: number, expected: number | null): Finding {
  return proseFinding(sentence, at, {
    rule: PROSE_YEAR.id,
    severity: 'warning',
    verdict: 'publisher',
    message,
    expected: expected === null ? null : String(expected),
    found: String(found),
  });
}
