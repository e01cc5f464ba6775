/**
 * A thread inside each child process that ends the process when it outgrows its memory, or when its parent is gone.
 * It is a thread because the document may be stuck in a loop that lets no timer of the main thread run, and it looks at
 * the resident size because a heap limit does not see buffers.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { MEMORY_PIPE } from './messages.js';

export interface WatchData {
  /** Bytes. */
  readonly limit: number;
  /** Process id of the parent. */
  readonly parent: number;
}

/** ms. Memory fills at some 2 GB/s at most, so a burst overshoots by about 200 MB. */
const LOOK_EVERY = 100;

const { limit, parent } = workerData as WatchData;

setInterval(() => {
  const resident = process.memoryUsage.rss();
  if (resident > limit) {
    writeSync(MEMORY_PIPE, String(resident));
    process.kill(process.pid, 'SIGKILL');
  }
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY);
