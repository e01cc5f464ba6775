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

/** Bytes. A child that has grown or shrunk by less has told enough. */
const STEP = 8 * MEGABYTE;
let told = 0;

const end = () => process.kill(process.pid, 'SIGKILL');

/** A parent that is gone, or that has slept until the pipe was full, hears nothing: the child goes on all the same. */
function tell(line: string): void {
  try {
    writeSync(MEMORY_PIPE, `${line}\n`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'EAGAIN'))) throw error;
  }
}

const looks = setInterval(() => {
  const resident = process.memoryUsage.rss();
  if (resident > limit) {
    tell(OVER);
    end();
  }
  if (resident > MODEST && Math.abs(resident - told) >= STEP) {
    tell(String(resident));
    told = resident;
  }
  if (process.ppid !== parent) {
    clearInterval(looks);
    setTimeout(end, GRACE);
  }
}, LOOK_EVERY);
