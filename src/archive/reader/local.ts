import type { DocumentFamily } from '../../../extractors/family.js';
import { type Disclosure, parseDisclosure } from '../../../schemas/disclosure.js';
import { DocumentPool } from '../../workers/document-pool.js';
import { failedResult } from '../../workers/document-result.js';
import type { DocumentResult } from '../../workers/job.js';
import type { OnPage } from '../../workers/messages.js';
import type { Postponed } from '../run/events.js';
import { isRecorded } from '../store/documents.js';
import { StoreFailure } from '../store/failure.js';
import { recordDisclosure } from '../store/record.js';
import type { Store } from '../store/store.js';
import { endOf } from './document.js';
import { FetchError } from './fetch-error.js';
import { localJob, printedPlace } from './local-file.js';
import type { ArchiveJob, DocumentReader, ReaderOptions } from './port.js';

export interface LocalReaderOptions extends Omit<ReaderOptions, 'kill'> {
  readonly store: Store;
  readonly families: readonly DocumentFamily[];
  /** Documents that may wait here. None where other workers could read them. */
  readonly ahead?: number;
  /** Hands a document out to other machines again that this one could not read. */
  readonly requeue?: (ticket: string, why: Omit<Postponed, 'sha256'>) => Promise<void>;
}

/** So that no child is ever idle. */
const AHEAD = 1;

/** Reads documents in child processes of this machine; each records its document in the store itself. */
export class LocalReader implements DocumentReader {
  private readonly documents: DocumentPool;
  private readonly options: LocalReaderOptions;
  private readonly running = new Set<Promise<void>>();
  private readonly postponed: Postponed[] = [];
  private readonly stop: AbortSignal;
  private readonly failures: unknown[] = [];

  constructor(options: LocalReaderOptions) {
    const { jobs, limits, entry = new URL('./child.js', import.meta.url), stop = new AbortController().signal } = options;
    this.options = options;
    this.stop = stop;
    this.documents = new DocumentPool({ jobs, entry, ...(limits && { limits }) });
  }

  async submit(job: ArchiveJob): Promise<void> {
    const running = this.read(job)
      .catch((error: unknown) => this.fail(error))
      .then(() => void this.running.delete(running));
    this.running.add(running);
    if (this.running.size >= this.options.jobs + (this.options.ahead ?? AHEAD)) await Promise.race(this.running);
    this.throwFailure();
  }

  async settle(): Promise<void> {
    await Promise.all(this.running);
    this.throwFailure();
  }

  async drain(): Promise<readonly Postponed[]> {
    await Promise.all(this.running);
    await this.close();
    this.throwFailure();
    return this.postponed;
  }

  /** Ends the children at once, those that do not answer after `patience` ms; what they have in hand the next run reads. */
  async close(patience?: number): Promise<void> {
    await this.documents.close(patience);
  }

  /** Nothing that is in hand could be recorded either: it ends at once. */
  private async fail(error: unknown): Promise<void> {
    this.failures.push(error);
    await this.close();
  }

  /** A store that cannot be used: the run ends. */
  private throwFailure(): void {
    if (this.failures.length > 0) throw this.failures[0];
  }

  private async read(job: ArchiveJob): Promise<void> {
    let start: number | null = null;
    let pages = 0;
    const onPage = (page: number) => {
      pages = page;
    };
    // Not when it was submitted: it may wait as long as the document before it takes.
    const onStart = () => {
      start ??= performance.now();
    };
    const result = await this.extract(job, onPage, onStart);
    if (result.storeFailure !== undefined) throw new StoreFailure(result.storeFailure);
    const status = hasDied(result) ? await this.quarantine(job, result.data) : await this.statusOf(job, result);
    const why = { reason: result.postponed ?? (this.stop.aborted ? 'stopped' : 'unreadable'), message: result.outcome.message ?? '' };
    if (status === 'postponed') {
      this.postponed.push({ sha256: job.sha256, ...why });
      if (job.ticket !== undefined) await this.options.requeue?.(job.ticket, why);
    }
    this.options.observer.document({
      path: printedPlace(job.path),
      sha256: job.sha256,
      bytes: job.bytes,
      status,
      reason: status === 'postponed' ? why.reason : result.outcome.reason,
      message: result.outcome.message,
      pages,
      values: result.summary.values,
      ms: start === null ? 0 : Math.round(performance.now() - start),
    });
  }

  /** A document whose process dies or hangs gets a second try; not one that took too much memory, for it would take as much again. */
  private async extract(job: ArchiveJob, onPage: OnPage, onStart: () => void): Promise<DocumentResult> {
    try {
      const file = await localJob(job, this.stop);
      try {
        const { job: local } = file;
        const result = await this.documents.extract(local, onPage, onStart);
        if (!hasDied(result) || result.outcome.reason === 'out-of-memory') return result;
        this.options.observer.retry(printedPlace(job.path), result.outcome.message ?? '');
        return await this.documents.extract(local, onPage, onStart);
      } finally {
        await file.dispose();
      }
    } catch (error) {
      if (error instanceof FetchError) return { ...failedResult(job.name, error.message), postponed: error.reason };
      if (job.ticket === undefined) throw error;
      return { ...failedResult(job.name, error instanceof Error ? error.message : String(error)), postponed: 'worker-failed' };
    }
  }

  /** Its process died or hung twice: the reason is kept, and later runs leave it alone. */
  private async quarantine(job: ArchiveJob, data: string): Promise<Status> {
    const disclosure = parseDisclosure(JSON.parse(data));
    if (disclosure.source.sha256 !== job.sha256) return 'postponed';
    await recordDisclosure(
      this.options.store,
      this.options.families,
      disclosure,
      { stamp: job.stamp, run: job.run, quarantined: true },
      endOf(job),
    );
    return 'quarantined';
  }

  /** A document is done when it is in the store, whatever the child has reported. */
  private async statusOf(job: ArchiveJob, { outcome }: DocumentResult): Promise<Status> {
    const recorded = await isRecorded(this.options.store.database, job);
    return recorded ? outcome.status : 'postponed';
  }
}

type Status = Disclosure['outcome']['status'] | 'quarantined' | 'postponed';

/** A child that lives records its document itself; where it died the result holds what the parent has made in its place. */
function hasDied(result: DocumentResult): result is DocumentResult & { data: string } {
  return result.data !== null;
}
