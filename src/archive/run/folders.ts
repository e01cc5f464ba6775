import path from 'node:path';
import { shownName, toUrlPath } from '../../base/file-name.js';
import { acrossStampOf, forgetAcross } from '../store/across.js';
import { type KnownDocument, knownDocuments } from '../store/documents.js';
import { StoreFailure } from '../store/failure.js';
import { knownFiles, saveFile } from '../store/files.js';
import { beginRun, countDocuments, countFailures, endRun } from '../store/runs.js';
import { CorrectionsFiles } from './corrections.js';
import { readDepartments } from './departments-file.js';
import { EventRecorder } from './event-recorder.js';
import { countReasons, NO_COUNTS, type RunCounts, type RunResult } from './events.js';
import { absolutePath, type IdentifiedFile, identifyFile } from './identify.js';
import { ioLimit, type Limit } from './io.js';
import type { ArchiveOptions, RunContext } from './options.js';
import { eventsOf, knownHash, type PendingFile } from './pending.js';
import { Provenances } from './provenances.js';
import { type FoundFile, scanFolder } from './scan.js';
import { acrossStamp, readingStamp, resultStamp } from './stamp.js';
import { getsAnotherTry } from './why.js';

/** Files that are hashed and remembered together. */
const BATCH = 64;

/**
 * One run: folders → what is new or changed → the store. Whatever has been remembered before it ends, in whichever way, need not be done
 * again: a file is remembered with its hash, and a document is recorded in the store, each in a transaction of its own.
 */
export async function archiveFolders(options: ArchiveOptions, context: RunContext): Promise<RunResult> {
  const stamp = resultStamp(options.document.ocr ?? 'auto');
  const roots = options.folders.map((folder) => path.resolve(folder));
  const id = await beginRun(context.store, stamp, roots);
  const run = new Run(id, stamp, options, context);
  try {
    const result = await run.process(roots);
    await endRun(context.store, id, context.stop.aborted ? 'stopped' : 'done', run.counts);
    return result;
  } catch (error) {
    // A store that has failed cannot be told so either: the next run finds this one unended, and notes that it did not come to its end.
    await endRun(context.store, id, 'failed', run.counts).catch((second: unknown) => {
      if (!(error instanceof StoreFailure && second instanceof StoreFailure)) throw second;
    });
    throw error;
  }
}

class Run {
  readonly counts: RunCounts = { ...NO_COUNTS };
  private readonly id: number;
  private readonly stamp: string;
  private readonly options: ArchiveOptions;
  private readonly context: RunContext;
  private readonly events: EventRecorder;
  private readonly io: Limit = ioLimit();
  private readonly corrections = new CorrectionsFiles();
  /** The stamps of the documents that are in the store or were submitted, by hash. */
  private readonly current = new Map<string, string>();
  private reading: string | null = null;
  /** Results of ours in the folders. */
  private own = 0;
  private documents: ReadonlyMap<string, KnownDocument> = new Map();
  /** The files of the documents that were submitted, by hash. */
  private readonly submitted = new Map<string, FoundFile>();

  constructor(id: number, stamp: string, options: ArchiveOptions, context: RunContext) {
    this.id = id;
    this.stamp = stamp;
    this.options = options;
    this.context = context;
    this.events = new EventRecorder(id, this.counts, context);
  }

  async process(roots: readonly string[]): Promise<RunResult> {
    const { store, reader, stop } = this.context;
    // Told before anything is read: it may be a long night.
    await readDepartments(this.options);
    this.documents = await knownDocuments(store.database);
    const lost = new Set(await store.json.missing(store.database));
    await this.events.lost([...this.documents.values()].filter(({ sha256 }) => lost.has(sha256)));
    for (const known of this.documents.values())
      if (!getsAnotherTry(known, this.options) && !lost.has(known.sha256)) this.current.set(known.sha256, known.stamp);
    await this.untilStopped(() => this.submitPending(roots));
    const postponed = await reader.drain();
    await this.events.postponed(postponed, (sha256) => this.submitted.get(sha256));
    if (lost.size > 0) this.counts.lost = (await store.json.missing(store.database)).length;
    Object.assign(this.counts, await countDocuments(store, this.id));
    if (!stop.aborted) await this.untilStopped(() => this.compare());
    const reasons = {
      ...(await countFailures(store, this.id)),
      postponed: countReasons(postponed.map(({ reason }) => reason)),
      unreadable: this.events.unreadable,
    };
    return { ...this.counts, id: this.id, reasons, missing: this.events.missing, own: this.own };
  }

  /** Asked to stop, work ends wherever it is; what was remembered and read by then is counted as ever. */
  private async untilStopped(work: () => Promise<void>): Promise<void> {
    const { stop } = this.context;
    try {
      await work();
    } catch (error) {
      if (!stop.aborted || error !== stop.reason) throw error;
    }
  }

