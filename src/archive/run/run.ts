import { stat } from 'node:fs/promises';
import type { Limits } from '../../workers/limits.js';
import { LaterReading } from '../reader/lazy.js';
import type { PoolReading } from '../reader/local.js';
import { StoreError } from '../store/database.js';
import { lockStore } from '../store/lock.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/store.js';
import type { RunCounts } from './events.js';
import { type ArchiveOptions, archiveFolders, type Reading } from './folders.js';
import type { Watch } from './observer.js';

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
    if (store.database.dialect === 'sqlite') return await localNight(options.location, store, tools, through);
    const { queuedNight } = await import('../reader/open.js');
    return await queuedNight(options.location, store, tools, through);
  });
}

/** Helps with what a run on another machine has put into the queue, until told to stop. @throws StoreError where the store has no queue */
export async function runWorker(location: string, tools: NightTools): Promise<void> {
  if (!/^postgres(ql)?:/.test(location)) throw new StoreError('only a store in PostgreSQL has work for other machines');
  await withStore(location, async (store) => {
    const { queuedWork } = await import('../reader/open.js');
    await queuedWork(location, store, tools);
  });
}

export type Through = (reading: Reading) => Promise<RunCounts>;

async function localNight(location: string, store: Store, tools: NightTools, through: Through): Promise<RunCounts> {
  const unlock = lockStore(location);
  const reading = new LaterReading(() => openPool(store, tools));
  tools.kill?.addEventListener('abort', () => void reading.close());
  try {
    return await through(reading);
  } finally {
    await reading.close();
    unlock();
  }
}

async function openPool(store: Store, { jobs, watch, limits, entry }: NightTools): Promise<PoolReading> {
  const { PoolReading } = await import('../reader/local.js');
  return new PoolReading({ store, watch, jobs, ...(limits && { limits }), ...(entry && { entry }) });
}

async function withStore<T>(location: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(location);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function mustBeFolder(folder: string): Promise<void> {
  const status = await stat(folder).catch(() => null);
  if (!status?.isDirectory()) throw new StoreError(`no such folder: ${folder}`);
}
