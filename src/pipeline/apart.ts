/** Several documents in one file: each is read and checked by itself, none against another, and all are in one result. */
import type { DocumentFamily } from '../../extractors/family.js';
import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { OwnErrors } from '../base/own-errors.js';
import type { CheckedTables } from '../check/check.js';
import type { Outcomes } from '../corrections/corrections.js';
import { type GivenCorrections, givenApart } from '../corrections/given.js';
import { chooseFamily } from '../extract/family.js';
import type { Page, UnreadPage } from '../model/page.js';
import { DOCUMENTS_APART } from '../model/reading-rules.js';
import type { Layout } from '../rebuild/rebuild.js';
import { draftToOutcome, toDisclosure } from './disclosure.js';
import { type CheckedDraft, checkDraft, toDraft } from './draft.js';
import type { DocumentSource } from './source.js';

/**
 * The result of a file that holds several documents, and its drafts as one. Pages, tables and sections count on; of the document it says
 * what all agree on that say it.
 * @param first the number of the page with which each begins
 */
export function extractApart(
  source: DocumentSource,
  pages: readonly (Page | UnreadPage)[],
  first: readonly number[],
  families: readonly DocumentFamily[],
  given: GivenCorrections | null,
): { readonly disclosure: Disclosure; readonly draft: CheckedDraft } {
  const parts = first.map((from, i) => pages.filter(({ number }) => number >= from && number < (first[i + 1] ?? Number.POSITIVE_INFINITY)));
  const givens =
    given &&
    givenApart(
      given,
      parts.map((own) => new Set(own.map(({ number }) => number))),
    );
  const drafts = parts.map((own, i) => checkDraft(toDraft(own, families, givens && at(givens, i))));
  const disclosures = drafts.map((draft) => toDisclosure(source, draft, families));
  const draft = joinDrafts(drafts, families);
  const joined = joinDisclosures(disclosures, draftToOutcome(draft, source, families));
  return { disclosure: { ...joined, findings: [apartFinding(disclosures, first), ...joined.findings] }, draft };
}

function apartFinding(disclosures: readonly Disclosure[], first: readonly number[]): Finding {
  const { id: rule, severity, verdict } = DOCUMENTS_APART;
  const each = disclosures.map(({ document: { department } }, i) => `第${at(first, i)}页起${department === null ? '' : `“${department}”`}`);
  const message = `文件内有${disclosures.length}份文档（${each.join('，')}），各自识读和核对，互不相比。`;
  return { rule, severity, verdict, message, cells: [] };
}

/** @param outcome of them all */
function joinDisclosures(all: readonly Disclosure[], outcome: Disclosure['outcome']): Disclosure {
  const tables = startsOf(all.map((each) => each.tables));
  const sections = startsOf(all.map((each) => each.sections));
  const corrections = all.flatMap((each) => each.corrections ?? []).toSorted((a, b) => a.index - b.index);
  return {
    ...at(all, 0),
    outcome,
    document: joinDocuments(all),
    pages: all.flatMap((each) => each.pages),
    tables: all.flatMap((each) => each.tables),
    sections: all.flatMap((each) => each.sections),
    findings: all.flatMap((each, i) => each.findings.map((finding) => shifted(finding, at(tables, i), at(sections, i)))),
    coverage: {
      glyphs: sum(all, 'glyphs'),
      inTables: sum(all, 'inTables'),
      inProse: sum(all, 'inProse'),
      furniture: sum(all, 'furniture'),
      doubled: sum(all, 'doubled'),
      invisible: sum(all, 'invisible'),
      unplaced: sum(all, 'unplaced'),
    },
    ...(all.some((each) => each.corrections) && { corrections }),
  };
}

const sum = (all: readonly Disclosure[], of: keyof Disclosure['coverage']): number =>
  all.reduce((total, { coverage }) => total + coverage[of], 0);

/** Where the items of each list begin in all of them together. */
const startsOf = (lists: readonly (readonly unknown[])[]): number[] =>
  lists.map((_, i) => lists.slice(0, i).reduce((total, { length }) => total + length, 0));

