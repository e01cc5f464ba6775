import { createHash } from 'node:crypto';
import { finalAccountsProse } from '../extractors/final-accounts/prose/prose.js';
import type { Coverage, Disclosure, DisclosureTable, Finding } from '../schemas/disclosure.js';
import { DisclosureError } from './base/errors.js';
import { MAX_BYTES, MAX_PAGES } from './base/limits.js';
import { type CheckedTables, checkTables } from './check/check.js';
import { checkCodes, withBookNames } from './check/codes/codes.js';
import {
  compareReadings,
  pagesInDoubt,
  type Reading,
  settleVerdicts,
  unconfirmed,
  withDisagreements,
} from './check/engines/second-reading.js';
import { checkGaps } from './check/identity/presence.js';
import { settleReadings, type TablePrint } from './check/ocr/settle.js';
import { checkProse } from './check/prose/check-prose.js';
import { correctTables, type GivenCorrections, type Outcomes, readGiven } from './corrections/given.js';
import { gridsToTables } from './extract/extract.js';
import { linesToSections } from './extract/sections.js';
import type { Page, TextLine, UnreadPage } from './model/page.js';
import type { PrintedTable, Remark } from './model/printed.js';
import { describeDocument } from './normalize/document.js';
import { withPrintedNames } from './normalize/ocr-names.js';
import { normalizeTable } from './normalize/table.js';
import { emptyDisclosure, failedDisclosure } from './pipeline/empty.js';
import { type Outcome, outcomeOf } from './pipeline/outcome.js';
import { type Engine, readerOf } from './read/engines.js';
import { markIllegible } from './read/legibility.js';
import { readScans } from './read/ocr/ocr.js';
import { type EngineChoice, pagesToReadAgain, policyOf } from './read/policy.js';
import type { OpenDocument } from './read/reader.js';
import { assertPdf, mediaTypeOf } from './read/sniff.js';
import { type Layout, pagesToLayout } from './rebuild/rebuild.js';

/** What a caller may say about one document; every field has a good default. */
export interface ExtractOptions {
  /** The file's name as it stands in `source.name`; it decides nothing else. */
  name?: string;
  /** For encrypted documents. Owner-only protection and an empty user password need none. */
  password?: string;
  /** What to do with pages that have no legible text. */
  ocr?: 'auto' | 'off' | 'force';
  /** Which PDF engine reads; see `read/policy.ts`. Default `auto`: the fast one, and a second one where there is doubt. */
  engine?: EngineChoice;
  /** Documents with more pages fail as `too-large`. Default 2,000. */
  maxPages?: number;
  /** Documents with more bytes fail as `too-large`. Default 500 MB. */
  maxBytes?: number;
  /** The text of the document's corrections file (`<stem>.corrections.json`), where there is one. */
  corrections?: string;
  /** Called after each page that was read. */
  onPage?: (page: number, pages: number) => void;
}

/**
 * One document, the whole way: read → rebuild → extract → normalize → check. Never rejects because of its input: what cannot be
 * read comes back with `outcome.status` `failed`, a reason and a sentence.
 * @param read stage 1, for those who remember its pages
 */
export async function extractDisclosure(bytes: Uint8Array, options: ExtractOptions = {}, read: ReadPages = readPages): Promise<Disclosure> {
  const source: Source = { ...describeSource(bytes, options.name ?? 'document.pdf') };
  try {
    const policy = policyOf(options.engine);
    const given = options.corrections === undefined ? null : readGiven(options.corrections, source.sha256);
    const draft = toDraft(await read(bytes, options, source), given);
    const checked = checkDraft(draft);
    const again = pagesToReadAgain(policy, draft.read, pagesInDoubt(checked));
    if (policy.second === null || again.length === 0) return toDisclosure(source, draft, checked);
    return settle(source, draft, checked, again, await readAgain(bytes, options, policy.second, again), given);
  } catch (cause) {
    const { reason, message } = asFailure(cause);
    return failedDisclosure(source, reason, message);
  }
}

export type Source = Disclosure['source'];

/** Stage 1: `readPages`, or what remembers its pages. */
export type ReadPages = typeof readPages;

/** What is known of a file before it is opened. */
export function describeSource(bytes: Uint8Array, name: string): Source {
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: mediaTypeOf(bytes),
    pages: null,
    producer: null,
  };
}

function asFailure(cause: unknown): DisclosureError {
  if (cause instanceof DisclosureError) return cause;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new DisclosureError('internal', `An error of ours, not of the document: ${detail}`, { cause });
}

