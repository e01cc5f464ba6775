import path from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod';
import { families } from '../../extractors/families.js';
import { type Correction, type Corrections, parseCorrection } from '../../schemas/corrections.js';
import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';
import { shownName } from '../base/file-name.js';
import { toLine } from '../compare/documents.js';
import { brokenSince } from '../corrections/broken.js';
import { type CorrectedDocument, withCorrection, withInstead } from '../corrections/edit.js';
import { correctionsText, readCorrectionsBeside } from '../corrections/file.js';
import type { Format } from '../emit/results.js';
import type { ExtractOptions } from '../pipeline/options.js';
import { DocumentPool } from '../workers/document-pool.js';
import type { DocumentJob, DocumentResult } from '../workers/job.js';
import { Pool } from '../workers/pool.js';
import { changeCorrectionsBeside } from './change-corrections.js';
import type { ReadLine } from './comparing.js';
import { secondsLeft } from './desk/pace.js';
import { PrivateFolder } from './desk/private-folder.js';
import { type ResultFile, Results } from './desk/results.js';
import { zipStream } from './desk/zip-stream.js';
import type { ReviewJob } from './document-child.js';
import type { PictureJob, PictureResult } from './pictures.js';
import type { Searchable, SearchedSection } from './search.js';
import { toView } from './to-view.js';
import { FileVersion } from './version.js';
import type { CorrectionAnswer, DocumentEntry, View, ViewFinding } from './view.js';

/** A document to look at: its file, and its path below what was asked for, without the extension. */
export interface ReviewInput {
  readonly path: string;
  readonly stem: string;
  /** It lies in a folder of ours that is gone at the end. */
  readonly isCopy?: true;
}

export interface ReviewOptions {
  readonly document: Pick<ExtractOptions, 'ocr' | 'password'>;
  /** Whose corrections they are. */
  readonly by: string;
}

type Picture = Exclude<PictureResult, { readonly problem: string }>;

type Counts = Record<'doubts' | 'findings' | 'errors' | 'tables', number>;

/** Views kept in memory: those of large documents take ten MB each. */
const KEPT_VIEWS = 60;

/** One document and what is known of it. */
interface ReviewedDocument {
  readonly id: string;
  readonly input: ReviewInput;
  /** Of its file. */
  readonly version: FileVersion;
  state: DocumentEntry['state'];
  /** False where it was taken off the list: it is there no more for anybody, until it is put back. */
  isListed: boolean;
  /** Whether it is read before it is asked for. */
  isQueued: boolean;
  progress: [number, number] | null;
  /** ms, when a child process began to read it, and when it had read the last page. */
  begun: number;
  pageAt: number;
  /** Why the last reading failed, or read a part only. */
  problem: DocumentEntry['problem'];
  /** Null until it is first asked for. */
  view: Promise<View> | null;
  /** The last view that came to an end; null also where it has been given up for later ones, and is read again when it is asked for. */
  done: View | null;
  /** The prose of `done`. */
  sections: readonly SearchedSection[];
  /** Of the last view; null until there was one. */
  counts: Counts | null;
  /** As it stands among others, as it was last read. */
  line: Omit<ReadLine, 'id'> | null;
  /** The text of the corrections file that `done` shows. */
  corrections: string | null;
  /** What the last correction that was tried makes of the document; null where it has been kept, or none was tried. */
  tried: Reading | null;
  /** Ends with the last change: changes of one document wait for each other. */
  lastChange: Promise<unknown>;
}

/** A document as it was read, with these corrections. */
interface Reading {
  readonly corrections: string | null;
  readonly disclosure: Disclosure;
  readonly sectionPages: DocumentResult['sectionPages'];
}

/** Documents read ahead of being looked at, at a time. */
const AHEAD = 2;
/** Documents read at a time: one that is looked at or taken away never waits for those that are read ahead. */
const AT_A_TIME = AHEAD + 1;

/** The documents of one review. They have ids of their own: no path comes from the page, and none goes to it but what was asked for. */
export class ReviewDocuments {
  /** Holds what was dropped on the desk, and results; gone when the documents are closed. */
  readonly folder = new PrivateFolder();
  private readonly byId = new Map<string, ReviewedDocument>();
  private readonly options: ReviewOptions;
  private readonly ahead = pLimit(AHEAD);
  private isPrepared = false;
  /** Documents whose views are in memory, the one read longest ago first. */
  private readonly kept = new Set<ReviewedDocument>();
  private readonly documents = new DocumentPool({ jobs: AT_A_TIME, entry: new URL('./document-child.js', import.meta.url) });
  private readonly pictures = new Pool<PictureJob, PictureResult>({ entry: new URL('./picture-child.js', import.meta.url), size: 1 });

  private readonly results: Results;

