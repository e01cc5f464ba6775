/**
 * The way of a run: `folders.ts` finds what is new or changed (`scan`, `identify`, `provenances`, `corrections`, `stamp`), a `DocumentReader`
 * (`reader/`) reads those documents into the store (`store/`), and `across/` compares the documents with each other. `report/` and `export/`
 * then read the store.
 */
import { stat } from 'node:fs/promises';
import { families } from '../../../extractors/families.js';
import { systemPath } from '../../base/file-name.js';
import { sweepFetchedFolders } from '../reader/fetched-folder.js';
import { openReader, workOnQueue } from '../reader/open.js';
import type { ReaderOptions } from '../reader/port.js';
import { StoreError } from '../store/database.js';
import { hasStore, isPostgres, openExisting, openStore } from '../store/open.js';
import type { Rebuilt } from '../store/rebuild.js';
import type { Store } from '../store/store.js';
import type { RunResult } from './events.js';
import { archiveFolders } from './folders.js';
import type { ArchiveOptions } from './options.js';
import { type Plan, planFolders } from './plan.js';

/** For a run that nobody stops. */
const NEVER = new AbortController().signal;

/** A run from beginning to end, with its store, its lock and its child processes. @throws StoreError */
export async function runArchive(options: ArchiveOptions, readerOptions: ReaderOptions): Promise<RunResult> {
  for (const folder of options.folders) await mustBeFolder(folder);
  await sweepFetchedFolders();
  const start = performance.now();
  const { observer, stop = NEVER } = readerOptions;
  if (options.rebuild) observer.rebuilt(await rebuilt(options.location));
  return await withStore(options.location, async (store) => {
    const reader = await openReader({ location: options.location, store, families }, readerOptions);
    try {
      const result = await archiveFolders(options, { store, reader, observer, families, stop });
      observer.end(result, performance.now() - start);
      return result;
    } finally {
      await reader.close();
    }
  });
}

/** What a run with these options would do; nothing is written. @throws StoreError; the signal's reason where it stops */
export async function planArchive(options: ArchiveOptions, stop: AbortSignal): Promise<Plan> {
  for (const folder of options.folders) await mustBeFolder(folder);
  if (!hasStore(options.location)) return await planFolders(options, null, stop);
  const store = await openExisting(options.location);
  try {
    return await planFolders(options, store, stop);
  } finally {
    await store.close();
  }
}

/** Reads what a run on another machine has put into the queue, until asked to stop. @throws StoreError where the store has no queue */
export async function runWorker(location: string, readerOptions: ReaderOptions): Promise<void> {
  if (!isPostgres(location)) throw new StoreError('only a store in PostgreSQL has work for other machines');
  await sweepFetchedFolders();
  await withStore(location, (store) => workOnQueue({ location, store, families }, readerOptions));
}

async function rebuilt(location: string): Promise<Rebuilt> {
  if (isPostgres(location)) throw new StoreError('a store in PostgreSQL cannot be rebuilt: put a copy of the database back');
  const { rebuildStore } = await import('../store/rebuild.js');
  return await rebuildStore(location, families);
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
  const status = await stat(systemPath(folder)).catch(() => null);
  if (!status?.isDirectory()) throw new StoreError(`no such folder: ${folder}`);
}
