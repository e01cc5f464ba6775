import path from 'node:path';
import { shownName, toUrlPath } from '../../base/file-name.js';
import { acrossStampOf, forgetAcross } from '../store/across.js';
import type { Session } from '../store/database.js';
import { type KnownDocument, knownDocuments } from '../store/documents.js';
import { StoreFailure } from '../store/failure.js';
import { type KnownFile, knownFiles, markGone, saveFile } from '../store/files.js';
import { beginRun, countDocuments, countFailures, endRun, saveEvents } from '../store/runs.js';
import { CorrectionsFiles } from './corrections.js';
import { readDepartments } from './departments-file.js';
import { countReasons, type MissingFiles, NO_COUNTS, type Postponed, type RunCounts, type RunEvent, type RunResult } from './events.js';
import { absenceEvents, absentFiles } from './gone.js';
import { absolutePath, type IdentifiedFile, identifyFile } from './identify.js';
import { ioLimit, type Limit } from './io.js';
import type { ArchiveOptions, RunContext } from './options.js';
import { eventsOf, knownHash, type PendingFile, remarkEvents } from './pending.js';
import { Provenances } from './provenances.js';
import { type FoundFile, type FoundFiles, scanFolder } from './scan.js';
import { acrossStamp, readingStamp, resultStamp } from './stamp.js';
import { getsAnotherTry } from './why.js';

/** What is counted where it is told; what is gone, missing or left is counted where it is found out. */
const COUNTED = ['new', 'changed', 'unreadable', 'provenance'] as const;
const isCounted = (kind: RunEvent['kind']): kind is (typeof COUNTED)[number] => COUNTED.some((each) => each === kind);

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
  private readonly io: Limit = ioLimit();
  private readonly corrections = new CorrectionsFiles();
  /** The stamps of the documents that are in the store or were submitted, by hash. */
  private readonly current = new Map<string, string>();
  private reading: string | null = null;
  private documents: ReadonlyMap<string, KnownDocument> = new Map();
  /** The files of the documents that were submitted, by hash. */
  private readonly submitted = new Map<string, FoundFile>();
  private readonly unreadable: string[] = [];
  private readonly missing: MissingFiles[] = [];

  constructor(id: number, stamp: string, options: ArchiveOptions, context: RunContext) {
    this.id = id;
    this.stamp = stamp;
    this.options = options;
    this.context = context;
  }

  async process(roots: readonly string[]): Promise<RunResult> {
    const { store, reader, stop } = this.context;
    // Told before anything is read: it may be a long night.
    await readDepartments(this.options);
    this.documents = await knownDocuments(store.database);
    const lost = new Set(await store.json.missing(store.database));
    await this.reportLost(lost);
    for (const known of this.documents.values())
      if (!getsAnotherTry(known, this.options) && !lost.has(known.sha256)) this.current.set(known.sha256, known.stamp);
    await this.untilStopped(() => this.submitPending(roots));
    const postponed = await reader.drain();
    await this.reportPostponed(postponed);
    if (lost.size > 0) this.counts.lost = (await store.json.missing(store.database)).length;
    Object.assign(this.counts, await countDocuments(store, this.id));
    if (!stop.aborted) await this.untilStopped(() => this.compare());
    const reasons = {
      ...(await countFailures(store, this.id)),
      postponed: countReasons(postponed.map(({ reason }) => reason)),
      unreadable: countReasons(this.unreadable),
    };
    return { ...this.counts, id: this.id, reasons, missing: this.missing };
  }

  /** Tells which documents of the store have no JSON any more: they are read again, where their files are still there. */
  private async reportLost(lost: ReadonlySet<string>): Promise<void> {
    const events = [...lost].map((sha256): RunEvent => {
      const name = this.documents.get(sha256)?.name ?? '';
      return { kind: 'lost', root: '', path: name, sha256, note: 'its JSON is missing from the store' };
    });
    if (events.length === 0) return;
    await this.context.store.database.write((session) => saveEvents(session, this.id, events));
    for (const event of events) this.context.observer.event(event);
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
    const found = await scanFolder(root, this.io, this.context.stop);
    const provenances = await Provenances.of(found);
    const known = await knownFiles(this.context.store.database, root);
    this.counts.files += found.documents.length;
    await this.reportFolder(found, known, provenances);
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

  private async reportFolder(found: FoundFiles, known: ReadonlyMap<string, KnownFile>, { remarks }: Provenances): Promise<void> {
    const { root, unreadable } = found;
    const { gone, missing } = absentFiles(found, known, this.options.allowGone ?? false);
    this.counts.gone += gone.length;
    this.unreadable.push(...unreadable.map(({ reason }) => reason));
    if (missing) this.missing.push(missing);
    await this.report([...absenceEvents(found, gone, missing), ...remarkEvents(root, remarks)], async (session) => {
      for (const file of gone) await markGone(session, file, this.id);
    });
  }

  /** Tells which documents are left for the next run, and why. */
  private async reportPostponed(postponed: readonly Postponed[]): Promise<void> {
    this.counts.postponed = postponed.length;
    await this.report(
      postponed.flatMap(({ sha256, reason, message }) => {
        const file = this.submitted.get(sha256);
        return file ? [{ kind: 'postponed' as const, root: file.root, path: file.path, sha256, note: `${reason}: ${message}` }] : [];
      }),
    );
  }

  /** Remembers what was found out, with what goes with it, and tells it. */
  private async report(events: readonly RunEvent[], remember?: (session: Session) => Promise<void>): Promise<void> {
    if (events.length === 0 && !remember) return;
    const { store, observer } = this.context;
    await store.database.write(async (session) => {
      await remember?.(session);
      await saveEvents(session, this.id, events);
    });
    for (const event of events) {
      if (isCounted(event.kind)) this.counts[event.kind] += 1;
      observer.event(event);
    }
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
    const events = identified.flatMap((one) => one.events);
    this.unreadable.push(...identified.flatMap(({ file }) => file.problem?.reason ?? []));
    const remember = async (session: Session) => {
      for (const { file } of identified) await saveFile(session, file);
      await forgetAcross(session);
    };
    await this.report(events, remember);
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