  constructor(inputs: readonly ReviewInput[], options: ReviewOptions) {
    this.options = options;
    this.results = new Results(this.folder, async (job) => await this.documents.extract(await this.toJob(job)), options.document);
    this.add(inputs);
  }

  /** Adds documents that are not there yet, and puts back those that were taken off the list. How many are new on it. */
  add(inputs: readonly ReviewInput[]): number {
    const known = new Map([...this.byId.values()].map((document) => [path.resolve(document.input.path), document]));
    let added = 0;
    for (const input of inputs) {
      const there = known.get(path.resolve(input.path));
      if (there?.isListed) continue;
      added += 1;
      if (there) there.isListed = true;
      else {
        const fresh = newDocument(`d${this.byId.size + 1}`, input);
        this.byId.set(fresh.id, fresh);
        known.set(path.resolve(input.path), fresh);
      }
    }
    return added;
  }

  /** Takes a document off the list. Its file, and what was made of it, stay where they are. @throws NoSuchDocument */
  remove(id: string): void {
    const document = this.find(id);
    document.isListed = false;
    this.giveUp(document);
  }

  /** Puts one back. @throws NoSuchDocument */
  putBack(id: string): void {
    const document = this.byId.get(id);
    if (!document) throw new NoSuchDocument('there is no such document');
    document.isListed = true;
  }

  /** Reads every document that was not asked for yet, before it is. */
  readAhead(): void {
    for (const document of this.listed()) {
      if (document.isQueued) continue;
      document.isQueued = true;
      // What goes wrong is kept with the document, and told in the list.
      void this.ahead(async () => {
        // It may be put back.
        if (!document.isListed) document.isQueued = false;
        else await (document.view ?? this.view(document.id));
      }).catch(() => {});
    }
  }

  /** Opens a document for its pictures before one is asked for: the process that draws takes a second to start, and the document to be opened. */
  private prepare({ input }: ReviewedDocument): void {
    this.isPrepared = true;
    const { ocr, password } = this.options.document;
    // Whether it can be drawn is told where its pages are shown.
    void this.pictures.submit({ path: input.path, ocr, password: password ?? null, page: 1, dpi: 72, box: null });
  }

  list(): DocumentEntry[] {
    const now = Date.now();
    return this.listed().map(({ id, input, state, progress, begun, pageAt, counts, problem }) => ({
      id,
      name: path.basename(input.path),
      folder: path.dirname(input.stem) === '.' ? '' : path.dirname(input.stem),
      isCopy: input.isCopy === true,
      state,
      progress,
      secondsLeft: state === 'reading' && progress ? secondsLeft({ begun, pageAt, page: progress[0], pages: progress[1] }, now) : null,
      doubts: counts?.doubts ?? null,
      findings: counts?.findings ?? null,
      errors: counts?.errors ?? null,
      tables: counts?.tables ?? null,
      problem,
    }));
  }

  /** A result of a document, as `juesuan extract` writes it. @throws NoResult */
  async result(id: string, format: Format): Promise<ResultFile> {
    const { input, version } = this.find(id);
    return await this.results.one({ id, ...input, version }, format);
  }

  /** The documents that have been read, as they stand among others, in their order. */
  lines(): ReadLine[] {
    return this.listed().flatMap(({ id, line }) => (line ? [{ id, ...line }] : []));
  }

  /** The whole of what was read of a document, as `juesuan extract` writes it. @throws NoResult */
  async disclosure(id: string): Promise<Disclosure> {
    const { bytes } = await this.result(id, 'json');
    return parseDisclosure(JSON.parse(Buffer.from(bytes).toString('utf8')));
  }

  /** A ZIP of every result of the documents that have been read. */
  allResults(): AsyncGenerator<Uint8Array> {
    const read = this.listed().filter(({ counts }) => counts !== null);
    return zipStream(this.results.all(read.map(({ id, input, version }) => ({ id, ...input, version }))));
  }

  has(id: string): boolean {
    return this.byId.get(id)?.isListed === true;
  }

  private listed(): ReviewedDocument[] {
    return [...this.byId.values()].filter(({ isListed }) => isListed);
  }

  /** The same, to be looked at: what draws it is made ready while it is read. */
  async viewToShow(id: string): Promise<View> {
    const document = this.find(id);
    if (!document.done) this.prepare(document);
    return await this.view(id);
  }

  /** A document, read when it is first asked for, and again when its file or the corrections beside it have changed. */
  async view(id: string): Promise<View> {
    const document = this.find(id);
    const { view, done, state } = document;
    // Another request may have begun to read it meanwhile.
    if (done && state !== 'reading' && !(await isCurrent(document, done)) && document.view === view) document.view = null;
    document.view ??= this.read(document);
    return await document.view;
  }

