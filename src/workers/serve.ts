import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { failWhereTooLarge } from '../base/files.js';
import type { WatchData } from './memory-watch.js';
import type { FromChild, FromParent, OnPage } from './messages.js';
import { optimizeLate } from './v8-flags.js';

/** What a job may use while it runs in a child process. */
export interface JobContext {
  /** Reports a page that was read; restarts the silence limit of the job. */
  readonly onPage: OnPage;
  /** Does work that is finished before the child exits on a stop, such as writing a file and renaming it. */
  readonly uninterrupted: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * The child's side of the pool: runs `handle` on the jobs its parent sends, one at a time, and sends back pages and results.
 * An error of `handle` ends the process, which the parent reports. To be called once, from the entry file of a child.
 */
export async function serve<Job, Result>(handle: (job: Job, context: JobContext) => Promise<Result>): Promise<void> {
  optimizeLate();
  const send = (message: FromChild<Result>) => {
    if (process.connected) process.send?.(message);
  };
  let pending: Promise<unknown> = Promise.resolve();
  const context: JobContext = {
    onPage: (page, pages) => send({ type: 'page', page, pages }),
    uninterrupted: (work) => {
      const done = work();
      pending = done.catch(() => {});
      return done;
    },
  };
  const stop = () => pending.then(() => process.exit());
  process.on('disconnect', stop);
  // A terminal or a service manager sends these signals to every process; the parent handles them and stops its children itself.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  failWhereTooLarge();
  await startMemoryWatch(Number(process.argv[2]));

  process.on('message', async (message: FromParent<Job>) => {
    if (message.type === 'stop') return stop();
    const result = await handle(message.job, context);
    send({ type: 'done', result, resident: process.memoryUsage.rss() });
  });
  send({ type: 'ready' });
}

/** `limit`: bytes. Resolves when the thread runs, so that no job starts without it. */
async function startMemoryWatch(limit: number): Promise<void> {
  const workerData: WatchData = { limit, parent: process.ppid };
  const watch = new Worker(new URL('./memory-watch.js', import.meta.url), { workerData });
  await once(watch, 'online');
  watch.unref();
}
