import { families } from '../extractors/families.js';
import type { DocumentFamily } from '../extractors/family.js';
import type { Disclosure } from '../schemas/disclosure.js';
import { DisclosureError } from './base/errors.js';
import { pagesInDoubt } from './check/engines/second-reading.js';
import { inReadingOrder } from './check/verdict/order.js';
import { type GivenCorrections, readGiven } from './corrections/given.js';
import type { Sheet } from './model/sheet.js';
import { extractApart } from './pipeline/apart.js';
import { withoutBlame } from './pipeline/brought-about.js';
import { toDisclosure, withRemarks } from './pipeline/disclosure.js';
import { type CheckedDraft, checkDraft, sheetsToDraft, toDraft } from './pipeline/draft.js';
import { failedDisclosure } from './pipeline/empty.js';
import type { ExtractOptions } from './pipeline/options.js';
import { type PageReader, readPages } from './pipeline/pages.js';
import { withPlaces } from './pipeline/places.js';
import { both, type Reconciled, reconcile, reconcileLetters } from './pipeline/reconcile.js';
import { type DocumentSource, describeSource } from './pipeline/source.js';
import { describeTogether, type GivenFile, readTogether } from './pipeline/together.js';
import { UNNAMED } from './read/containers.js';
import { readAgain, secondReader } from './read/read.js';

/** A document's result, and what the stages made of it on the way; null where the document could not be read. */
export interface Extraction {
  readonly disclosure: Disclosure;
  /** Its family, layout, printed tables and the sums that the tables were held against. */
  readonly draft: CheckedDraft | null;
}

/** What the way of a document is made with, where it is not what everybody uses. */
export interface Tools {
  /** Stage 1, for those who remember its pages. */
  readonly read?: PageReader | undefined;
  /** The families of documents that are known. */
  readonly families?: readonly DocumentFamily[];
  /** For what draws the imaginary pages of a document without pages: its result keeps their sizes and boxes, beside the places they stand for. */
  readonly keepBoxes?: boolean;
}

/** A document's result. Never rejects because of its input: see `extractWithDraft`. */
export async function extractDisclosure(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Disclosure> {
  return (await extractWithDraft(bytes, options)).disclosure;
}

/**
 * One document, the whole way: read → rebuild → extract → correct → normalize → check. Never rejects because of its input: what cannot be
 * read comes back with `outcome.status` `failed`, a reason and a sentence.
 */
export async function extractWithDraft(bytes: Uint8Array, options: ExtractOptions = {}, tools: Tools = {}): Promise<Extraction> {
  if (options.corrections === undefined) return await extractAsGiven(bytes, options, tools);
  const { read: readAll = readPages } = tools;
  let pages: ReturnType<PageReader> | null = null;
  const read: PageReader = (...given) => {
    pages ??= readAll(...given);
    return pages;
  };
  const { corrections: _, ...asRead } = options;
  const { disclosure, draft } = await extractAsGiven(bytes, options, { ...tools, read });
  const uncorrected = async () => (await extractAsGiven(bytes, asRead, { ...tools, read })).disclosure;
  return { disclosure: await withoutBlame(disclosure, uncorrected), draft };
}

async function extractAsGiven(bytes: Uint8Array, options: ExtractOptions, tools: Tools): Promise<Extraction> {
  let source = describeSource(bytes, options.name ?? UNNAMED);
  try {
    const known = tools.families ?? families;
    const given = options.corrections === undefined ? null : readGiven(options.corrections, source.sha256);
    const read = await (tools.read ?? readPages)(bytes, options);
    source = { ...source, ...read.source };
    if ('failure' in read) throw read.failure;
    if ('sheets' in read) return sheetsToExtraction(source, read.sheets, known, given, tools.keepBoxes);
    const { documents = [] } = read;
    if (documents.length > 1) {
      const { disclosure, draft } = extractApart(source, read.pages, documents, known, given);
      return { disclosure: inOrder(withRemarks(disclosure, read.remarks ?? [])), draft };
    }
    const draft = checkDraft(toDraft(read.pages, known, given));
    const reconciled = await askSecondEngine(bytes, options, draft, known, given).catch((error: unknown) => {
      draft.errors.keep('两个引擎的比较', error);
      return null;
    });
    const toResult = (checked: CheckedDraft) => withRemarks(toDisclosure(source, checked, known), read.remarks ?? []);
    if (reconciled === null) return { disclosure: inOrder(toResult(draft)), draft };
    const disclosure = toResult(reconciled.draft);
    const findings = [...reconciled.findings, ...reconciled.settle(disclosure.findings)];
    return { disclosure: inOrder(disclosure, findings), draft: reconciled.draft };
  } catch (cause) {
    const { reason, message } = asFailure(cause);
    return { disclosure: failedDisclosure(source, reason, message), draft: null };
  }
}

const inOrder = (disclosure: Disclosure, findings = disclosure.findings): Disclosure => ({
  ...disclosure,
  findings: inReadingOrder(findings, disclosure.tables),
});

/** Several files as one document: prose of one is checked against the tables of another. Never rejects because of its input. */
export async function extractTogether(files: readonly GivenFile[], options: ExtractOptions = {}): Promise<Extraction> {
  const source = describeTogether(files);
  try {
    const given = options.corrections === undefined ? null : readGiven(options.corrections, source.sha256);
    const sheets = await readTogether(files, options);
    const extract = (by: GivenCorrections | null) => sheetsToExtraction({ ...source, pages: sheets.length }, sheets, families, by);
    const { disclosure, draft } = extract(given);
    return { disclosure: await withoutBlame(disclosure, async () => extract(null).disclosure), draft };
  } catch (cause) {
    const { reason, message } = asFailure(cause);
    return { disclosure: failedDisclosure(source, reason, message), draft: null };
  }
}

/** The way of a document without pages: there is one reading of it, and its boxes are imaginary. */
function sheetsToExtraction(
  source: DocumentSource,
  sheets: readonly Sheet[],
  known: readonly DocumentFamily[],
  given: GivenCorrections | null,
  keepBoxes = false,
): Extraction {
  const draft = checkDraft(sheetsToDraft(sheets, known, given));
  return { disclosure: withPlaces(inOrder(toDisclosure(source, draft, known)), draft.layout, keepBoxes), draft };
}

/** What a second engine makes of pages that the first could not read, and of what is in doubt on the others; null where there are none. */
async function askSecondEngine(
  bytes: Uint8Array,
  options: ExtractOptions,
  draft: CheckedDraft,
  known: readonly DocumentFamily[],
  given: GivenCorrections | null,
): Promise<Reconciled | null> {
  const second = secondReader(bytes, options);
  const asked = new Set(second?.pagesToRead(draft.pages, pagesInDoubt(draft.checked)) ?? []);
  if (second === null || asked.size === 0) return null;
  const pages = draft.pages.filter(({ number }) => asked.has(number));
  const whole = pages.filter((page) => second.readsWhole(page)).map(({ number }) => number);
  const inLetters = pages.filter((page) => !second.readsWhole(page)).map(({ number }) => number);
  const read = whole.length === 0 ? null : reconcile(draft, whole, await readAgain(second, bytes, options, whole), known, given);
  if (inLetters.length === 0) return read;
  const confirmed = reconcileLetters(read?.draft ?? draft, inLetters, await second.letters(bytes, options, inLetters));
  return read === null ? confirmed : both(read, confirmed);
}

function asFailure(cause: unknown): DisclosureError {
  if (cause instanceof DisclosureError) return cause;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new DisclosureError('internal', `An error of ours, not of the document: ${detail}`, { cause });
}
