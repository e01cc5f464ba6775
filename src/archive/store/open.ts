import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Database, StoreError } from './database.js';
import { FolderFiles, TableFiles } from './json-files.js';
import { migrate } from './migrations.js';
import { Sqlite } from './sqlite.js';
import { Store } from './store.js';

/** The database file in a store's folder. */
const DATABASE = 'archive.sqlite';

/** Whether a store's location is a URL of PostgreSQL; else it is a folder. */
export const isPostgres = (location: string) => /^postgres(ql)?:\/\//.test(location);

/** Opens a store, makes it where it is missing, and brings it up to the schema of this version. @throws StoreError */
export async function openStore(location: string): Promise<Store> {
  if (isPostgres(location)) {
    const { Postgres } = await import('./postgres.js');
    return await migrated(await Postgres.open(location), (database) => new Store(database, new TableFiles()));
  }
  await makeFolder(location);
  const database = new Sqlite(path.join(location, DATABASE));
  return await migrated(database, () => new Store(database, new FolderFiles(path.join(location, 'json'))));
}

/** Whether a folder holds a store. One in PostgreSQL is there as soon as its server is. */
export const hasStore = (location: string): boolean => isPostgres(location) || existsSync(path.join(location, DATABASE));

/** Opens a store that must be there, to read from it. @throws StoreError */
export async function openExisting(location: string): Promise<Store> {
  if (!hasStore(location)) {
    throw new StoreError(`there is no store in ${location}: make one with juesuan archive`);
  }
  return await openStore(location);
}

async function migrated(database: Database, toStore: (database: Database) => Store): Promise<Store> {
  try {
    await migrate(database);
    return toStore(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError(`the store ${folder} cannot be made: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
