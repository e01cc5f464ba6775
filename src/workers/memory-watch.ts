/**
 * A thread in each child process. It kills the process when the process exceeds its memory limit or when its parent is gone, and reports
 * the resident memory to the parent. It is a thread because a document may keep the main thread in a loop in which no timer fires. It
 * measures the resident size because a heap limit does not include buffers.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { MEGABYTE } from './limits.js';
import { GRACE_PERIOD, MEMORY_PIPE, OVER_LIMIT } from './messages.js';

export interface WatchData {
  /** Bytes. */
  readonly limit: number;
  /** Process id of the parent. */
  readonly parent: number;
}

/** ms. Memory fills at some 2 GB/s at most, so a process exceeds its limit by at most 200 MB or so. */
const INTERVAL = 100;

/** Bytes. Less than this is not reported: it is too little to matter. */
const REPORT_ABOVE = 128 * MEGABYTE;

/** Bytes. Smaller changes since the last report are not reported. */
const REPORT_STEP = 8 * MEGABYTE;

const { limit, parent } = workerData as WatchData;
/** Bytes, as last reported. */
let reported = 0;

const killProcess = () => process.kill(process.pid, 'SIGKILL');

/** A report is dropped when the parent is gone (EPIPE) or has been suspended until the pipe was full (EAGAIN): the job goes on. */
function report(line: string): void {
  try {
    writeSync(MEMORY_PIPE, `${line}\n`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'EAGAIN'))) throw error;
  }
}

const timer = setInterval(() => {
  const resident = process.memoryUsage.rss();
  if (resident > limit) {
    report(OVER_LIMIT);
    killProcess();
  }
  if (resident > REPORT_ABOVE && Math.abs(resident - reported) >= REPORT_STEP) {
    report(String(resident));
    reported = resident;
  }
  if (process.ppid !== parent) {
    clearInterval(timer);
    setTimeout(killProcess, GRACE_PERIOD);
  }
}, INTERVAL);