/** Stage 1. Fills in what the open document tells about its source. */
export async function readPages(bytes: Uint8Array, options: ExtractOptions, source: Source): Promise<(Page | UnreadPage)[]> {
  if (bytes.length > (options.maxBytes ?? MAX_BYTES)) {
    throw new DisclosureError('too-large', `The file has ${bytes.length} bytes, more than the limit of ${options.maxBytes ?? MAX_BYTES}.`);
  }
  assertPdf(bytes);
  const document = await (await readerOf(policyOf(options.engine).first)).open(bytes, options.password);
  try {
    source.pages = document.pages;
    source.producer = document.producer;
    if (document.pages > (options.maxPages ?? MAX_PAGES)) {
      throw new DisclosureError(
        'too-large',
        `The document has ${document.pages} pages, more than the limit of ${options.maxPages ?? MAX_PAGES}.`,
      );
    }
    const numbers = Array.from({ length: document.pages }, (_, i) => i + 1);
    const pages = await readNumbered(document, numbers, (number) => options.onPage?.(number, document.pages));
    return await readScans(bytes, pages, options);
  } finally {
    await document.close();
  }
}

/** Some pages of an open document, judged together. */
async function readNumbered(document: OpenDocument, numbers: readonly number[], onPage: (page: number) => void) {
  const pages: (Page | UnreadPage)[] = [];
  for (const number of numbers) {
    pages.push(await document.read(number));
    onPage(number);
  }
  return markIllegible(pages);
}

/** Pages as the second engine reads them, those it can read; none where it cannot open the document. */
async function readAgain(bytes: Uint8Array, options: ExtractOptions, engine: Engine, numbers: readonly number[]): Promise<Page[]> {
  const reader = await readerOf(engine);
  const document = await reader.open(bytes, options.password).catch((cause: unknown) => {
    if (cause instanceof DisclosureError) return null;
    throw cause;
  });
  if (!document) return [];
  try {
    const pages = await readNumbered(document, numbers, () => options.onPage?.(document.pages, document.pages));
    return pages.filter(isRead);
  } finally {
    await document.close();
  }
}

const isRead = (page: Page | UnreadPage): page is Page => !('problem' in page);

/** A document after stages 2 to 4. */
interface Draft {
  readonly read: readonly (Page | UnreadPage)[];
  readonly layout: Layout;
  readonly printed: readonly PrintedTable[];
  readonly tables: readonly DisclosureTable[];
  readonly prints: readonly TablePrint[];
  readonly remarks: readonly Finding[];
  /** What became of the corrections file, where there is one. */
  readonly corrected: Outcomes | null;
}

/** Stages 2 to 4: rebuild, extract, what a person corrected, normalize. */
function toDraft(read: readonly (Page | UnreadPage)[], given: GivenCorrections | null): Draft {
  const layout = pagesToLayout(read.filter(isRead));
  const labelled = withPrintedNames(gridsToTables(layout.grids), layout.lines);
  const corrected = given && correctTables(labelled, given);
  const printed = corrected?.tables ?? labelled;
  const normalized = printed.map(normalizeTable);
  const remarks = [...(corrected?.findings ?? []), ...normalized.flatMap((t, i) => t.remarks.map((r) => toFinding(r, i, printed[i])))];
  const prints = normalized.flatMap((t, table) => t.prints.map((print) => ({ ...print, table })));
  return { read, layout, printed, tables: normalized.map((t) => t.table), prints, remarks, corrected };
}

/** Stage 5 for what the tables say of themselves. */
function checkDraft({ tables, prints, remarks }: Draft): CheckedTables {
  const settled = settleReadings(tables, prints);
  const checked = checkTables(settled.tables);
  return { ...checked, findings: [...remarks, ...settled.findings, ...checked.findings] };
}

/** What two engines say together: pages that the first could not read are the second's, the others are held against it. */
function settle(
  source: Source,
  draft: Draft,
  checked: CheckedTables,
  asked: readonly number[],
  second: readonly Page[],
  given: GivenCorrections | null,
): Disclosure {
  const again = new Map<number, Page>(second.map((page) => [page.number, page]));
  const filled = draft.read.map((page) => (isRead(page) ? page : (again.get(page.number) ?? page)));
  const isFilled = filled.some((page, i) => page !== draft.read[i]);
  const kept = isFilled ? toDraft(filled, given) : draft;
  const { tables, findings, corrections } = isFilled ? checkDraft(kept) : checked;
  const pages = new Set(draft.read.filter((page) => isRead(page) && again.has(page.number)).map((page) => page.number));
  const other = toDraft(
    filled.map((page) => again.get(page.number) ?? page),
    null,
  );
  const disagreements = compareReadings(readingOf(kept), readingOf(other), pages).filter((each) => !isAboutCorrected(each, kept.tables));
  const readOnce = draft.read.filter((page) => isRead(page) && asked.includes(page.number) && !again.has(page.number));
  const settled = toDisclosure(source, kept, { tables: withDisagreements(tables, disagreements), findings, corrections });
  return { ...settled, findings: [...disagreements, ...unconfirmed(readOnce), ...settleVerdicts(settled.findings, disagreements, pages)] };
}

