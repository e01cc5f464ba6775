import type { DocumentJob, NamedFile } from '../../workers/job.js';
import type { Limits } from '../../workers/limits.js';
import type { Postponed } from '../run/events.js';
import type { RunObserver } from '../run/observer.js';

/** Reads documents into the store, some at a time: in child processes of this machine (`local`), or with others by a queue (`queued`). */
export interface DocumentReader {
  /** Resolves as soon as there is room for more, not when the document is done. */
  submit(job: ArchiveJob): Promise<void>;
  /** Resolves when every document submitted is done; more may follow. */
  settle(): Promise<void>;
  /** Resolves when every document submitted is done, and gives those that are left for the next run. */
  drain(): Promise<readonly Postponed[]>;
  /** Ends what is in hand at once, and releases processes, locks and connections. A process that does not answer is killed after `patience` ms. */
  close(patience?: number): Promise<void>;
}

/** One document of an archive for a child process, which records it in the store itself. */
export interface ArchiveJob extends DocumentJob {
  readonly together?: readonly ArchivePart[];
  /** Hash of the bytes as the run has seen them. A file that has changed since is left for the next run. */
  readonly sha256: string;
  readonly bytes: number;
  /** The store's folder or postgres:// URL. */
  readonly store: string;
  readonly stamp: string;
  /** The stamp of stage 1 alone. Left out: what it makes of a scan is not kept. */
  readonly reading?: string;
  readonly run: number;
  /** The id of its job in the queue, where there is one: the job ends with the document. */
  readonly ticket?: string;
}

/** One of several files that are one document. */
interface ArchivePart extends NamedFile {
  readonly sha256: string;
  readonly bytes: number;
}

export interface ReaderOptions {
  /** Documents at a time. */
  readonly jobs: number;
  readonly observer: RunObserver;
  /** Begins nothing new, and ends downloads; what is being read is finished. */
  readonly stop?: AbortSignal;
  /** Ends what is being read too. */
  readonly kill?: AbortSignal;
  readonly limits?: Partial<Limits>;
  /** The file each child process runs. For tests. */
  readonly entry?: URL;
}
