import type { Disclosure, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { bare } from '../../base/text.js';
import type { CellCorrection } from '../check.js';
import { checkAmounts } from './checks/amounts.js';
import { checkRunningCosts } from './checks/bounds.js';
import { checkChanges } from './checks/changes.js';
import { checkCompletions } from './checks/completion.js';
import { checkContents } from './checks/contents.js';
import { checkDirections } from './checks/directions.js';
import { checkBlankTables, checkDeclarations } from './checks/emptiness.js';
import { checkExecution } from './checks/execution.js';
import { checkSmallBusiness } from './checks/given-shares.js';
import { checkNamedItems } from './checks/items.js';
import { checkSums } from './checks/lists.js';
import { checkHeadingNames, checkNames, checkTableNames } from './checks/names.js';
import { checkScores } from './checks/scores.js';
import { checkShares } from './checks/shares.js';
import { checkLeftovers } from './checks/template.js';
import { tellUnread } from './checks/unread.js';
import { checkHeadingYears, checkTableYears, checkYears } from './checks/years.js';
import { type Ledger, ledgerOf } from './tables/evidence.js';
import { type Outline, sectionsToOutline, type Zone } from './text/chapters.js';
import { type Fact, type SectionFacts, sentencesToFacts } from './text/facts.js';
import { headingToSentence, type ProseSection, sectionToSentences, withoutRunningHeads } from './text/sentences.js';

export interface ProseInput {
  /** With their paragraphs and lines: quotes have boxes. Findings name sections by their index here. */
  readonly sections: readonly ProseSection[];
  /** Findings name tables by their index here. */
  readonly tables: readonly DisclosureTable[];
  readonly document: Disclosure['document'];
  /** What cells should have held by the sums of the tables. None where they are missing. */
  readonly corrections?: readonly CellCorrection[];
  /** Pages read by OCR: a contradiction there may be ours. None where it is missing. */
  readonly ocrPages?: ReadonlySet<number>;
}

/** Parts that explain figures of this document; elsewhere a figure may be anything. */
const TELLING: ReadonlySet<Zone> = new Set(['explanation', 'body']);
/** Other parts that the department wrote, where a template's leftovers may be. */
const WRITTEN: ReadonlySet<Zone> = new Set(['overview', 'tables', 'glossary']);

/** What the prose says against what the tables print and against itself. Pure; in the order of the document. */
export function checkProse({ sections: printed, tables, document, corrections, ocrPages }: ProseInput): Finding[] {
  // A document without any of the forms is no 决算: its years and figures mean other things.
  if (!tables.some((t) => t.form !== 'other')) return [];
  const sections = withoutRunningHeads(printed);
  const ledger = ledgerOf(tables, corrections);
  const outline = sectionsToOutline(sections);
  const context = { owners: ownersOf(document.department), year: document.year, ledger };
  const told = sections.flatMap((section, index) => {
    const place = outline.places[index];
    return place && TELLING.has(place.zone) ? [sentencesToFacts(sectionToSentences(section, index), place, context)] : [];
  });
  const written = sections.flatMap((section, index) =>
    WRITTEN.has(outline.places[index]?.zone ?? 'cover') ? sectionToSentences(section, index) : [],
  );
  const findings = [
    ...checkWhole(sections, outline, told, { tables, document }),
    ...checkLeftovers(written),
    ...told.flatMap((section) => checkSection(section, ledger, document)),
  ];
  return withoutRepeats(findings)
    .map((finding) =>
      finding.verdict === 'publisher' && ocrPages?.has(finding.quote?.page ?? 0) ? { ...finding, verdict: 'unknown' as const } : finding,
    )
    .toSorted((a, b) => (a.quote?.page ?? 0) - (b.quote?.page ?? 0));
}

/** One chapter's figures and words. */
function checkSection(section: SectionFacts, ledger: Ledger, { department, year }: Disclosure['document']): Finding[] {
  const { wrong, witnesses } = checkAmounts(section, ledger);
  // What is wrong itself makes no sum, rate or word wrong.
  const doubted: ReadonlySet<Fact> = new Set(wrong.keys());
  return [
    ...wrong.values(),
    ...witnesses,
    ...checkRunningCosts(section, ledger),
    ...checkShares(section, ledger),
    ...checkChanges(section, ledger, doubted),
    ...checkCompletions(section, ledger),
    ...checkDirections(section, doubted),
    ...checkSums(section, doubted),
    ...checkSmallBusiness(section),
    ...checkScores(section, ledger),
    ...checkExecution(section, ledger),
    ...checkNamedItems(section, ledger),
    ...checkDeclarations(section, ledger),
    ...checkLeftovers(section.sentences),
    ...tellUnread(section),
    ...(year === null ? [] : checkYears(section, ledger, year)),
    ...(department === null ? [] : checkNames(section, ledger, department)),
  ];
}

/** What stands in headings, the 目录 and around tables. */
function checkWhole(
  sections: readonly ProseSection[],
  outline: Outline,
  told: readonly SectionFacts[],
  { tables, document: { department, year } }: Pick<ProseInput, 'tables' | 'document'>,
): Finding[] {
  const headings = sections.flatMap((section, index) => headingToSentence(section, index) ?? []);
  return [
    ...checkContents(sections, outline, tables),
    ...checkBlankTables(tables, told),
    ...checkLeftovers(headings),
    ...(year === null ? [] : [...checkHeadingYears(headings, year), ...checkTableYears(tables, year)]),
    ...(department === null ? [] : [...checkHeadingNames(headings, department), ...checkTableNames(tables, department)]),
  ];
}

/** The 目录 repeats the headings and their slips. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, message, quote, found }) => {
    const key = JSON.stringify([rule, message, quote?.text, found]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Characters. 财政局 is a name, 政局 is none. */
const SHORTEST_OWNER = 3;

/** 上海市普陀区财政局, 市普陀区财政局 … 财政局: how the department may call itself. */
function ownersOf(department: string | null): string[] {
  const name = bare(department ?? '');
  return Array.from({ length: Math.max(0, name.length - SHORTEST_OWNER + 1) }, (_, i) => name.slice(i));
}
