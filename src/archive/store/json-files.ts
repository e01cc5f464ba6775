import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../base/files.js';
import type { Session } from './database.js';

/** Where each document's JSON lies, by the hash of its bytes. */
export interface Shelf {
  /** Puts it there, and gives what is left to be done in the transaction that takes the document in. */
  put(sha256: string, json: string): Promise<Rest>;
  /** Null where there is none. */
  get(session: Session, sha256: string): Promise<string | null>;
}

export type Rest = (session: Session) => Promise<void>;

/** Files in folders of some hundred: `json/ab/cd/abcd….json`. */
export class FolderShelf implements Shelf {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async put(sha256: string, json: string): Promise<Rest> {
    await writeWhole(this.pathOf(sha256), json);
    return async () => {};
  }

  async get(_session: Session, sha256: string): Promise<string | null> {
    try {
      return await readFile(this.pathOf(sha256), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.json`);
  }
}

/** A column of the database, for a store that many machines share. */
export class TableShelf implements Shelf {
  async put(sha256: string, json: string): Promise<Rest> {
    return async (session) => {
      await session.run('INSERT INTO disclosures (sha256, json) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET json = excluded.json', [
        sha256,
        json,
      ]);
    };
  }

  async get(session: Session, sha256: string): Promise<string | null> {
    const [row] = await session.all<{ json: string }>('SELECT json FROM disclosures WHERE sha256 = ?', [sha256]);
    return row?.json ?? null;
  }
}
