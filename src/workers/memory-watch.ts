/**
 * A thread inside each child process that ends the process when it outgrows its memory, or when its parent is gone.
 * It is a thread because the document may be stuck in a loop that lets no timer of the main thread run, and it looks at
 * the resident size because a heap limit does not see buffers.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { MEGABYTE } from './limits.js';
import { GRACE, MEMORY_PIPE, OVER } from './messages.js';

export interface WatchData {
  /** Bytes. */
  readonly limit: number;
  /** Process id of the parent. */
  readonly parent: number;
}

/** ms. Memory fills at some 2 GB/s at most, so a burst overshoots by about 200 MB. */
const LOOK_EVERY = 100;

const { limit, parent } = workerData as WatchData;

/** Bytes. A child that takes no more than this is nobody's trouble. */
const MODEST = 128 * MEGABYTE;

const end = () => process.kill(process.pid, 'SIGKILL');

const looks = setInterval(() => {
  const resident = process.memoryUsage.rss();
  if (resident > limit) {
    writeSync(MEMORY_PIPE, `${OVER}\n`);
    end();
  }
  if (resident > MODEST) writeSync(MEMORY_PIPE, `${resident}\n`);
  if (process.ppid !== parent) {
    clearInterval(looks);
    setTimeout(end, GRACE);
  }
}, LOOK_EVERY);
