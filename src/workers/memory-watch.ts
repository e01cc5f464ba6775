/**
 * A thread inside each child process that ends the process when it outgrows its memory, or when its parent is gone.
 * It is a thread because the document may be stuck in a loop that lets no timer of the main thread run, and it looks at
 * the resident size because a heap limit does not see buffers.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { GRACE, MEMORY_PIPE } from './messages.js';

export interface WatchData {
  /** Bytes. */
  readonly limit: number;
  /** Process id of the parent. */
  readonly parent: number;
}

/** ms. Memory fills at some 2 GB/s at most, so a burst overshoots by about 200 MB. */
const LOOK_EVERY = 100;

const { limit, parent } = workerData as WatchData;

const end = () => process.kill(process.pid, 'SIGKILL');

const looks = setInterval(() => {
  const resident = process.memoryUsage.rss();
  if (resident > limit) {
    writeSync(MEMORY_PIPE, String(resident));
    end();
  }
  if (process.ppid !== parent) {
    clearInterval(looks);
    setTimeout(end, GRACE);
  }
}, LOOK_EVERY);
