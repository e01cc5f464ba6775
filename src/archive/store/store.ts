import type { Database, Session } from './database.js';
import type { JsonFiles } from './json-files.js';
import type { KeptPages } from './kept-pages.js';

/**
 * The documents of an archive: a database of what they say, the JSON of each, and the pages of
 * scans. A file of this folder beside this one holds the statements
 * for one part of it: `runs`, `files`, `documents`, `record` (a document with its tables, values and findings), `across`.
 */
export class Store {
  readonly database: Database;
  readonly json: JsonFiles;
  readonly pages: KeptPages;

  constructor(database: Database, json: JsonFiles, pages: KeptPages) {
    this.database = database;
    this.json = json;
    this.pages = pages;
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

/** A setting of the store, null where it was never set. */
export async function getSetting(session: Session, name: string): Promise<string | null> {
  const [row] = await session.all<{ value: string }>('SELECT value FROM settings WHERE name = ?', [name]);
  return row?.value ?? null;
}

export async function setSetting(session: Session, name: string, value: string): Promise<void> {
  await session.run('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
    name,
    value,
  ]);
}