  private async submitPending(roots: readonly string[]): Promise<void> {
    const { observer, stop } = this.context;
    const pending = await this.findPending(roots);
    observer.begin(
      this.counts.files,
      pending.map(({ file }) => file.bytes),
    );
    for (let from = 0; from < pending.length && !stop.aborted; from += BATCH) await this.processBatch(pending.slice(from, from + BATCH));
  }

  /** Compares the documents with each other, unless neither they nor how they are compared has changed. */
  private async compare(): Promise<void> {
    const { store, families, stop } = this.context;
    const departments = await readDepartments(this.options);
    const across = acrossStamp(departments?.text);
    if ((await acrossStampOf(store.database)) === across) return;
    const { compareAcross } = await import('../across/across.js');
    await compareAcross(store, families, across, departments?.aliases, stop);
  }

  /** The files that differ from what is known of them, or whose document is not in the store; those with corrections first, then by size. */
  private async findPending(roots: readonly string[]): Promise<PendingFile[]> {
    const all: PendingFile[] = [];
    for (const root of roots) all.push(...(await this.scan(root)));
    const pending = all.filter((one) => !this.isDone(one));
    this.counts.skipped += all.length - pending.length;
    return pending.toSorted(
      (a, b) =>
        // The document may lie elsewhere without corrections: it is to be read once, with them.
        Number(this.corrections.has(b.file)) - Number(this.corrections.has(a.file)) ||
        // A long scan begun last would leave one worker with it and the others with nothing.
        b.file.bytes - a.file.bytes,
    );
  }

  /** The files of a folder, and what is known of them; remembers those that are gone, and tells what cannot be listed. */
  private async scan(root: string): Promise<PendingFile[]> {
    const known = await knownFiles(this.context.store.database, root);
    const found = await scanFolder(root, this.io, this.context.stop, known);
    const provenances = await Provenances.of(found);
    this.own += found.own.length;
    this.counts.files += found.documents.length;
    await this.events.folder(found, known, provenances.remarks, this.options.allowGone ?? false);
    await this.corrections.read(found, this.io);
    const pending = found.documents.map((file) => ({ file, known: known.get(file.path), provenances }));
    for (const one of pending) {
      const sha256 = knownHash(one);
      if (sha256 !== null) this.corrections.identify(one.file, sha256);
    }
    return pending;
  }

  private isDone(one: PendingFile): boolean {
    const sha256 = knownHash(one);
    return sha256 !== null && one.known?.provenance === one.provenances.keyOf(one.file) && this.isCurrent(sha256);
  }

  private isCurrent(sha256: string): boolean {
    return this.current.get(sha256) === this.corrections.stampOf(sha256, this.stamp);
  }

  /** Remembers some files, then submits those documents that are not in the store. */
  private async processBatch(batch: readonly PendingFile[]): Promise<void> {
    const { stop } = this.context;
    const identified = await Promise.all(
      batch.map(async (pending) => {
        const file = await this.io(() => identifyFile(pending.file, knownHash(pending), pending.provenances, stop));
        return { file, events: eventsOf(pending, file) };
      }),
    );
    for (const { file } of identified) if (file.sha256 !== null) this.corrections.identify(file.file, file.sha256);
    await this.events.files(
      identified.flatMap((one) => one.events),
      identified.flatMap(({ file }) => file.problem ?? []),
      async (session) => {
        for (const { file } of identified) await saveFile(session, file);
        await forgetAcross(session);
      },
    );
    for (const { file } of identified) if (!stop.aborted) await this.submit(file);
  }

  private async submit({ file, sha256 }: IdentifiedFile): Promise<void> {
    if (sha256 === null) return;
    if (this.isCurrent(sha256)) {
      this.counts.skipped += 1;
      this.context.observer.skipped(file.bytes);
      return;
    }
    const stamp = this.corrections.stampOf(sha256, this.stamp);
    this.current.set(sha256, stamp);
    this.submitted.set(sha256, file);
    if (this.documents.has(sha256)) this.counts.renewed += 1;
    await this.context.reader.submit({
      path: this.locationOf(file),
      name: shownName(path.posix.basename(file.path)),
      options: this.options.document,
      sha256,
      bytes: file.bytes,
      destination: { to: 'caller', format: 'json' },
      store: this.options.location,
      stamp,
      reading: await this.readingStamp(),
      run: this.id,
      corrections: this.corrections.of(sha256),
    });
  }

  /** Worked out for the first document: a run without changes needs no vocabulary. */
  private async readingStamp(): Promise<string> {
    if (this.reading === null) {
      const { vocabulary } = await import('../../pipeline/vocabulary.js');
      this.reading = readingStamp(this.options.document.ocr ?? 'auto', vocabulary());
    }
    return this.reading;
  }

  /** Where a worker finds the file: a path, or a URL. */
  private locationOf(file: FoundFile): string {
    const { url } = this.options;
    return url === undefined ? absolutePath(file) : `${url.replace(/\/$/, '')}/${toUrlPath(file.path)}`;
  }
}
