import type { RunCounts } from '../run/events.js';
import type { NightTools, Through } from '../run/run.js';
import { StoreError } from '../store/database.js';
import { Postgres } from '../store/postgres.js';
import type { Store } from '../store/store.js';
import { PoolReading } from './local.js';
import { Queue } from './queue.js';
import { QueueReading, work } from './queued.js';

/** A run whose documents go through the queue. @throws StoreError where another run looks through folders */
export async function queuedNight(location: string, store: Store, tools: NightTools, through: Through): Promise<RunCounts> {
  return await withQueue(store, async (queue) => {
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

/** Reads what others have put into the queue, until told to stop. */
export async function queuedWork(location: string, store: Store, tools: NightTools): Promise<void> {
  const isStopping = () => tools.stop?.aborted ?? false;
  await withQueue(store, async (queue) => {
    await withPool(store, tools, queue, async (pool) => {
      await work({ queue, location, pool, isStopping }, false);
      await pool.finish();
    });
  });
}

async function withQueue<T>({ database }: Store, use: (queue: Queue) => Promise<T>): Promise<T> {
  if (!(database instanceof Postgres)) throw new StoreError('only a store in PostgreSQL has a queue');
  const queue = await Queue.open(database);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}

/** No document waits here: another machine may be free. */
async function withPool<T>(store: Store, tools: NightTools, queue: Queue, use: (pool: PoolReading) => Promise<T>): Promise<T> {
  const { jobs, watch, limits, entry, kill } = tools;
  const giveBack = (ticket: string, why: string) => queue.giveBack(ticket, why);
  const pool = new PoolReading({ store, watch, jobs, ahead: 0, giveBack, ...(limits && { limits }), ...(entry && { entry }) });
  kill?.addEventListener('abort', () => void pool.close());
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}
