import { stat } from 'node:fs/promises';
import type { Limits } from '../workers/limits.js';
import { type ArchiveOptions, archiveFolders } from './archive.js';
import { PoolReading } from './reading.js';
import type { RunCounts } from './runs.js';
import { StoreError } from './store/database.js';
import { lockStore } from './store/lock.js';
import { openStore } from './store/open.js';
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
export async function runNight(options: ArchiveOptions, tools: NightTools): Promise<{ counts: RunCounts }> {
  for (const folder of options.folders) await mustBeFolder(folder);
  const start = performance.now();
  const store = await openStore(options.location);
  try {
    const unlock = lockStore(options.location);
    const { jobs, watch, limits, entry } = tools;
    const reading = new PoolReading({ store, watch, jobs, ...(limits && { limits }), ...(entry && { entry }) });
    tools.kill?.addEventListener('abort', () => void reading.close());
    try {
      const isStopping = () => tools.stop?.aborted ?? false;
      const counts = await archiveFolders(options, { store, reading, watch, isStopping, alone: true });
      watch.end(counts, performance.now() - start);
      return { counts };
    } finally {
      await reading.close();
      unlock();
    }
  } finally {
    await store.close();
  }
}

async function mustBeFolder(folder: string): Promise<void> {
  const status = await stat(folder).catch(() => null);
  if (!status?.isDirectory()) throw new StoreError(`no such folder: ${folder}`);
}