/** @param table index of the first of its document's tables among all @param section of its sections */
function shifted({ quote, ...finding }: Finding, table: number, section: number): Finding {
  return {
    ...finding,
    cells: finding.cells.map((cell) => ({ ...cell, table: cell.table + table })),
    ...(quote && { quote: { ...quote, section: quote.section === null ? null : quote.section + section } }),
  };
}

/** What they do not agree on is not known of the file. */
function joinDocuments(all: readonly Disclosure[]): Disclosure['document'] {
  const documents = all.map(({ document }) => document);
  const department = agreed(documents.map((each) => each.department));
  return {
    kind: agreed(documents.map(({ kind }) => (kind === 'other' ? null : kind))) ?? 'other',
    department,
    departmentId: department === null ? null : agreed(documents.map((each) => each.departmentId)),
    year: agreed(documents.map((each) => each.year)),
    region: regionOf(documents.map(({ region }) => region)),
  };
}

function regionOf(regions: readonly Disclosure['document']['region'][]): Disclosure['document']['region'] {
  const code = agreed(regions.map((region) => region.code));
  return regions.find((region) => code !== null && region.code === code) ?? { code: null, name: null, path: null };
}

/** What all say that say anything. */
function agreed<T>(said: readonly (T | null)[]): T | null {
  const [one = null, ...others] = new Set(said.filter((each) => each !== null));
  return others.length === 0 ? one : null;
}

function joinDrafts(drafts: readonly CheckedDraft[], families: readonly DocumentFamily[]): CheckedDraft {
  const tables = startsOf(drafts.map((draft) => draft.tables));
  const layout = joinLayouts(drafts.map((draft) => draft.layout));
  const errors = new OwnErrors();
  for (const { part, detail } of drafts.flatMap((draft) => draft.errors.found)) errors.keep(part, detail);
  return {
    family: chooseFamily(layout.grids, families),
    pages: drafts.flatMap((draft) => draft.pages),
    layout,
    printed: drafts.flatMap((draft) => draft.printed),
    tables: drafts.flatMap((draft) => draft.tables),
    prints: drafts.flatMap((draft, i) => draft.prints.map((print) => ({ ...print, table: print.table + at(tables, i) }))),
    remarks: drafts.flatMap((draft) => draft.remarks),
    doubtfulRows: drafts.flatMap((draft) => draft.doubtfulRows),
    errors,
    corrected: joinOutcomes(drafts.flatMap((draft) => draft.corrected ?? [])),
    checked: joinChecked(
      drafts.map((draft) => draft.checked),
      tables,
    ),
  };
}

const joinOutcomes = (all: readonly Outcomes[]): Outcomes | null =>
  all.length === 0 ? null : { applied: all.flatMap(({ applied }) => applied), findings: all.flatMap(({ findings }) => findings) };

const joinLayouts = (all: readonly Layout[]): Layout => ({
  grids: all.flatMap((each) => each.grids),
  lines: all.flatMap((each) => each.lines),
  furniture: all.flatMap((each) => each.furniture),
  inGrids: new Set(all.flatMap((each) => [...each.inGrids])),
  pages: all.flatMap((each) => each.pages),
  upright: new Map(all.flatMap((each) => [...each.upright])),
});

/** @param tables where the tables of each begin among all */
const joinChecked = (all: readonly CheckedTables[], tables: readonly number[]): CheckedTables => ({
  tables: all.flatMap((each) => each.tables),
  findings: all.flatMap((each, i) => each.findings.map((finding) => shifted(finding, at(tables, i), 0))),
  sheets: all.flatMap((each, i) => each.sheets.map((sheet) => ({ ...sheet, index: sheet.index + at(tables, i) }))),
  sums: () => all.flatMap((each, i) => each.sums().map((sumOfCells) => ({ ...sumOfCells, table: sumOfCells.table + at(tables, i) }))),
  detailRows: all.flatMap((each) => each.detailRows),
  corrections: all.flatMap((each, i) => each.corrections.map((cell) => ({ ...cell, table: cell.table + at(tables, i) }))),
});
