import { setTimeout } from 'node:timers/promises';
import type { Reading } from '../run/folders.js';
import type { PoolReading } from './local.js';
import type { ArchiveJob } from './port.js';
import type { Queue, QueuedJob } from './queue.js';

/** ms between two looks at a queue in which nothing waits. */
const LOOK_EVERY = 500;
/** Jobs put into the queue together. */
const BATCH = 100;

export interface QueueReadingOptions {
  readonly queue: Queue;
  /** The postgres:// URL, for this machine's child processes. */
  readonly location: string;
  readonly pool: PoolReading;
  readonly isStopping: () => boolean;
}

/** Puts documents into the queue, then works on it with everybody else until it is empty. */
export class QueueReading implements Reading {
  private readonly options: QueueReadingOptions;
  private readonly inHand: ReadonlySet<string>;
  private waiting: QueuedJob[] = [];

  constructor(options: QueueReadingOptions, inHand: ReadonlySet<string>) {
    this.options = options;
    this.inHand = inHand;
  }

  async give({ store: _, ...job }: ArchiveJob): Promise<void> {
    // Another machine is at it already, from a run before this one.
    if (this.inHand.has(job.sha256)) return;
    this.waiting.push(job);
    if (this.waiting.length >= BATCH) await this.put();
  }

  async finish(): Promise<number> {
    await this.put();
    await work(this.options, true);
    return await this.options.pool.finish();
  }

  private async put(): Promise<void> {
    await this.options.queue.put(this.waiting);
    this.waiting = [];
  }
}

/** Takes one job after the other, as many at a time as the pool reads; until the queue is empty, or until told to stop. */
export async function work({ queue, location, pool, isStopping }: QueueReadingOptions, untilEmpty: boolean): Promise<void> {
  while (!isStopping()) {
    const taken = await queue.take();
    if (taken) {
      await pool.give({ ...taken.job, store: location, ticket: taken.ticket });
      continue;
    }
    await queue.reap();
    if (untilEmpty && (await queue.pending()) === 0) return;
    await setTimeout(LOOK_EVERY);
  }
}
