import { debuglog } from 'node:util';
import type { Reason } from '../base/errors.js';
import { DisclosureError } from '../base/errors.js';
import { withoutDraft } from '../emit/document.js';
import { failedDisclosure } from '../pipeline/empty.js';
import { deliver, undelivered, unknownRow } from './deliver.js';
import type { DocumentJob, DocumentResult } from './job.js';
import { type Limits, MEGABYTE } from './limits.js';
import type { OnPage } from './messages.js';
import { Pool } from './pool.js';
import { identifySource } from './source.js';
import type { Ending } from './worker.js';

export interface DocumentsOptions {
  /** Documents at a time. */
  readonly jobs: number;
  readonly limits?: Partial<Limits>;
  /** The file each child process runs. For tests. */
  readonly entry?: URL;
}

/** NODE_DEBUG=juesuan shows what a child that crashed said last. */
const debug = debuglog('juesuan');

/** Documents in child processes: each gets its results, or a failed JSON that says why; none stops the others. */
export class Documents {
  private readonly pool: Pool<DocumentJob, DocumentResult>;

  constructor({ jobs, limits, entry = new URL('./child.js', import.meta.url) }: DocumentsOptions) {
    this.pool = new Pool({ entry, size: jobs, ...(limits && { limits }) });
  }

  /**
   * Waits for a free child. Never rejects because of its document. `onStart` is told when a child has got it, `onPage` of every page that
   * was read.
   */
  async extract(job: DocumentJob, onPage: OnPage = () => {}, onStart: () => void = () => {}): Promise<DocumentResult> {
    let pages: number | null = null;
    const countPages: OnPage = (page, of) => {
      pages = of;
      onPage(page, of);
    };
    const ending = await this.pool.run(job, countPages, onStart);
    if (ending.kind === 'done') return ending.result;
    if (ending.kind === 'stopped') return undelivered(unknownRow(job.name), 'Stopped before it was done.');
    if (ending.kind === 'crashed') debug('%s: %s\n%s', job.path, ending.how, ending.lastWords);
    return await bury(job, pages, ...whyEnded(ending));
  }

  /** Ends every child; documents that are not done have no results. */
  async close(): Promise<void> {
    await this.pool.close();
  }
}

/** Its child is gone: the parent writes the failed document's result in its stead. */
async function bury(job: DocumentJob, pages: number | null, reason: Reason, message: string): Promise<DocumentResult> {
  try {
    const source = await identifySource(job.path, job.name);
    return await deliver(withoutDraft(failedDisclosure({ ...source, pages }, reason, message)), job.destination);
  } catch (error) {
    if (error instanceof DisclosureError) return undelivered(unknownRow(job.name), message, reason);
    throw error;
  }
}

type Death = Exclude<Ending<DocumentResult>, { kind: 'done' } | { kind: 'stopped' }>;

function whyEnded(ending: Death): [Reason, string] {
  switch (ending.kind) {
    case 'timed-out': {
      const seconds = Math.round(ending.ms / 1000);
      const what = ending.limit === 'silence' ? `no page was finished within ${seconds} s` : `it was not done within ${seconds} s`;
      return ['timed-out', `The document was given up: ${what}.`];
    }
    case 'out-of-memory': {
      const megabytes = Math.round(ending.bytes / MEGABYTE).toLocaleString('en');
      return ['out-of-memory', `The document was given up: it took more than ${megabytes} MB of memory.`];
    }
    case 'crashed':
      return [
        'internal',
        `The process that read the document ended unexpectedly (${ending.how}). This is a bug in juesuan: please report it.`,
      ];
  }
}
