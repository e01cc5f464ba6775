import { mkdir } from 'node:fs/promises';
import { type Database, StoreError } from './database.js';
import { FolderFiles, TableFiles } from './json-files.js';
import { FolderPages, TablePages } from './kept-pages.js';
import { migrate, mustBeCurrent } from './migrations.js';
import { Sqlite } from './sqlite.js';
import { type Access, readAccess } from './sqlite-access.js';
import { Store } from './store.js';
import { databaseOf, hasDatabase, jsonOf, mustHaveDatabase, mustHaveJson, pagesOf } from './whole.js';

/** Whether a store's location is a URL of PostgreSQL; else it is a folder. */
export const isPostgres = (location: string) => /^postgres(ql)?:\/\//i.test(location);

/** A URL of anything else is no folder: it may hold a password, so that it is not shown. @throws StoreError */
function mustBeLocation(location: string): void {
  if (!isPostgres(location) && /^[a-z][a-z0-9+.-]*:\/\//i.test(location))
    throw new StoreError('a store is a folder or postgres://…, no other address');
}

/** Opens a store, makes it where it is missing, and brings it up to the schema of this version. @throws StoreError */
export async function openStore(location: string): Promise<Store> {
  mustBeLocation(location);
  if (isPostgres(location)) return await openServer(location, migrate);
  await makeFolder(location);
  mustHaveDatabase(location);
  return await openFolder(location, async (database) => {
    await migrate(database);
    await mustHaveJson(location, database);
  });
}

/** Whether a folder holds a store. One in PostgreSQL is there as soon as its server is. @throws StoreError where its database is gone */
export function hasStore(location: string): boolean {
  mustBeLocation(location);
  if (isPostgres(location)) return true;
  mustHaveDatabase(location);
  return hasDatabase(location);
}

/** As `openStore`, whatever of it is missing. @throws StoreError */
export async function openUnchecked(location: string): Promise<Store> {
  return await openFolder(location, migrate);
}

/**
 * Opens a store that must be there, to read from it: nothing in its folder is made or changed, so that somebody may who can only read it.
 * Only a store of an older version is brought up to date before, where it may be written. @throws StoreError
 */
export async function openExisting(location: string): Promise<Store> {
  mustBeLocation(location);
  if (isPostgres(location)) return await openServer(location, (database) => mustBeCurrent(database, () => migrate(database)));
  if (!hasStore(location)) throw noStore(location);
  const file = databaseOf(location);
  return await openFolder(
    location,
    (database) => mustBeCurrent(database, async () => (await openUnchecked(location)).close()),
    readAccess(file),
  );
}

type Prepare = (database: Database) => Promise<void>;

async function openServer(location: string, prepare: Prepare): Promise<Store> {
  const { Postgres } = await import('./postgres.js');
  const database = await Postgres.open(location);
  return await prepared(new Store(database, new TableFiles(), new TablePages()), prepare);
}

async function openFolder(location: string, prepare: Prepare, access: Access = 'write'): Promise<Store> {
  const database = new Sqlite(databaseOf(location), access);
  return await prepared(new Store(database, new FolderFiles(jsonOf(location)), new FolderPages(pagesOf(location))), prepare);
}

async function prepared(store: Store, prepare: Prepare): Promise<Store> {
  try {
    await prepare(store.database);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

const noStore = (folder: string) => new StoreError(`there is no store in ${folder}: make one with juesuan archive`);

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError(`the store ${folder} cannot be made: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
