import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { WatchData } from './memory-watch.js';
import type { FromChild, FromParent, OnPage } from './messages.js';

/**
 * Bytes of bytecode a function runs before V8 optimizes it: eight times its default. A child reads some hundred documents, so most of what
 * V8 would optimize never earns it back: a quarter of the CPU time of its first hundred documents went into it, now an eighth. Not on
 * the command line: Node 24 has no such flag, and would not start. Set here, it says so on a stderr that only `NODE_DEBUG=juesuan` shows, and goes on.
 */
const PATIENT = '--interrupt-budget=540000';

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
  setFlagsFromString(PATIENT);
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
