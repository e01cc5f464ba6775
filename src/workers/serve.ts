import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WatchData } from './memory-watch.js';
import type { FromChild, FromParent, OnPage } from './messages.js';

/** What a job may use while it runs in a child process. */
export interface JobContext {
  /** Tells the parent of a page that was read: a sign of life. */
  readonly onPage: OnPage;
  /** Does work that must not be cut in two when the parent stops the job, such as writing a file and renaming it. */
  readonly uncut: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * The child's side of the pool: handles the jobs its parent sends, one at a time, and tells about pages and results.
 * An error that `handle` lets out ends the process; the parent reports it. Call it once, from the entry file of a child.
 */
export async function serve<Job, Result>(handle: (job: Job, context: JobContext) => Promise<Result>): Promise<void> {
  const tell = (message: FromChild<Result>) => {
    if (process.connected) process.send?.(message);
  };
  let uncut: Promise<unknown> = Promise.resolve();
  const context: JobContext = {
    onPage: (page, pages) => tell({ type: 'page', page, pages }),
    uncut: (work) => {
      const done = work();
      uncut = done.catch(() => {});
      return done;
    },
  };
  const stop = () => uncut.then(() => process.exit());
  process.on('disconnect', stop);
  // They reach every process of a terminal or a service; it is the parent that ends its children.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  await watchMemory(Number(process.argv[2]));

  process.on('message', async (message: FromParent<Job>) => {
    if (message.type === 'stop') return stop();
    const result = await handle(message.job, context);
    tell({ type: 'done', result, resident: process.memoryUsage.rss() });
  });
  tell({ type: 'ready' });
}

async function watchMemory(limit: number): Promise<void> {
  const workerData: WatchData = { limit, parent: process.ppid };
  const watch = new Worker(new URL('./memory-watch.js', import.meta.url), { workerData });
  await once(watch, 'online');
  watch.unref();
}
