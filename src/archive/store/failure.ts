import { StoreError } from './database.js';

/**
 * The store failed while it was used: its disk is full or broken, its server is gone, its database is damaged. No document is the cause, and
 * no other would fare better: the run ends.
 */
export class StoreFailure extends StoreError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFailure';
  }
}

/** Does what only a store can fail at, such as writing a file of it or running a statement. @throws StoreFailure where the store is the cause */
export async function inStore<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStoreFailure(error);
  }
}

/** An error of the system, of SQLite or of PostgreSQL as a StoreFailure; itself where it is the fault of what was written, or of our code. */
export function toStoreFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const cause = causeOf(error);
  return cause === null ? error : new StoreFailure(`The store cannot be used: ${cause} (${error.message}).`, { cause: error });
}

const FULL = 'its disk is full';
const READ_ONLY = 'it may not be written';
const BROKEN = 'its disk does not work';
const HELD = 'another program holds it';
/** What a user does about a database that is damaged or missing. */
export const RESTORE = 'put a copy of it back, or make it again from json/ with juesuan archive --rebuild';
const DAMAGED = `its database is damaged: ${RESTORE}`;
const SERVER = 'its server does not answer, or refuses';

/** Codes of the operating system, in words. All others are the store's fault too: what is written never decides whether a file can be. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: 'the quota of its disk is used up',
  EFBIG: 'a file of it would be larger than the system allows',
  EROFS: READ_ONLY,
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EIO: BROKEN,
  ECONNREFUSED: SERVER,
  ECONNRESET: SERVER,
  EHOSTUNREACH: SERVER,
  ENOTFOUND: SERVER,
  EPIPE: SERVER,
  ETIMEDOUT: SERVER,
};

/** Primary result codes of SQLite (sqlite.org/rescode.html), in words. */
const SQLITE: Readonly<Record<number, string>> = {
  3: READ_ONLY,
  5: HELD,
  6: HELD,
  8: READ_ONLY,
  10: BROKEN,
  11: DAMAGED,
  13: FULL,
  14: 'its database cannot be opened',
  15: HELD,
  26: DAMAGED,
};

/** Classes of SQLSTATE (appendix A of PostgreSQL's manual) that what is written decides: data, integrity, size. */
const OF_THE_DATA = ['22', '23', '54'];

/** Why the store failed; null where it did not. */
function causeOf(error: Error): string | null {
  if ('rawCode' in error && typeof error.rawCode === 'number') return SQLITE[error.rawCode & 0xff] ?? null;
  // A connection that breaks under a query has no code.
  if (/^Connection terminated|^Client (has encountered|was closed)|^timeout exceeded/.test(error.message)) return SERVER;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^E[A-Z]+$/.test(code)) return SYSTEM[code] ?? 'the system refuses';
  return /^[0-9A-Z]{5}$/.test(code) ? causeOfSqlState(code) : null;
}

function causeOfSqlState(state: string): string | null {
  if (OF_THE_DATA.includes(state.slice(0, 2))) return null;
  if (state.startsWith('XX')) return 'its database is damaged';
  return state === '53100' ? FULL : state === '25006' || state === '42501' ? READ_ONLY : SERVER;
}
