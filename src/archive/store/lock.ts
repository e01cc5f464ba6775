import path from 'node:path';
import Libsql from 'libsql';
import { StoreError } from './database.js';
import { toStoreFailure } from './failure.js';

/** SQLite's code for a lock that another process has. */
const BUSY = 5;

/**
 * One run at a time writes to a store in a folder. The lock is one of SQLite's on a file of its own: the system releases it when the
 * process that holds it dies, however it dies. Returns how to release it. @throws StoreError where another run has it,
 * or where the folder may not be written
 */
export function lockStore(folder: string): () => void {
  let lock: Libsql.Database | null = null;
  try {
    lock = new Libsql(path.join(folder, 'lock.sqlite'));
    lock.exec('BEGIN EXCLUSIVE');
    return release(lock);
  } catch (cause) {
    lock?.close();
    if (!(cause instanceof Error && 'rawCode' in cause && cause.rawCode === BUSY)) throw toStoreFailure(cause);
    throw new StoreError(`another juesuan archive is running on ${folder}: wait for it, or stop it`, { cause });
  }
}

function release(lock: Libsql.Database): () => void {
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}
