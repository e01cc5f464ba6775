import path from 'node:path';
import { acrossStampOf, forgetAcross } from '../store/across.js';
import { type KnownDocument, knownDocuments } from '../store/documents.js';
import { type KnownFile, knownFiles, markGone, saveFile } from '../store/files.js';
import { beginRun, countDocuments, endRun, saveEvents } from '../store/runs.js';
import { CorrectionsFiles } from './corrections.js';
import { readDepartments } from './departments-file.js';
import { NO_COUNTS, type RunCounts, type RunEvent } from './events.js';
import { absolutePath, type IdentifiedFile, identifyFile } from './identify.js';
import { ioLimit, type Limit } from './io.js';
import type { ArchiveOptions, RunContext } from './options.js';
import { Provenances } from './provenances.js';
import { type FoundFile, type FoundFiles, scanFolder } from './scan.js';
import { acrossStamp, resultStamp } from './stamp.js';

/** Files that are hashed and remembered together. */
const BATCH = 64;

/**
 * One run: folders → what is new or changed → the store. Whatever has been remembered before it ends, in whichever way, need not be done
 * again: a file is remembered with its hash, and a document is recorded in the store, each in a transaction of its own.
 */
export async function archiveFolders(options: ArchiveOptions, context: RunContext): Promise<RunCounts> {
  const stamp = resultStamp(options.document.ocr ?? 'auto');
  const roots = options.folders.map((folder) => path.resolve(folder));
  const id = await beginRun(context.store, stamp, roots);
  const run = new Run(id, stamp, options, context);
  try {
    await run.process(roots);
    await endRun(context.store, id, context.isStopping() ? 'stopped' : 'done', run.counts);
    return run.counts;
  } catch (error) {
    await endRun(context.store, id, 'failed', run.counts);
    throw error;
  }
}

/** A file to examine, and what was known of it. */
interface PendingFile {
  readonly file: FoundFile;
  readonly known: KnownFile | undefined;
  readonly provenances: Provenances;
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
  private documents: ReadonlyMap<string, KnownDocument> = new Map();

  constructor(id: number, stamp: string, options: ArchiveOptions, context: RunContext) {
    this.id = id;
    this.stamp = stamp;
    this.options = options;
    this.context = context;
  }

  async process(roots: readonly string[]): Promise<void> {
    const { store, observer, reader, isStopping } = this.context;
    // Told before anything is read: it may be a long night.
    await readDepartments(this.options);
    this.documents = await knownDocuments(store.database);
    for (const known of this.documents.values()) if (!this.getsAnotherTry(known)) this.current.set(known.sha256, known.stamp);
    const pending = await this.findPending(roots);
    observer.begin(
      this.counts.files,
      pending.map(({ file }) => file.bytes),
    );
    for (let from = 0; from < pending.length && !isStopping(); from += BATCH) await this.processBatch(pending.slice(from, from + BATCH));
    this.counts.postponed = await reader.drain();
    Object.assign(this.counts, await countDocuments(store, this.id));
    if (!isStopping()) await this.compare();
  }

  /** Whether what the user gives for this run may change how a document ended, which its stamp does not show. */
  private getsAnotherTry({ quarantined, reason }: KnownDocument): boolean {
    const { document, retry } = this.options;
    const isClosed = reason === 'encrypted' || reason === 'wrong-password';
    return (quarantined === 1 && retry) || (isClosed && document.password !== undefined);
  }

