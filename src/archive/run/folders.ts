import path from 'node:path';
import type { ExtractOptions } from '../../pipeline/options.js';
import type { ArchiveJob } from '../reader/port.js';
import { getSetting, type KnownDocument, type Store } from '../store/store.js';
import { Corrected } from './corrections.js';
import { beginRun, countDocuments, endRun, NO_COUNTS, type RunCounts, type RunEvent, saveEvents } from './events.js';
import { absolute, hashFile, type Identified, type KnownFile, knownFiles, markGone, Provenances, saveFile } from './identify.js';
import { ioLimit, type Limit } from './io.js';
import type { Watch } from './observer.js';
import { NOTHING_KNOWN } from './provenance.js';
import { type Found, type FoundFile, scanFolder } from './scan.js';
import { acrossStamp, resultStamp } from './stamp.js';

export interface ArchiveOptions {
  readonly folders: readonly string[];
  /** The store's folder or postgres:// URL. */
  readonly location: string;
  readonly document: Pick<ExtractOptions, 'ocr' | 'password'>;
  /** Gives documents in quarantine another chance. */
  readonly retry: boolean;
  /** Where workers on other machines find the files of the folder: it stands before their paths. */
  readonly url?: string;
}

/** Reads documents into the store, some at a time. */
export interface Reading {
  /** Resolves as soon as there is room for more, not when the document is done. */
  give(job: ArchiveJob): Promise<void>;
  /** Resolves when every document given is done, and gives the number of those that are left for the next run. */
  finish(): Promise<number>;
}

/** What one run needs beside its options. */
export interface RunTools {
  readonly store: Store;
  readonly reading: Reading;
  readonly watch: Watch;
  /** True once somebody asked to stop: what is in hand is finished, nothing new is begun. */
  readonly isStopping: () => boolean;
  /** No other run can be writing to the store. */
  readonly alone: boolean;
}

/** Files that are hashed and remembered together. */
const BATCH = 64;

/**
 * One night: folders → what is new or changed → the store. Whatever has been remembered before it ends, by itself or not, need not be done
 * again: a file is remembered with its hash, and a document is in the store, each in a transaction of its own.
 */
export async function archiveFolders(options: ArchiveOptions, tools: RunTools): Promise<RunCounts> {
  const stamp = resultStamp(options.document.ocr ?? 'auto');
  const roots = options.folders.map((folder) => path.resolve(folder));
  const id = await beginRun(tools.store, stamp, roots, tools.alone);
  const run = new Run(id, stamp, options, tools);
  try {
    await run.through(roots);
    await endRun(tools.store, id, tools.isStopping() ? 'stopped' : 'done', run.counts);
    return run.counts;
  } catch (error) {
    await endRun(tools.store, id, 'failed', run.counts);
    throw error;
  }
}

/** A file to look into, and what was known of it. */
interface Pending {
  readonly file: FoundFile;
  readonly known: KnownFile | undefined;
  readonly provenances: Provenances;
}

class Run {
  readonly counts: RunCounts = { ...NO_COUNTS };
  private readonly id: number;
  private readonly stamp: string;
  private readonly options: ArchiveOptions;
  private readonly tools: RunTools;
  private readonly io: Limit = ioLimit();
  private readonly corrected = new Corrected();
  /** The stamps of the documents that are in the store or were given to be read, by hash. */
  private readonly current = new Map<string, string>();
  private documents: ReadonlyMap<string, KnownDocument> = new Map();

  constructor(id: number, stamp: string, options: ArchiveOptions, tools: RunTools) {
    this.id = id;
    this.stamp = stamp;
    this.options = options;
    this.tools = tools;
  }

  async through(roots: readonly string[]): Promise<void> {
    this.documents = await this.tools.store.knownDocuments();
    for (const { sha256, stamp, quarantined } of this.documents.values()) {
      if (!(quarantined && this.options.retry)) this.current.set(sha256, stamp);
    }
    const pending = await this.lookThrough(roots);
    this.tools.watch.begin(
      this.counts.files,
      pending.map(({ file }) => file.bytes),
    );
    for (let at = 0; at < pending.length && !this.tools.isStopping(); at += BATCH) await this.take(pending.slice(at, at + BATCH));
    this.counts.postponed = await this.tools.reading.finish();
    Object.assign(this.counts, await countDocuments(this.tools.store, this.id));
    if (!this.tools.isStopping()) await this.compare();
  }

  /** Documents against each other, unless neither they nor how they are compared has changed. */
  private async compare(): Promise<void> {
    if ((await getSetting(this.tools.store.database, 'across')) === acrossStamp()) return;
    const { compareAcross } = await import('../across/across.js');
    await compareAcross(this.tools.store);
  }

  /** The files that differ from what is known of them, or whose document is not in the store; those with corrections first, then by size. */
  private async lookThrough(roots: readonly string[]): Promise<Pending[]> {
    const all: Pending[] = [];
    for (const root of roots) all.push(...(await this.look(await scanFolder(root, this.io))));
    const pending = all.filter((one) => !this.isDone(one));
    this.counts.skipped += all.length - pending.length;
    return pending.toSorted(
      (a, b) =>
        // Elsewhere the document may lie without them: it is to be read once, with them.
        Number(this.corrected.has(b.file)) - Number(this.corrected.has(a.file)) ||
        // A long scan begun last would leave one worker with it and the others with nothing.
        b.file.bytes - a.file.bytes,
    );
  }

