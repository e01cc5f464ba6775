import { type Disclosure, parseDisclosure } from '../../../schemas/disclosure.js';
import { undelivered, unknownRow } from '../../workers/deliver.js';
import { Documents } from '../../workers/documents.js';
import type { DocumentResult } from '../../workers/job.js';
import type { Limits } from '../../workers/limits.js';
import type { OnPage } from '../../workers/messages.js';
import type { Reading } from '../run/folders.js';
import type { Watch } from '../run/observer.js';
import { recordDisclosure } from '../store/record.js';
import type { Store } from '../store/store.js';
import { endOf } from './document.js';
import { localFile } from './local-file.js';
import type { ArchiveJob } from './port.js';

export interface PoolReadingOptions {
  readonly store: Store;
  readonly watch: Watch;
  /** Documents at a time. */
  readonly jobs: number;
  readonly limits?: Partial<Limits>;
  /** Documents that may wait here. None where other workers could read them. */
  readonly ahead?: number;
  /** Hands a document back that this machine could not read. */
  readonly giveBack?: (ticket: string, why: string) => Promise<void>;
  /** The file each child process runs. For tests. */
  readonly entry?: URL;
}

/** So that no child is ever idle. */
const AHEAD = 1;

/** Reads documents in child processes of this machine; each takes its document into the store itself. */
export class PoolReading implements Reading {
  private readonly documents: Documents;
  private readonly options: PoolReadingOptions;
  private readonly running = new Set<Promise<void>>();
  private postponed = 0;
  private readonly failures: unknown[] = [];

  constructor(options: PoolReadingOptions) {
    const { jobs, limits, entry = new URL('./child.js', import.meta.url) } = options;
    this.options = options;
    this.documents = new Documents({ jobs, entry, ...(limits && { limits }) });
  }

  async give(job: ArchiveJob): Promise<void> {
    const running = this.read(job)
      .catch((error: unknown) => this.failures.push(error))
      .then(() => void this.running.delete(running));
    this.running.add(running);
    if (this.running.size >= this.options.jobs + (this.options.ahead ?? AHEAD)) await Promise.race(this.running);
    this.throwFailure();
  }

  async finish(): Promise<number> {
    await Promise.all(this.running);
    await this.close();
    this.throwFailure();
    return this.postponed;
  }

  /** Ends the children at once. */
  async close(): Promise<void> {
    await this.documents.close();
  }

  /** A store that cannot be written: the run ends. */
  private throwFailure(): void {
    if (this.failures.length > 0) throw this.failures[0];
  }

  private async read(job: ArchiveJob): Promise<void> {
    let start: number | null = null;
    let pages = 0;
    const onPage = (page: number) => {
      pages = page;
    };
    // Not when it was given: it may wait as long as the document before it takes.
    const onStart = () => {
      start ??= performance.now();
    };
    const result = await this.extract(job, onPage, onStart);
    const status = hasDied(result) ? await this.quarantine(job, result.data) : await this.statusOf(job, result);
    if (status === 'postponed') {
      this.postponed += 1;
      if (job.ticket !== undefined) await this.options.giveBack?.(job.ticket, result.outcome.message ?? '');
    }
    this.options.watch.document({
      ...{ path: job.path, sha256: job.sha256, bytes: job.bytes, status, reason: result.outcome.reason, message: result.outcome.message },
      ...{ pages, values: result.summary.values, ms: start === null ? 0 : Math.round(performance.now() - start) },
    });
  }

  /** A document whose process dies or hangs gets a second try. */
  private async extract(job: ArchiveJob, onPage: OnPage, onStart: () => void): Promise<DocumentResult> {
    try {
      const file = await localFile(job.path);
      try {
        const local = { ...job, path: file.path };
        const result = await this.documents.extract(local, onPage, onStart);
        if (!hasDied(result)) return result;
        this.options.watch.retry(job.path, result.outcome.message ?? '');
        return await this.documents.extract(local, onPage, onStart);
      } finally {
        await file.dispose();
      }
    } catch (error) {
      if (job.ticket === undefined) throw error;
      return undelivered(unknownRow(job.name), error instanceof Error ? error.message : String(error));
    }
  }

  /** Its process died or hung twice: the reason is kept, and later runs leave it alone. */
  private async quarantine(job: ArchiveJob, data: string): Promise<Status> {
    const disclosure = parseDisclosure(JSON.parse(data));
    if (disclosure.source.sha256 !== job.sha256) return 'postponed';
    await recordDisclosure(this.options.store, disclosure, { stamp: job.stamp, run: job.run, quarantined: true }, endOf(job));
    return 'quarantined';
  }

  /** What the store says, not what the child said: a document is done when it is there. */
  private async statusOf(job: ArchiveJob, { outcome }: DocumentResult): Promise<Status> {
    const [row] = await this.options.store.database.all<{ stamp: string; run: number }>(
      'SELECT stamp, run FROM documents WHERE sha256 = ?',
      [job.sha256],
    );
    return row?.stamp === job.stamp && row.run === job.run ? outcome.status : 'postponed';
  }
}

type Status = Disclosure['outcome']['status'] | 'quarantined' | 'postponed';

/** The parent has made a failed result in the child's stead; a child that lives gives no data back. */
function hasDied(result: DocumentResult): result is DocumentResult & { data: string } {
  return result.data !== null;
}