  /** Compares the documents with each other, unless neither they nor how they are compared has changed. */
  private async compare(): Promise<void> {
    const { store, families } = this.context;
    const departments = await readDepartments(this.options);
    const stamp = acrossStamp(departments?.text);
    if ((await acrossStampOf(store.database)) === stamp) return;
    const { compareAcross } = await import('../across/across.js');
    await compareAcross(store, families, stamp, departments?.aliases);
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

  /** The files of a folder, and what is known of them; remembers those that are gone. */
  private async scan(root: string): Promise<PendingFile[]> {
    const found = await scanFolder(root, this.io);
    const provenances = await Provenances.of(found);
    const known = await knownFiles(this.context.store.database, root);
    this.counts.files += found.documents.length;
    await this.reportGone(found, known, provenances);
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

  private async reportGone(
    { root, documents }: FoundFiles,
    known: ReadonlyMap<string, KnownFile>,
    { remarks }: Provenances,
  ): Promise<void> {
    const present = new Set(documents.map((file) => file.path));
    const gone = [...known.values()].filter((file) => file.gone === 0 && !present.has(file.path));
    this.counts.gone += gone.length;
    const events: RunEvent[] = [
      ...gone.map(({ path: file, sha256 }) => ({ kind: 'gone' as const, root, path: file, sha256, note: null })),
      ...remarks.map(({ path: file, isProblem, note }) => ({ kind: kindOf(isProblem), root, path: file, sha256: null, note })),
    ];
    if (events.length === 0) return;
    const { store, observer } = this.context;
    await store.database.write(async (session) => {
      for (const file of gone) await markGone(session, file, this.id);
      await saveEvents(session, this.id, events);
    });
    this.counts.provenance += remarks.filter(({ isProblem }) => isProblem).length;
    for (const event of events) observer.event(event);
  }

  /** Remembers some files, then submits those documents that are not in the store. */
  private async processBatch(batch: readonly PendingFile[]): Promise<void> {
    const { store, observer, isStopping } = this.context;
    const identified = await Promise.all(
      batch.map(async (pending) => {
        const file = await this.io(() => identifyFile(pending.file, knownHash(pending), pending.provenances));
        return { file, events: eventsOf(pending, file) };
      }),
    );
    for (const { file } of identified) if (file.sha256 !== null) this.corrections.identify(file.file, file.sha256);
    const events = identified.flatMap((one) => one.events);
    await store.database.write(async (session) => {
      for (const { file } of identified) await saveFile(session, file);
      await saveEvents(session, this.id, events);
      await forgetAcross(session);
    });
    for (const event of events) {
      if (event.kind === 'new' || event.kind === 'changed' || event.kind === 'unreadable' || event.kind === 'provenance')
        this.counts[event.kind] += 1;
      observer.event(event);
    }
    for (const { file } of identified) if (!isStopping()) await this.submit(file);
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
    if (this.documents.has(sha256)) this.counts.renewed += 1;
    await this.context.reader.submit({
      path: this.locationOf(file),
      name: path.posix.basename(file.path),
      options: this.options.document,
      sha256,
      bytes: file.bytes,
      destination: { to: 'caller', format: 'json' },
      store: this.options.location,
      stamp,
      run: this.id,
      corrections: this.corrections.of(sha256),
    });
  }

  /** Where a worker finds the file: a path, or a URL. */
  private locationOf(file: FoundFile): string {
    const { url } = this.options;
    return url === undefined ? absolutePath(file) : `${url.replace(/\/$/, '')}/${file.path.split('/').map(encodeURIComponent).join('/')}`;
  }
}

const kindOf = (isProblem: boolean) => (isProblem ? ('provenance' as const) : ('manifest' as const));

/** The hash of a file that has not changed since it was hashed, else null. */
function knownHash({ file, known }: PendingFile): string | null {
  return known !== undefined && known.gone === 0 && known.state === file.state ? known.sha256 : null;
}

function eventsOf({ file, known }: PendingFile, { sha256, problem, provenanceProblems }: IdentifiedFile): RunEvent[] {
  const event = (kind: RunEvent['kind'], note: string | null): RunEvent => ({ kind, root: file.root, path: file.path, sha256, note });
  const events: RunEvent[] = [];
  if (problem !== null) events.push(event('unreadable', problem));
  else if (known === undefined || known.gone !== 0) events.push(event('new', null));
  else if (known.sha256 !== sha256) events.push(event('changed', known.sha256));
  events.push(...provenanceProblems.map((each) => event('provenance', each)));
  return events;
}