  /**
   * Keeps a correction beside the document, and gives what becomes of it. One by which sums break that held is not kept, unless it is made all
   * the same: these are given. `shown`: the version of the document that was looked at.
   * @throws ZodError, ReplacedError, UnusableCorrectionsError, system errors
   */
  async correct(id: string, shown: string, proposal: object, isSure: boolean): Promise<CorrectionAnswer> {
    const document = this.find(id);
    const correction = parseCorrection({ ...proposal, by: this.options.by, on: today() });
    const edit: Edit = (text, about) => withCorrection(text, about, correction);
    const broken = isSure ? [] : await this.inTurn(document, () => this.tryOut(document, shown, edit));
    return broken.length > 0 ? { broken } : await this.change(document, shown, edit);
  }

  /**
   * Puts one correction in place of another, null for none: takes one back, or what was done to it. Who made it stays.
   * @throws ZodError, ReplacedError, NoSuchCorrection, UnusableCorrectionsError, system errors
   */
  async replace(id: string, shown: string, body: object): Promise<View> {
    const { from, to } = parseReplacement(body);
    return await this.change(this.find(id), shown, (text, about) => withInstead(text, about, from, to));
  }

  /** The file of a document and what is shown of it. @throws ReplacedError */
  async shown(id: string, shown: string): Promise<{ readonly file: string; readonly view: View }> {
    const document = this.find(id);
    await mustBeShown(document, shown);
    return { file: document.input.path, view: await this.view(id) };
  }

  /** The documents whose views are kept, with their prose. */
  searchable(): readonly Searchable[] {
    return this.listed().flatMap(({ done, sections }) => (done ? [{ view: done, sections }] : []));
  }

  /** @throws ReplacedError; Error with a sentence where there is no picture */
  async picture(id: string, shown: string, job: Pick<PictureJob, 'page' | 'dpi' | 'box' | 'excerpt'>): Promise<Picture> {
    const document = this.find(id);
    await mustBeShown(document, shown);
    const { ocr, password } = this.options.document;
    const ending = await this.pictures.submit({ ...job, path: document.input.path, ocr, password: password ?? null });
    // It may have been drawn from what came in its place.
    await mustBeShown(document, shown);
    if (ending.kind !== 'done') throw new NotShownError(`The page could not be drawn (${ending.kind}).`);
    if ('problem' in ending.result) throw new NotShownError(ending.result.problem);
    return ending.result;
  }

  async close(): Promise<void> {
    this.ahead.clearQueue();
    await Promise.all([this.documents.close(), this.pictures.close()]);
    await this.folder.remove();
  }

  /** What OCR has read is kept with what was dropped: results are made of it later without reading it again. */
  private async toJob(job: DocumentJob): Promise<ReviewJob> {
    return { ...job, scans: path.join(await this.folder.path(), 'scans') };
  }

  private find(id: string): ReviewedDocument {
    const document = this.byId.get(id);
    if (!document?.isListed) throw new NoSuchDocument('there is no such document');
    return document;
  }

  private change(document: ReviewedDocument, shown: string, edit: Edit): Promise<View> {
    return this.inTurn(document, async () => {
      await mustBeShown(document, shown);
      const { sha256, name } = await this.view(document.id);
      await changeCorrectionsBeside(document.input.path, async (text) => {
        await mustBeShown(document, shown);
        return edit(text, { sha256, name });
      });
      document.view = this.read(document);
      return await document.view;
    });
  }

  /** The errors that a change of the corrections would bring about; nothing is kept but what was read. */
  private async tryOut(document: ReviewedDocument, shown: string, edit: Edit): Promise<ViewFinding[]> {
    await mustBeShown(document, shown);
    const before = await this.view(document.id);
    const corrections = correctionsText(edit(await readCorrectionsBeside(document.input.path), before));
    try {
      document.tried = await this.readWith(document, corrections);
    } finally {
      document.progress = null;
    }
    const after = toView(document.id, document.tried.disclosure, corrections);
    const errorsOf = ({ findings }: View) => findings.filter(({ severity }) => severity === 'error');
    return brokenSince(errorsOf(before), errorsOf(after), after.tables);
  }

  /** After the changes that were asked for before. */
  private async inTurn<Done>(document: ReviewedDocument, act: () => Promise<Done>): Promise<Done> {
    const acted = document.lastChange.then(act);
    document.lastChange = acted.catch(() => {});
    return await acted;
  }

  private async read(document: ReviewedDocument): Promise<View> {
    document.state = 'reading';
    document.progress = null;
    if (!this.isPrepared) this.prepare(document);
    document.begun = Date.now();
    try {
      const view = await this.readOnce(document);
      document.problem = view.outcome.status === 'ok' ? null : view.outcome;
      document.state = view.outcome.status === 'failed' ? 'failed' : 'done';
      return view;
    } catch (error) {
      const isSaid = error instanceof NotShownError;
      document.problem = { reason: 'internal', message: isSaid ? error.message : 'An error of ours.' };
      document.state = 'failed';
      document.view = null;
      throw error;
    } finally {
      document.progress = null;
    }
  }

