import { debuglog } from 'node:util';
import type { Reason } from '../base/errors.js';
import { DisclosureError } from '../base/errors.js';
import { withoutDraft } from '../emit/document.js';
import { failedDisclosure } from '../pipeline/empty.js';
import { type StartChild, startChild } from './child-process.js';
import { failedResult } from './document-result.js';
import { emitDocument } from './emit-document.js';
import type { DocumentJob, DocumentResult } from './job.js';
import type { JobEnd } from './job-end.js';
import { type Limits, MEGABYTE } from './limits.js';
import type { OnPage } from './messages.js';
import { Pool } from './pool.js';
import { identifyJob } from './source.js';

export interface DocumentPoolOptions {
  /** Documents at a time. */
  readonly jobs: number;
  readonly limits?: Partial<Limits>;
  /** The file each child process runs. For the archive, the review and tests. */
  readonly entry?: URL;
  /** For the bench. */
  readonly start?: StartChild;
}

/** NODE_DEBUG=juesuan prints the end of the stderr of a child that crashed. */
const debug = debuglog('juesuan');

/** A pool whose jobs are documents. Each document gets its results, or a failed JSON with the reason; no document stops another. */
export class DocumentPool {
  private readonly pool: Pool<DocumentJob, DocumentResult>;

  constructor({ jobs, limits = {}, entry = new URL('./child.js', import.meta.url), start = startChild }: DocumentPoolOptions) {
    this.pool = new Pool({ entry, size: jobs, limits, start });
  }

  /**
   * Queues a document until a child is free. Never rejects because of the document. `onStart` is called when a child gets the job,
   * `onPage` after each page that was read.
   */
  async extract(job: DocumentJob, onPage: OnPage = () => {}, onStart: () => void = () => {}): Promise<DocumentResult> {
    let pages: number | null = null;
    const countPages: OnPage = (page, of) => {
      pages = of;
      onPage(page, of);
    };
    const end = await this.pool.submit(job, countPages, onStart);
    if (end.kind === 'done') return end.result;
    if (end.kind === 'stopped') return failedResult(job.name, 'Stopped before it was done.');
    if (end.kind === 'crashed') debug('%s: %s\n%s', job.path, end.how, end.stderrTail);
    return await emitFailure(job, pages, ...describeFailure(end));
  }

  /** Terminates every child; documents that are not done have no results. A child that does not answer is killed after `patience` ms. */
  async close(patience?: number): Promise<void> {
    await this.pool.close(patience);
  }
}

/** Writes the result of a document whose child process is gone. `pages`: their number, null where it was never reported. */
async function emitFailure(job: DocumentJob, pages: number | null, reason: Reason, message: string): Promise<DocumentResult> {
  try {
    const source = await identifyJob(job);
    return await emitDocument(withoutDraft(failedDisclosure({ ...source, pages }, reason, message)), job.destination);
  } catch (error) {
    if (error instanceof DisclosureError) return failedResult(job.name, message, reason);
    throw error;
  }
}

type Failure = Exclude<JobEnd<DocumentResult>, { kind: 'done' } | { kind: 'stopped' }>;

function describeFailure(end: Failure): [Reason, string] {
  switch (end.kind) {
    case 'timed-out': {
      const seconds = Math.round(end.ms / 1000);
      const what = end.limit === 'silence' ? `no page was finished within ${seconds} s` : `it was not done within ${seconds} s`;
      return ['timed-out', `The document was given up: ${what}.`];
    }
    case 'out-of-memory': {
      const megabytes = Math.round(end.bytes / MEGABYTE).toLocaleString('en');
      return ['out-of-memory', `The document was given up: it took more than ${megabytes} MB of memory.`];
    }
    case 'crashed':
      return [
        'internal',
        `The process that read the document ended unexpectedly (${end.how}). This is a bug in juesuan: please report it.`,
      ];
  }
}
