import { setTimeout } from 'node:timers/promises';
import type { Postponed } from '../run/events.js';
import type { LocalReader } from './local.js';
import type { ArchiveJob, DocumentReader } from './port.js';
import type { Queue, QueuedJob } from './queue.js';

/** ms between two queries of a queue in which nothing waits. */
const POLL_EVERY = 500;
/** Jobs put into the queue together. */
const BATCH = 100;

/** What processing a queue takes. */
interface QueueWork {
  readonly queue: Queue;
  /** The postgres:// URL, for this machine's child processes. */
  readonly location: string;
  readonly local: LocalReader;
  readonly isStopping: () => boolean;
}

interface QueuedReaderOptions extends QueueWork {
  /** Releases the lock of the run, and closes the queue. */
  readonly release: () => Promise<void>;
}

/** Puts documents into the queue, then processes the queue together with all other workers until it is empty. */
export class QueuedReader implements DocumentReader {
  private readonly options: QueuedReaderOptions;
  /** Hashes of documents that workers have in hand from a run before this one. */
  private readonly inHand: ReadonlySet<string>;
  private waiting: QueuedJob[] = [];
  private readonly elsewhere: Postponed[] = [];
  private run: number | null = null;

  constructor(options: QueuedReaderOptions, inHand: ReadonlySet<string>) {
    this.options = options;
    this.inHand = inHand;
  }

  async submit({ store: _, ...job }: ArchiveJob): Promise<void> {
    this.run = job.run;
    if (this.inHand.has(job.sha256)) {
      this.elsewhere.push({ sha256: job.sha256, reason: 'other-worker', message: 'a worker has it in hand from a run before' });
      return;
    }
    this.waiting.push(job);
    if (this.waiting.length >= BATCH) await this.enqueue();
  }

  async settle(): Promise<void> {
    await this.enqueue();
    await processQueue(this.options, true);
    await this.options.local.settle();
  }

  /** Whatever this machine could not read another may have: what counts is what the queue says in the end. */
  async drain(): Promise<readonly Postponed[]> {
    await this.enqueue();
    await processQueue(this.options, true);
    await this.options.local.drain();
    return [...this.elsewhere, ...(this.run === null ? [] : await this.options.queue.undone(this.run))];
  }

  async close(): Promise<void> {
    await this.options.local.close();
    await this.options.release();
  }

  private async enqueue(): Promise<void> {
    await this.options.queue.enqueue(this.waiting);
    this.waiting = [];
  }
}

/** Claims one job after the other, as many at a time as the local reader reads; until the queue is empty, or until asked to stop. */
export async function processQueue({ queue, location, local, isStopping }: QueueWork, untilEmpty: boolean): Promise<void> {
  while (!isStopping()) {
    const claimed = await queue.claim();
    if (claimed) {
      await local.submit({ ...claimed.job, store: location, ticket: claimed.ticket });
      continue;
    }
    await queue.reap();
    if (untilEmpty && (await queue.pending()) === 0) return;
    await setTimeout(POLL_EVERY);
  }
}
