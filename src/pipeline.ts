import { createHash } from 'node:crypto';
import type { Coverage, Disclosure, Finding } from '../schemas/disclosure.js';
import { checkTables } from './check/check.js';
import { checkCodes } from './check/codes.js';
import { checkProse } from './check/prose/check-prose.js';
import { settleReadings } from './check/readings/settle.js';
import { DisclosureError } from './errors.js';
import { gridsToTables } from './extract/extract.js';
import { linesToSections } from './extract/sections.js';
import { emptyDisclosure, failedDisclosure } from './failed.js';
import { MAX_BYTES, MAX_PAGES } from './limits.js';
import type { Page, TextLine, UnreadPage } from './model.js';
import { describeDocument } from './normalize/document.js';
import { normalizeTable } from './normalize/table.js';
import { type Outcome, outcomeOf } from './outcome.js';
import type { PrintedTable, Remark } from './printed.js';
import { markIllegible } from './read/legibility.js';
import { readScans } from './read/ocr/ocr.js';
import { pdfiumReader } from './read/pdfium/pdfium.js';
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
  /** Documents with more pages fail as `too-large`. Default 2,000. */
  maxPages?: number;
  /** Documents with more bytes fail as `too-large`. Default 500 MB. */
  maxBytes?: number;
  /** Called after each page that was read. */
  onPage?: (page: number, pages: number) => void;
}

/**
 * One document, the whole way: read → rebuild → extract → normalize → check. Never rejects because of its input: what cannot be
 * read comes back with `outcome.status` `failed`, a reason and a sentence.
 */
export async function extractDisclosure(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Disclosure> {
  const source: Source = { ...describeSource(bytes, options.name ?? 'document.pdf') };
  try {
    const read = await readPages(bytes, options, source);
    return buildDisclosure(source, read);
  } catch (cause) {
    const { reason, message } = asFailure(cause);
    return failedDisclosure(source, reason, message);
  }
}

type Source = Disclosure['source'];

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
  const document = await pdfiumReader.open(bytes, options.password);
  try {
    source.pages = document.pages;
    source.producer = document.producer;
    if (document.pages > (options.maxPages ?? MAX_PAGES)) {
      throw new DisclosureError(
        'too-large',
        `The document has ${document.pages} pages, more than the limit of ${options.maxPages ?? MAX_PAGES}.`,
      );
    }
    const pages: (Page | UnreadPage)[] = [];
    for (let number = 1; number <= document.pages; number++) {
      pages.push(await document.read(number));
      options.onPage?.(number, document.pages);
    }
    return await readScans(bytes, markIllegible(pages), options);
  } finally {
    await document.close();
  }
}

/** Stages 2 to 5, and what they say together. */
function buildDisclosure(source: Source, read: readonly (Page | UnreadPage)[]): Disclosure {
  const layout = pagesToLayout(read.filter((p): p is Page => !('problem' in p)));
  const printed = gridsToTables(layout.grids);
  const normalized = printed.map(normalizeTable);
  const inTables = new Set(printed.flatMap((t) => [...t.caption.lines, ...t.noteLines]));
  const prose = layout.lines.filter((line) => !inTables.has(line));
  const sections = linesToSections(prose);
  const outcome = outcomeOf(read, layout, printed);
  const document = describeDocument(layout.lines, printed);
  const settled = settleReadings(
    normalized.map((t) => t.table),
    normalized.flatMap(({ prints }, table) => prints.map((print) => ({ ...print, table }))),
  );
  const { tables, findings } = checkTables(settled.tables);
  return {
    ...emptyDisclosure(source),
    outcome: outcome.outcome,
    document,
    pages: outcome.pages,
    tables,
    sections: sections.map(({ heading, level, pages, text }) => ({ heading, level, pages: [...pages], text })),
    findings: [
      ...pageFindings(outcome),
      ...normalized.flatMap((t, i) => t.remarks.map((r) => toFinding(r, i, printed[i]))),
      ...settled.findings,
      ...findings,
      ...checkCodes(tables, document.year),
      ...checkProse({ sections, tables, document }),
    ],
    coverage: countCoverage(layout, [...inTables], prose),
  };
}

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

function toFinding(remark: Remark, table: number, printed: PrintedTable | undefined): Finding {
  const { rule, severity, message, row, column, cell } = remark;
  const page = cell?.page ?? printed?.grid.pages[0] ?? 1;
  const box = cell ? cell.box.map((n) => Math.round(n * 100) / 100) : null;
  return {
    rule,
    severity,
    verdict: rule === 'CELL-UNREADABLE' || rule === 'CODE-DOUBTFUL' ? 'reading' : 'unknown',
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