  private async readOnce(document: ReviewedDocument): Promise<View> {
    const corrections = await readCorrectionsBeside(document.input.path);
    const { tried } = document;
    document.tried = null;
    const isTried = tried?.corrections === corrections && (await document.version.sha256()) === tried?.disclosure.source.sha256;
    const { disclosure, sectionPages } = isTried && tried ? tried : await this.readWith(document, corrections);
    const view = toView(document.id, disclosure, corrections);
    document.done = view;
    document.sections = disclosure.sections.map(({ heading, text, pages }, index) => ({
      ...{ heading, text, pages },
      starts: sectionPages?.[index] ?? [],
    }));
    document.counts = countsOf(view);
    document.line = { line: toLine(shownName(nameBelow(document.input)), disclosure, families), region: disclosure.document.region.code };
    document.corrections = corrections;
    this.keep(document);
    return view;
  }

  /** @throws NotShownError where the document could not be read */
  private async readWith(document: ReviewedDocument, corrections: string | null): Promise<Reading> {
    const { path: file } = document.input;
    const job = { path: file, name: shownName(path.basename(file)), options: this.options.document, corrections };
    const { data, outcome, sectionPages } = await this.documents.extract(
      await this.toJob({ ...job, destination: { to: 'caller', format: 'json' } }),
      (page, pages) => {
        document.progress = [page, pages];
        document.pageAt = Date.now();
      },
      () => {
        document.begun = Date.now();
      },
    );
    if (data === null) throw new NotShownError(outcome.message ?? 'The document could not be read.');
    return { corrections, disclosure: parseDisclosure(JSON.parse(data)), sectionPages };
  }

  /** Keeps the view of a document, and gives up the one that was read longest ago where they are too many. */
  private keep(document: ReviewedDocument): void {
    this.kept.delete(document);
    this.kept.add(document);
    const [oldest] = this.kept;
    if (this.kept.size > KEPT_VIEWS && oldest) this.giveUp(oldest);
  }

  /** Keeps the view of a document no longer: it is read again when it is asked for. */
  private giveUp(document: ReviewedDocument): void {
    this.kept.delete(document);
    document.done = null;
    document.tried = null;
    document.sections = [];
    if (document.state !== 'reading') document.view = null;
  }
}

/** Another text of a corrections file, null where there is none. */
type Edit = (text: string | null, about: CorrectedDocument) => Corrections;

const REPLACEMENT = z.strictObject({ from: z.unknown(), to: z.unknown() });

/** @throws ZodError */
function parseReplacement(body: object): { readonly from: Correction | null; readonly to: Correction | null } {
  const { from, to } = REPLACEMENT.parse(body);
  return { from: from === null ? null : parseCorrection(from), to: to === null ? null : parseCorrection(to) };
}

/** Its name, with the folders below what was asked for. */
const nameBelow = ({ path: file, stem }: ReviewInput): string => path.join(path.dirname(stem), path.basename(file));

const newDocument = (id: string, input: ReviewInput): ReviewedDocument => ({
  id,
  input,
  version: new FileVersion(input.path),
  state: 'new',
  isListed: true,
  isQueued: false,
  progress: null,
  begun: 0,
  pageAt: 0,
  problem: null,
  view: null,
  done: null,
  sections: [],
  counts: null,
  line: null,
  corrections: null,
  tried: null,
  lastChange: Promise.resolve(),
});

const countsOf = ({ doubts, findings, tables }: View): Counts => ({
  doubts: doubts.length,
  findings: findings.length,
  errors: findings.filter(({ severity }) => severity === 'error').length,
  tables: tables.length,
});

/** Whether a view shows the document's file, and the corrections beside it, as they are now. */
async function isCurrent({ input, version, corrections }: ReviewedDocument, { sha256 }: View): Promise<boolean> {
  return (await version.sha256()) === sha256 && (await readCorrectionsBeside(input.path)) === corrections;
}

/** @param shown the beginning of the SHA-256 of what the page shows. @throws ReplacedError */
async function mustBeShown({ version }: ReviewedDocument, shown: string): Promise<void> {
  if ((await version.sha256())?.startsWith(shown) !== true) throw new ReplacedError();
}

/** The page shows another version of the document than its file holds: it is to ask for the document again. */
export class ReplacedError extends Error {
  override readonly name = 'ReplacedError';

  constructor() {
    super('The file has been replaced since it was shown: reload it.');
  }
}

export class NoSuchDocument extends RangeError {
  override readonly name = 'NoSuchDocument';
}

/** A sentence for the page: there is no picture. */
export class NotShownError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotShownError';
  }
}

/** The day here: 2026-01-31. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
