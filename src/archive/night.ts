import { stat } from 'node:fs/promises';
import type { Limits } from '../workers/limits.js';
import { type ArchiveOptions, archiveFolders, type Reading } from './archive.js';
import { Queue } from './queue/queue.js';
import { QueueReading, work } from './queue/queue-reading.js';
import { PoolReading } from './reading.js';
import type { RunCounts } from './runs.js';
import { StoreError } from './store/database.js';
import { lockStore } from './store/lock.js';
import { openStore } from './store/open.js';
import { Postgres } from './store/postgres.js';
import type { Store } from './store/store.js';
import type { Watch } from './watch.js';

export interface NightTools {
  /** Documents at a time. */
  readonly jobs: number;
  readonly watch: Watch;
  /** Finishes what is in hand and begins nothing new. */
  readonly stop?: AbortSignal;
  /** Ends what is in hand too. */
  readonly kill?: AbortSignal;
  readonly limits?: Partial<Limits>;
  /** The file each child process runs. For tests. */
  readonly entry?: URL;
}

/** A run from beginning to end, with its store, its lock and its child processes. @throws StoreError */
export async function runNight(options: ArchiveOptions, tools: NightTools): Promise<RunCounts> {
  for (const folder of options.folders) await mustBeFolder(folder);
  const start = performance.now();
  const isStopping = () => tools.stop?.aborted ?? false;
  return await withStore(options.location, async (store) => {
    const through = async (reading: Reading) => {
      const counts = await archiveFolders(options, { store, reading, watch: tools.watch, isStopping, alone: true });
      tools.watch.end(counts, performance.now() - start);
      return counts;
    };
    return store.database instanceof Postgres
      ? await queuedNight(options.location, store, store.database, tools, through)
      : await localNight(options.location, store, tools, through);
  });
}

/** Helps with what a run on another machine has put into the queue, until told to stop. @throws StoreError where the store has no queue */
export async function runWorker(location: string, tools: NightTools): Promise<void> {
  await withStore(location, async (store) => {
    if (!(store.database instanceof Postgres)) throw new StoreError('only a store in PostgreSQL has work for other machines');
    const isStopping = () => tools.stop?.aborted ?? false;
    await withQueue(store.database, async (queue) => {
      await withPool(store, tools, queue, async (pool) => {
        await work({ queue, location, pool, isStopping }, false);
        await pool.finish();
      });
    });
  });
}

type Through = (reading: Reading) => Promise<RunCounts>;

async function localNight(location: string, store: Store, tools: NightTools, through: Through): Promise<RunCounts> {
  const unlock = lockStore(location);
  try {
    return await withPool(store, tools, null, through);
  } finally {
    unlock();
  }
}

async function queuedNight(location: string, store: Store, database: Postgres, tools: NightTools, through: Through): Promise<RunCounts> {
  return await withQueue(database, async (queue) => {
    const unlock = await queue.lockRun();
    if (unlock === null)
      throw new StoreError('another juesuan archive is running on this store: wait for it, or help it with juesuan work');
    try {
      const inHand = await queue.begin();
      const isStopping = () => tools.stop?.aborted ?? false;
      return await withPool(store, tools, queue, (pool) => through(new QueueReading({ queue, location, pool, isStopping }, inHand)));
    } finally {
      await unlock();
    }
  });
}

async function withStore<T>(location: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(location);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function withQueue<T>(database: Postgres, use: (queue: Queue) => Promise<T>): Promise<T> {
  const queue = await Queue.open(database);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}

/** With a queue no document waits here: another machine may be free. */
async function withPool<T>(store: Store, tools: NightTools, queue: Queue | null, use: (pool: PoolReading) => Promise<T>): Promise<T> {
  const { jobs, watch, limits, entry, kill } = tools;
  const shared = queue ? { ahead: 0, giveBack: (ticket: string, why: string) => queue.giveBack(ticket, why) } : {};
  const pool = new PoolReading({ store, watch, jobs, ...shared, ...(limits && { limits }), ...(entry && { entry }) });
  kill?.addEventListener('abort', () => void pool.close());
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

async function mustBeFolder(folder: string): Promise<void> {
  const status = await stat(folder).catch(() => null);
  if (!status?.isDirectory()) throw new StoreError(`no such folder: ${folder}`);
}
