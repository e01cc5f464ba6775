import type { DocumentFamily } from '../../../extractors/family.js';
import { StoreError } from '../store/database.js';
import { lockStore } from '../store/lock.js';
import type { Store } from '../store/store.js';
import { LazyReader } from './lazy.js';
import type { LocalReader } from './local.js';
import type { DocumentReader, ReaderOptions } from './port.js';
import type { Queue } from './queue.js';

/** Where documents are recorded, and what is known of them. */
export interface Target {
  /** The store's folder or postgres:// URL. */
  readonly location: string;
  readonly store: Store;
  readonly families: readonly DocumentFamily[];
}

/** The reader of a run, with the store's lock, which `close` releases. @throws StoreError where another run has the lock */
export async function openReader(target: Target, options: ReaderOptions): Promise<DocumentReader> {
  return target.store.database.dialect === 'sqlite' ? openLocal(target, options) : await openQueued(target, options);
}

/** Reads what others have put into the queue, until asked to stop. */
export async function workOnQueue(target: Target, options: ReaderOptions): Promise<void> {
  const { processQueue } = await import('./queued.js');
  const queue = await openQueue(target.store);
  try {
    const local = await openUnbuffered(target, options, queue);
    try {
      await processQueue({ queue, location: target.location, local, isStopping: () => options.stop?.aborted ?? false }, false);
      await local.drain();
    } finally {
      await local.close();
    }
  } finally {
    await queue.close();
  }
}

function openLocal({ location, store, families }: Target, options: ReaderOptions): DocumentReader {
  const unlock = lockStore(location);
  const reader = new LazyReader(async () => {
    const { LocalReader } = await import('./local.js');
    return new LocalReader({ ...options, store, families });
  });
  endOn(options.kill, reader);
  return {
    submit: (job) => reader.submit(job),
    settle: () => reader.settle(),
    drain: () => reader.drain(),
    close: async () => {
      await reader.close();
      unlock();
    },
  };
}

async function openQueued(target: Target, options: ReaderOptions): Promise<DocumentReader> {
  const { QueuedReader } = await import('./queued.js');
  const queue = await openQueue(target.store);
  const unlock = await queue.lockRun();
  if (unlock === null) {
    await queue.close();
    throw new StoreError('another juesuan archive is running on this store: wait for it, or help it with juesuan work');
  }
  const release = async () => {
    await unlock();
    await queue.close();
  };
  try {
    const inHand = await queue.reset();
    const local = await openUnbuffered(target, options, queue);
    return new QueuedReader({ queue, location: target.location, local, isStopping: () => options.stop?.aborted ?? false, release }, inHand);
  } catch (error) {
    await release();
    throw error;
  }
}

async function openQueue({ database }: Store): Promise<Queue> {
  const { Postgres } = await import('../store/postgres.js');
  const { Queue } = await import('./queue.js');
  if (!(database instanceof Postgres)) throw new StoreError('only a store in PostgreSQL has a queue');
  return await Queue.open(database);
}

/** A local reader in which no document waits: another machine may be free. */
async function openUnbuffered({ store, families }: Target, options: ReaderOptions, queue: Queue): Promise<LocalReader> {
  const { LocalReader } = await import('./local.js');
  const reader = new LocalReader({ ...options, store, families, ahead: 0, requeue: (ticket, why) => queue.requeue(ticket, why) });
  endOn(options.kill, reader);
  return reader;
}

/** ms. For a child to finish the file it is writing when what is in hand must end. */
const PATIENCE = 500;

function endOn(kill: AbortSignal | undefined, reader: LocalReader | LazyReader): void {
  kill?.addEventListener('abort', () => void reader.close(PATIENCE));
}
