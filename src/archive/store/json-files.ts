import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../base/files.js';
import type { Session } from './database.js';

/** Holds the JSON of each document, by the hash of the document's bytes. */
export interface JsonFiles {
  /** Writes one, and gives what is left to be done in the transaction that records the document. */
  write(sha256: string, json: string): Promise<InTransaction>;
  /** Null where there is none. */
  read(session: Session, sha256: string): Promise<string | null>;
}

export type InTransaction = (session: Session) => Promise<void>;

/** Files in folders of some hundred: `json/ab/cd/abcd….json`. */
export class FolderFiles implements JsonFiles {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async write(sha256: string, json: string): Promise<InTransaction> {
    await writeWhole(this.pathOf(sha256), json);
    return async () => {};
  }

  async read(_session: Session, sha256: string): Promise<string | null> {
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

/** The table `disclosures`, in a store that many machines share. */
export class TableFiles implements JsonFiles {
  async write(sha256: string, json: string): Promise<InTransaction> {
    return async (session) => {
      await session.run('INSERT INTO disclosures (sha256, json) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET json = excluded.json', [
        sha256,
        json,
      ]);
    };
  }

  async read(session: Session, sha256: string): Promise<string | null> {
    const [row] = await session.all<{ json: string }>('SELECT json FROM disclosures WHERE sha256 = ?', [sha256]);
    return row?.json ?? null;
  }
}
