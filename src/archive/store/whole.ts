/** What a store in a folder must hold, looked at before it is used: a damaged one passes for a small one else. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Session, StoreError } from './database.js';
import { RESTORE } from './failure.js';

/** The database in a store's folder. */
export const databaseOf = (folder: string) => path.join(folder, 'archive.sqlite');
/** The folder of the JSON in a store's folder. */
export const jsonOf = (folder: string) => path.join(folder, 'json');
/** The folder of the pages of scans. */
export const pagesOf = (folder: string) => path.join(folder, 'pages');

/** Whether there is a database file with something in it. */
export function hasDatabase(folder: string): boolean {
  return (statSync(databaseOf(folder), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** @throws StoreError where the database is gone, or empty, and results are there */
export function mustHaveDatabase(folder: string): void {
  const json = jsonOf(folder);
  if (hasDatabase(folder) || !isFolder(json) || readdirSync(json).length === 0) return;
  const what = existsSync(databaseOf(folder)) ? 'is empty' : 'is missing';
  throw new StoreError(`${databaseOf(folder)} ${what}, but ${json} holds results: ${RESTORE}`);
}

/** @throws StoreError where the folder of the JSON is gone and the database has documents */
export async function mustHaveJson(folder: string, session: Session): Promise<void> {
  if (existsSync(jsonOf(folder)) || (await session.all('SELECT 1 FROM documents LIMIT 1')).length === 0) return;
  throw new StoreError(
    `${jsonOf(folder)} is missing, but the store has documents: put a copy of it back, or let juesuan archive --rebuild read the documents again`,
  );
}

const isFolder = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
