/**
 * What the prose of a document says against what its tables print and against itself. The way of one sentence: `text/` reads it as
 * numbers with words, the words as phrases, both as facts about subjects; `tables/` knows the measures that subjects name and finds
 * what the tables print of them; each file of `checks/` holds facts against one kind of evidence. What is special to a family of
 * documents, its words, chapters and measures, comes in as a declaration.
 */
import type { FormDeclaration } from '../../../extractors/form.js';
import type { ProseDeclaration, Zone } from '../../../extractors/prose.js';
import type { Disclosure, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import type { CellCorrection } from '../check.js';
import { checkAmounts } from './checks/amounts.js';
import { checkAnnounced } from './checks/announced.js';
import { checkBodyWords } from './checks/body-words.js';
import { checkBounds } from './checks/bounds.js';
import { checkChanges } from './checks/changes.js';
import { checkCompletions, checkExecution } from './checks/completion.js';
import { checkContents } from './checks/contents.js';
import { checkCountedTables } from './checks/counted-tables.js';
import { checkDirections } from './checks/directions.js';
import { checkBlankTables, checkDenials } from './checks/emptiness.js';
import { checkFormerNames } from './checks/former-names.js';
import { checkGivenShares } from './checks/given-shares.js';
import { checkItemAmounts } from './checks/item-amounts.js';
import { checkItems } from './checks/items.js';
import { checkLastYear } from './checks/last-year.js';
import { checkLists } from './checks/lists.js';
import { checkHeadingNames, checkNames, checkTableNames } from './checks/names.js';
import { checkNumberedProjects } from './checks/numbered-projects.js';
import { checkPeriods } from './checks/periods.js';
import { checkPunctuation } from './checks/punctuation.js';
import { checkScores } from './checks/scores.js';
import type { SectionCheck } from './checks/section.js';
import { checkShares } from './checks/shares.js';
import { checkTemplate } from './checks/template.js';
import { checkHeadingYears, checkTableYears } from './checks/title-years.js';
import { checkUnread } from './checks/unread.js';
import { checkVisits } from './checks/visits.js';
import { checkYears } from './checks/years.js';
import { contextOf, type ProseContext } from './context.js';
import { type DocumentParts, sectionsToParts } from './text/chapters.js';
import { type SectionFacts, sentencesToFacts } from './text/facts.js';
import { mentionsIn } from './text/numbers.js';
import { headingToSentence, type ProseSection, type Sentence, sectionToSentences, withoutRunningHeads } from './text/sentences.js';

export interface ProseInput {
  /** With their paragraphs and lines: quotes have boxes. Findings name sections by their index here. */
  readonly sections: readonly ProseSection[];
  /** Findings name tables by their index here. */
  readonly tables: readonly DisclosureTable[];
  readonly document: Disclosure['document'];
  /** What the family that the document belongs to declares of its prose and of its forms. */
  readonly prose: ProseDeclaration;
  readonly forms: readonly FormDeclaration[];
  /** What cells should have held by the sums of the tables. None where they are missing. */
  readonly corrections?: readonly CellCorrection[];
  /** Pages read by OCR: a contradiction there may be ours. None where it is missing. */
  readonly ocrPages?: ReadonlySet<number>;
}

/** Parts that explain figures of this document; elsewhere a figure may be anything. */
const EXPLAINING: ReadonlySet<Zone> = new Set(['explanation', 'body']);
/** Other parts that the department wrote, where a template's leftovers may be. */
const WRITTEN: ReadonlySet<Zone> = new Set(['overview', 'tables', 'glossary']);

/** Of one section, in the order in which findings on one page are listed. */
const SECTION_CHECKS: readonly SectionCheck[] = [
  checkBounds,
  checkShares,
  checkChanges,
  checkLastYear,
  checkCompletions,
  checkDirections,
  checkLists,
  checkCountedTables,
  checkGivenShares,
  checkScores,
  checkNumberedProjects,
  checkExecution,
  checkItems,
  checkItemAmounts,
  checkVisits,
  checkDenials,
  ({ sentences }, context) => checkTemplate(sentences, context),
  ({ sentences }) => checkPunctuation(sentences),
  checkUnread,
  checkYears,
  checkNames,
];

/** Findings in the order of the document. Pure. */
export function checkProse({ sections: printed, tables, document, prose, forms, corrections = [], ocrPages }: ProseInput): Finding[] {
  // A document without any of the forms is none of the family: its years and figures mean other things.
  if (!tables.some((t) => t.form !== 'other')) return [];
  const sections = withoutRunningHeads(printed);
  const context = contextOf({ prose, forms }, tables, corrections, document);
  const parts = sectionsToParts(sections, prose);
  const placed = sections.map((section, index) => ({ section, index, place: at(parts.places, index) }));
  const explained = placed
    .filter(({ place }) => EXPLAINING.has(place.zone))
    .map(({ section, index, place }) =>
      sentencesToFacts(bodyToSentences(section, index), place, context, headingToSentence(section, index)),
    );
  const explaining = explained.flatMap(({ sentences }) => sentences);
  const written = placed.filter(({ place }) => WRITTEN.has(place.zone)).flatMap(({ section, index }) => sectionToSentences(section, index));
  const findings = [
    ...checkWhole(sections, parts, explained, context),
    ...checkTemplate(written, context),
    ...checkPunctuation(written),
    ...checkFormerNames(inOrder([...written, ...explaining]), context),
    ...checkBodyWords(explaining, context),
    ...explained.flatMap((section) => checkSection(section, context)),
  ];
  return withoutRepeats(findings)
    .map((finding) => (isOnOneOf(finding, ocrPages) && finding.verdict === 'publisher' ? withVerdictUnknown(finding) : finding))
    .toSorted((a, b) => pageOf(a) - pageOf(b));
}

/** Of several parts of a document, as they are printed. */
const inOrder = (sentences: readonly Sentence[]): Sentence[] => sentences.toSorted((a, b) => a.section - b.section);

/** A section's sentences; with its heading, where that is a sentence itself: （一）收入预算：2026年收入预算5万元，. */
function bodyToSentences(section: ProseSection, index: number): Sentence[] {
  const heading = headingToSentence(section, index);
  const states = heading !== null && mentionsIn(heading).length > 0;
  return sectionToSentences(states ? { ...section, heading: null } : section, index);
}

/** What stands in headings, the 目录 and around tables. */
function checkWhole(
  sections: readonly ProseSection[],
  parts: DocumentParts,
  explained: readonly SectionFacts[],
  context: ProseContext,
): Finding[] {
  const headings = sections.flatMap((section, index) => headingToSentence(section, index) ?? []);
  return [
    ...checkContents(sections, parts, context),
    ...checkAnnounced(sections, context),
    ...checkBlankTables(explained, context),
    ...checkTemplate(headings, context),
    ...checkHeadingYears(headings, context),
    ...checkTableYears(context),
    ...checkPeriods(context),
    ...checkHeadingNames(headings, context),
    ...checkTableNames(context),
  ];
}

/** One chapter's figures and words. */
function checkSection(section: SectionFacts, context: ProseContext): Finding[] {
  const { wrong, confirmed } = checkAmounts(section, context);
  const checked = { ...section, doubted: new Set(wrong.keys()) };
  return [...wrong.values(), ...confirmed, ...SECTION_CHECKS.flatMap((check) => check(checked, context))];
}

/** The 目录 repeats the headings and their slips. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, message, quote, found }) => {
    const key = JSON.stringify([rule, message, quote?.text, found]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Findings about tables have no quote and come first. */
const pageOf = ({ quote }: Finding): number => quote?.page ?? 0;

/** What its words are about stands on one of these pages: the sentence, or the table where none is quoted. */
const isOnOneOf = ({ quote, cells }: Finding, pages: ReadonlySet<number> | undefined): boolean =>
  (quote ? [quote.page] : cells.map((cell) => cell.page)).some((page) => pages?.has(page));

const withVerdictUnknown = (finding: Finding): Finding => ({ ...finding, verdict: 'unknown' });
