import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WatchData } from './memory-watch.js';
import type { FromChild, OnPage } from './messages.js';

/**
 * The child's side of the pool: handles the jobs its parent sends, one at a time, and tells about pages and results.
 * An error that `handle` lets out ends the process; the parent reports it. Call it once, from the entry file of a child.
 */
export async function serve<Job, Result>(handle: (job: Job, onPage: OnPage) => Promise<Result>): Promise<void> {
  const tell = (message: FromChild<Result>) => process.send?.(message);
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches every process of the terminal; it is the parent that ends its children and clears up after them.
  process.on('SIGINT', () => {});
  await watchMemory(Number(process.argv[2]));

  process.on('message', async (job: Job) => {
    const result = await handle(job, (page, pages) => tell({ type: 'page', page, pages }));
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
