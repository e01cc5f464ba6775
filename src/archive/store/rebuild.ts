/** Makes a damaged store in a folder whole again as far as its JSON goes; what JSON is missing, the next run reads from the documents. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { DocumentFamily } from '../../../extractors/family.js';
import { type Disclosure, parseDisclosure } from '../../../schemas/disclosure.js';
import type { Session } from './database.js';
import { StoreError } from './database.js';
import { FolderFiles, type KeptJson } from './json-files.js';
import { lockStore } from './lock.js';
import { openUnchecked } from './open.js';
import { type ReadBy, recordDisclosure } from './record.js';
import { Sqlite } from './sqlite.js';
import { databaseOf, hasDatabase, jsonOf } from './whole.js';

/** What was made again. */
export interface Rebuilt {
  /** Documents whose rows were made from their JSON. */
  readonly documents: number;
  /** Hashes of documents whose JSON is damaged: it was put aside, and they are to be read again. */
  readonly damaged: readonly string[];
  /** Where a database that could not be used was put; null where there was none. */
  readonly setAside: string | null;
}

/**
 * Makes the rows of every document again from its JSON, without reading the document. A database that is damaged is put aside before; what
 * only it held (which files there were, past runs) is lost. @throws StoreError where another run has the store
 */
export async function rebuildStore(folder: string, families: readonly DocumentFamily[]): Promise<Rebuilt> {
  await mkdir(jsonOf(folder), { recursive: true });
  const unlock = lockStore(folder);
  try {
    const setAside = await setDatabaseAside(folder);
    const store = await openUnchecked(folder);
    try {
      const files = new FolderFiles(jsonOf(folder));
      const known = await readBy(store.database);
      const damaged: string[] = [];
      const hashes = await files.hashes();
      for (const sha256 of hashes) {
        const kept = await readKept(files, sha256);
        if (kept === null) {
          await files.setAside(sha256);
          damaged.push(sha256);
        } else await recordDisclosure(store, families, kept.disclosure, { ...(known.get(sha256) ?? UNKNOWN), ...kept.made });
      }
      return { documents: hashes.length - damaged.length, damaged, setAside };
    } finally {
      await store.close();
    }
  } finally {
    unlock();
  }
}

/** Of a JSON that does not tell it, in a database that does not either: the document is read again. */
const UNKNOWN: ReadBy = { stamp: '', run: 0, quarantined: false };

async function readBy(session: Session): Promise<Map<string, ReadBy>> {
  const rows = await session.all<{ sha256: string; stamp: string; run: number; quarantined: number }>(
    'SELECT sha256, stamp, run, quarantined FROM documents',
  );
  return new Map(rows.map(({ sha256, stamp, run, quarantined }) => [sha256, { stamp, run, quarantined: quarantined === 1 }]));
}

/** Null where the JSON is damaged, or is of another document. */
async function readKept(files: FolderFiles, sha256: string): Promise<{ disclosure: Disclosure; made: KeptJson['made'] } | null> {
  try {
    const kept = await files.keptJson(sha256);
    const disclosure = parseDisclosure(JSON.parse(kept?.json ?? ''));
    return disclosure.source.sha256 === sha256 ? { disclosure, made: kept?.made ?? null } : null;
  } catch (error) {
    // The system refuses to hand it over: that is no damage of it.
    if (error instanceof Error && 'syscall' in error) throw error;
    return null;
  }
}

/** Puts a database that cannot be used beside its place. Gives where; null where there is none, or it can be used. */
async function setDatabaseAside(folder: string): Promise<string | null> {
  const file = databaseOf(folder);
  if (!existsSync(file)) return null;
  if (hasDatabase(folder) && (await isSound(file))) return null;
  const aside = freeName(`${file}.damaged`);
  renameSync(file, aside);
  // They belong to it, and no other may take them for its own.
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  return aside;
}

async function isSound(file: string): Promise<boolean> {
  try {
    const database = new Sqlite(file);
    const rows = await database.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    await database.close();
    return rows[0]?.quick_check === 'ok';
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

function freeName(wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}
