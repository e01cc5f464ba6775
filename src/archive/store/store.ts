import type { Database, Session } from './database.js';
import type { Shelf } from './json-files.js';

/** What the store knows of a document before anything is done: enough to decide whether to read it again. */
export interface KnownDocument {
  readonly sha256: string;
  readonly stamp: string;
  readonly quarantined: number;
}

/** The documents of an archive: a database of what they say, and a JSON of each beside it. */
export class Store {
  readonly database: Database;
  readonly shelf: Shelf;

  constructor(database: Database, shelf: Shelf) {
    this.database = database;
    this.shelf = shelf;
  }

  /** By the hash of their bytes. */
  async knownDocuments(): Promise<Map<string, KnownDocument>> {
    const rows = await this.database.all<KnownDocument>('SELECT sha256, stamp, quarantined FROM documents');
    return new Map(rows.map((row) => [row.sha256, row]));
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