  /** The files of a folder, and what is known of them; remembers those that are gone. */
  private async look(found: Found): Promise<Pending[]> {
    const provenances = await Provenances.of(found);
    const known = await knownFiles(this.tools.store.database, found.root);
    this.counts.files += found.documents.length;
    await this.sayGone(found, known, provenances);
    await this.corrected.read(found, this.io);
    const pending = found.documents.map((file) => ({ file, known: known.get(file.path), provenances }));
    for (const one of pending) if (this.hasSameBytes(one) && one.known?.sha256 != null) this.corrected.identify(one.file, one.known.sha256);
    return pending;
  }

  private isDone(one: Pending): boolean {
    const isSame = this.hasSameBytes(one) && one.known?.provenance === one.provenances.keyOf(one.file);
    return isSame && one.known?.sha256 != null && this.isCurrent(one.known.sha256);
  }

  private isCurrent(sha256: string): boolean {
    return this.current.get(sha256) === this.corrected.stampOf(sha256, this.stamp);
  }

  private hasSameBytes({ file, known }: Pending): boolean {
    return known !== undefined && known.sha256 !== null && known.gone === 0 && known.state === file.state;
  }

  private async sayGone({ root, documents }: Found, known: ReadonlyMap<string, KnownFile>, { problems }: Provenances): Promise<void> {
    const there = new Set(documents.map((file) => file.path));
    const gone = [...known.values()].filter((file) => file.gone === 0 && !there.has(file.path));
    this.counts.gone += gone.length;
    const events: RunEvent[] = [
      ...gone.map(({ path: file, sha256 }) => ({ kind: 'gone' as const, root, path: file, sha256, note: null })),
      ...[...problems].map(([file, note]) => ({ kind: 'provenance' as const, root, path: file, sha256: null, note })),
    ];
    if (events.length === 0) return;
    await this.tools.store.database.write(async (session) => {
      for (const file of gone) await markGone(session, file, this.id);
      await saveEvents(session, this.id, events);
    });
    for (const event of events) this.tools.watch.event(event);
  }

  /** Remembers some files, then gives those documents to be read that are not in the store. */
  private async take(batch: readonly Pending[]): Promise<void> {
    const identified = await Promise.all(batch.map((one) => this.io(() => this.identify(one))));
    for (const { file, sha256 } of identified) if (sha256 !== null) this.corrected.identify(file, sha256);
    const events = batch.flatMap((one, index) => eventsOf(one, identified[index]));
    await this.tools.store.database.write(async (session) => {
      for (const one of identified) await saveFile(session, one);
      await saveEvents(session, this.id, events);
      await session.run("UPDATE settings SET value = '' WHERE name = 'across'");
    });
    for (const event of events) {
      if (event.kind === 'new' || event.kind === 'changed' || event.kind === 'unreadable') this.counts[event.kind] += 1;
      this.tools.watch.event(event);
    }
    for (const one of identified) if (!this.tools.isStopping()) await this.give(one);
  }

  private async identify(one: Pending): Promise<Identified> {
    const { file, known, provenances } = one;
    const told = await provenances.of(file);
    const about = {
      file,
      provenance: told && 'provenance' in told ? told.provenance : NOTHING_KNOWN,
      provenanceKey: provenances.keyOf(file),
      provenanceProblem: told && 'problem' in told ? told.problem : null,
    };
    try {
      const sha256 = this.hasSameBytes(one) && known ? known.sha256 : await hashFile(absolute(file));
      return { ...about, sha256, problem: null };
    } catch (error) {
      return {
        ...about,
        sha256: null,
        problem: error instanceof Error ? error.message.replaceAll(absolute(file), file.path) : String(error),
      };
    }
  }

  private placeOf(file: FoundFile): string {
    const { url } = this.options;
    return url === undefined ? absolute(file) : `${url.replace(/\/$/, '')}/${file.path.split('/').map(encodeURIComponent).join('/')}`;
  }

  private async give({ file, sha256 }: Identified): Promise<void> {
    if (sha256 === null) return;
    if (this.isCurrent(sha256)) {
      this.counts.skipped += 1;
      this.tools.watch.skipped(file.bytes);
      return;
    }
    const stamp = this.corrected.stampOf(sha256, this.stamp);
    this.current.set(sha256, stamp);
    if (this.documents.has(sha256)) this.counts.renewed += 1;
    await this.tools.reading.give({
      ...{ path: this.placeOf(file), name: path.posix.basename(file.path), options: this.options.document },
      ...{ sha256, bytes: file.bytes },
      ...{ destination: { to: 'caller', format: 'json' }, store: this.options.location, stamp, run: this.id },
      corrections: this.corrected.of(sha256),
    });
  }
}

function eventsOf({ file, known }: Pending, identified: Identified | undefined): RunEvent[] {
  if (!identified) return [];
  const { sha256, problem, provenanceProblem } = identified;
  const event = (kind: RunEvent['kind'], note: string | null): RunEvent => ({ kind, root: file.root, path: file.path, sha256, note });
  const events: RunEvent[] = [];
  if (problem !== null) events.push(event('unreadable', problem));
  else if (known === undefined || known.gone !== 0) events.push(event('new', null));
  else if (known.sha256 !== sha256) events.push(event('changed', known.sha256));
  if (provenanceProblem !== null) events.push(event('provenance', provenanceProblem));
  return events;
}
