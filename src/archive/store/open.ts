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
export const isPostgres = (location: string) => /^postgres(ql)?:\/\//i.test(location);

/** A URL of anything else is no folder: it may hold a password, so that it is not shown. */
const isOtherUrl = (location: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(location) && !isPostgres(location);

/** Opens a store, makes it where it is missing, and brings it up to the schema of this version. @throws StoreError */
export async function openStore(location: string): Promise<Store> {
  if (isOtherUrl(location)) throw new StoreError('a store is a folder or postgres://…, no other address');
  if (isPostgres(location)) {
    const { Postgres } = await import('./postgres.js');
    return await migrated(await Postgres.open(location), (database) => new Store(database, new TableFiles()));
  }
  await makeFolder(location);
  const database = new Sqlite(path.join(location, DATABASE));
  return await migrated(database, () => new Store(database, new FolderFiles(path.join(location, 'json'))));
}

/** Opens a store that must be there, to read from it. @throws StoreError */
export async function openExisting(location: string): Promise<Store> {
  if (!isPostgres(location) && !isOtherUrl(location) && !existsSync(path.join(location, DATABASE))) {
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
