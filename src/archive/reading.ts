import { parseDisclosure } from '../../schemas/disclosure.js';
import { Documents } from '../workers/documents.js';
import type { DocumentResult } from '../workers/job.js';
import type { Limits } from '../workers/limits.js';
import type { Done, Reading } from './archive.js';
import type { ArchiveJob } from './job.js';
import type { Store } from './store/store.js';
import type { Watch } from './watch.js';

export interface PoolReadingOptions {
  readonly store: Store;
  readonly watch: Watch;
  /** Documents at a time. */
  readonly jobs: number;
  readonly limits?: Partial<Limits>;
  /** The file each child process runs. For tests. */
  readonly entry?: URL;
}

/** Documents waiting beside those being read, so that no child is ever idle. */
const AHEAD = 1;

/** Reads documents in child processes of this machine; each takes its document into the store itself. */
export class PoolReading implements Reading {
  private readonly documents: Documents;
  private readonly options: PoolReadingOptions;
  private readonly running = new Set<Promise<void>>();
  private readonly done: Done[] = [];
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
    if (this.running.size >= this.options.jobs + AHEAD) await Promise.race(this.running);
    this.throwFailure();
  }

  async finish(): Promise<Done[]> {
    await Promise.all(this.running);
    await this.close();
    this.throwFailure();
    return this.done;
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
    const start = performance.now();
    let pages = 0;
    const onPage = (page: number) => {
      pages = page;
    };
    let result = await this.documents.extract(job, onPage);
    if (hasDied(result)) {
      this.options.watch.retry(job.path, result.outcome.message ?? '');
      result = await this.documents.extract(job, onPage);
    }
    const status = hasDied(result) ? await this.quarantine(job, result.data) : await this.statusOf(job, result);
    this.done.push({ status, pages });
    this.options.watch.document({
      ...{ path: job.path, sha256: job.sha256, status, reason: result.outcome.reason, message: result.outcome.message },
      ...{ pages, values: result.summary.values, ms: Math.round(performance.now() - start) },
    });
  }

  /** Its process died or hung twice: the reason is kept, and later runs leave it alone. */
  private async quarantine(job: ArchiveJob, data: string): Promise<Done['status']> {
    const disclosure = parseDisclosure(JSON.parse(data));
    if (disclosure.source.sha256 !== job.sha256) return 'postponed';
    await this.options.store.record(disclosure, { stamp: job.stamp, run: job.run, quarantined: true });
    return 'quarantined';
  }

  /** What the store says, not what the child said: a document is done when it is there. */
  private async statusOf(job: ArchiveJob, { outcome }: DocumentResult): Promise<Done['status']> {
    const [row] = await this.options.store.database.all<{ stamp: string }>('SELECT stamp FROM documents WHERE sha256 = ?', [job.sha256]);
    return row?.stamp === job.stamp ? outcome.status : 'postponed';
  }
}

/** The parent has made a failed result in the child's stead; a child that lives gives no data back. */
function hasDied(result: DocumentResult): result is DocumentResult & { data: string } {
  return result.data !== null;
}