/** A person has looked: what the engines make of the cell no longer matters. */
const isAboutCorrected = ({ cells: [place] }: Finding, tables: readonly DisclosureTable[]): boolean =>
  place?.row != null && place.column !== null && tables[place.table]?.rows[place.row]?.cells[place.column]?.status === 'corrected';

const readingOf = ({ tables, layout }: Draft): Reading => ({ tables, lines: layout.lines });

/** The draft, checked, with its prose and all that is said of the whole. */
function toDisclosure(
  source: Source,
  { read, layout, printed, corrected }: Draft,
  { tables, findings, corrections }: CheckedTables,
): Disclosure {
  const inTables = new Set(printed.flatMap((t) => [...t.caption.lines, ...t.noteLines]));
  const prose = layout.lines.filter((line) => !inTables.has(line));
  const sections = linesToSections(prose);
  const outcome = outcomeOf(read, layout, printed);
  const document = describeDocument(layout.lines, printed);
  return {
    ...emptyDisclosure(source),
    outcome: outcome.outcome,
    document,
    pages: outcome.pages,
    tables: withBookNames(tables, document.year),
    sections: sections.map(({ heading, level, pages, text }) => ({ heading, level, pages: [...pages], text })),
    findings: [
      ...pageFindings(outcome),
      ...findings,
      ...checkGaps(tables),
      ...checkCodes(tables, document.year),
      ...checkProse({ sections, tables, document, corrections, ocrPages: pagesReadBy('ocr', outcome), prose: finalAccountsProse }),
    ],
    coverage: countCoverage(layout, [...inTables], prose),
    ...(corrected && { corrections: [...corrected.applied] }),
  };
}

const pagesReadBy = (method: string, { pages }: Outcome): ReadonlySet<number> =>
  new Set(pages.filter((page) => page.method === method).map((page) => page.number));

function pageFindings({ pages }: Outcome): Finding[] {
  return pages
    .filter((page) => page.reason !== null)
    .map(
      (page): Finding => ({
        rule: 'PAGE-UNREAD',
        severity: 'error',
        verdict: 'reading',
        message: `第${page.number}页无法识读，本页内容不在结果中。`,
        cells: [],
      }),
    );
}

/** Remarks on our reading, not on the document. */
const READING: ReadonlySet<string> = new Set(['CELL-UNREADABLE', 'CODE-DOUBTFUL', 'NAME-DOUBTFUL']);

function toFinding(remark: Remark, table: number, printed: PrintedTable | undefined): Finding {
  const { rule, severity, message, row, column, cell } = remark;
  const page = cell?.page ?? printed?.grid.pages[0] ?? 1;
  const box = cell ? cell.box.map((n) => Math.round(n * 100) / 100) : null;
  return {
    rule,
    severity,
    verdict: READING.has(rule) ? 'reading' : 'unknown',
    message,
    cells: [{ table, row, column, page, box: box as [number, number, number, number] | null }],
  };
}

/** Every glyph counted once, where it stands. White space is no glyph. */
function countCoverage(layout: Layout, tableLines: readonly TextLine[], prose: readonly TextLine[]): Coverage {
  const glyphs = (lines: readonly TextLine[]) => lines.reduce((n, l) => n + l.glyphs.length, 0);
  const sum = (count: (page: Layout['pages'][number]) => number) => layout.pages.reduce((n, p) => n + count(p), 0);
  const inGridCaptions = tableLines.filter((l) => !layout.inGrids.has(l));
  const counts = {
    inTables: sum((p) => p.inGrids) + glyphs(inGridCaptions),
    inProse: glyphs(prose),
    furniture: glyphs(layout.furniture) + sum((p) => p.marks),
    doubled: sum((p) => p.doubled),
    invisible: sum((p) => p.hidden),
    unplaced: sum((p) => p.illegible.length),
  };
  return { glyphs: sum((p) => p.glyphs), ...counts };
}
