import path from 'node:path';
import Libsql from 'libsql';
import { StoreError } from './database.js';

/**
 * One run at a time writes to a store in a folder. The lock is one of SQLite's on a file of its own: the system releases it when the
 * process that holds it dies, however it dies. Returns how to release it. @throws StoreError where another run has it
 */
export function lockStore(folder: string): () => void {
  const lock = new Libsql(path.join(folder, 'lock.sqlite'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new StoreError(`another juesuan archive is running on ${folder}: wait for it, or stop it`, { cause });
  }
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}
