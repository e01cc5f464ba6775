import { statSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere, writeWhole } from '../../base/files.js';
import type { Session } from './database.js';
import { inStore } from './failure.js';
import { gunzipWithComment, gzipWithComment } from './gzip.js';

/** Holds the JSON of each document, by the hash of the document's bytes. */
export interface JsonFiles {
  /** Writes one, and gives what is left to be done in the transaction that records the document. */
  write(sha256: string, json: string, made: Made): Promise<InTransaction>;
  /** Null where there is none. */
  read(session: Session, sha256: string): Promise<string | null>;
  /** Removes one, in the transaction that removes its document; gives what is left to be done after it. */
  remove(session: Session, sha256: string): Promise<() => Promise<void>>;
  /** Those of the documents in the database that have none. */
  missing(session: Session): Promise<string[]>;
}

export type InTransaction = (session: Session) => Promise<void>;

/** How a JSON was made: kept with it, so that the rows of a lost database can be made again as they were. */
export interface Made {
  readonly stamp: string;
  readonly quarantined: boolean;
}

/** A JSON as it lies in a folder; `made` is null where an older version wrote it. */
export interface KeptJson {
  readonly json: string;
  readonly made: Made | null;
}

const SUFFIX = '.json.gz';
/** As older versions wrote them. */
const PLAIN_SUFFIX = '.json';

/** Files in folders of some hundred: `json/ab/cd/abcd….json.gz`. The comment in the head of each is its `Made`. */
export class FolderFiles implements JsonFiles {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async write(sha256: string, json: string, { stamp, quarantined }: Made): Promise<InTransaction> {
    const bytes = gzipWithComment(json, JSON.stringify({ stamp, quarantined }));
    await inStore(async () => {
      await writeWhole(this.pathOf(sha256, SUFFIX), bytes);
      await rm(this.pathOf(sha256, PLAIN_SUFFIX), { force: true });
    });
    return async () => {};
  }

  async read(_session: Session, sha256: string): Promise<string | null> {
    return (await this.keptJson(sha256))?.json ?? null;
  }

  async remove(_session: Session, sha256: string): Promise<() => Promise<void>> {
    return async () => {
      await inStore(async () => {
        for (const suffix of [SUFFIX, PLAIN_SUFFIX]) await rm(this.pathOf(sha256, suffix), { force: true });
      });
    };
  }

  async missing(session: Session): Promise<string[]> {
    const rows = await session.all<{ sha256: string }>('SELECT sha256 FROM documents ORDER BY sha256');
    const isThere = (file: string) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
    return await inStore(() =>
      rows
        .map(({ sha256 }) => sha256)
        .filter((sha256) => !isThere(this.pathOf(sha256, SUFFIX)) && !isThere(this.pathOf(sha256, PLAIN_SUFFIX))),
    );
  }

  /** Null where there is none. @throws Error where it is damaged */
  async keptJson(sha256: string): Promise<KeptJson | null> {
    const zipped = await readIfThere(this.pathOf(sha256, SUFFIX));
    if (zipped !== null) {
      const { text, comment } = gunzipWithComment(zipped);
      return { json: text, made: JSON.parse(comment) };
    }
    const plain = await readIfThere(this.pathOf(sha256, PLAIN_SUFFIX));
    return plain === null ? null : { json: Buffer.from(plain).toString('utf8'), made: null };
  }

  /** The hashes of all that are there, whether or not the database has their documents, sorted. */
  async hashes(): Promise<string[]> {
    const names = await readdir(this.folder, { recursive: true });
    const hashes = names.map((name) => /([0-9a-f]{64})\.json(?:\.gz)?$/.exec(name)?.[1]);
    return [...new Set(hashes.filter((hash) => hash !== undefined))].sort();
  }

  /** Puts one that is damaged out of the way: its document is read again. */
  async setAside(sha256: string): Promise<void> {
    for (const suffix of [SUFFIX, PLAIN_SUFFIX]) {
      const file = this.pathOf(sha256, suffix);
      await rename(file, `${file}.damaged`).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    }
  }

  private pathOf(sha256: string, suffix: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}${suffix}`);
  }
}

/** The table `disclosures`, in a store that many machines share. The server compresses it. */
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

  async remove(session: Session, sha256: string): Promise<() => Promise<void>> {
    await session.run('DELETE FROM disclosures WHERE sha256 = ?', [sha256]);
    return async () => {};
  }

  async missing(session: Session): Promise<string[]> {
    const rows = await session.all<{ sha256: string }>(
      'SELECT sha256 FROM documents d WHERE NOT EXISTS (SELECT 1 FROM disclosures j WHERE j.sha256 = d.sha256) ORDER BY sha256',
    );
    return rows.map(({ sha256 }) => sha256);
  }
}
