import Libsql from 'libsql';
import pLimit from 'p-limit';
import { type Database, type Param, type Session, StoreError, storable } from './database.js';
import { inStore, RESTORE } from './failure.js';
import { type Access, fileState, locationOf } from './sqlite-access.js';

/** ms. How long a writer waits for another one: each holds the database for the rows of one document. */
const BUSY_TIMEOUT = 60_000;

const WRITING = ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON'];
const READING = ['query_only = ON'];

/**
 * SQLite through libsql. WAL: others read while we write, in this process and in any other. `synchronous = NORMAL` may lose the
 * last documents when the machine loses power, which the next run then finds missing; it never leaves half a document.
 */
export class Sqlite implements Database {
  readonly dialect = 'sqlite';
  private readonly connection: Libsql.Database;
  private readonly file: string;
  /** The state of a file that nobody else may write while it is read; null where others may. */
  private readonly stillState: string | null;
  private readonly prepared = new Map<string, Libsql.Statement>();
  /** Transactions of one connection follow each other. */
  private readonly inTurn = pLimit(1);

  /** Opens the file. @throws StoreError */
  constructor(file: string, access: Access = 'write') {
    this.file = file;
    try {
      this.stillState = access === 'read-still' ? fileState(file) : null;
      this.connection = new Libsql(locationOf(file, access), { timeout: BUSY_TIMEOUT });
      for (const setting of access === 'write' ? WRITING : READING) this.connection.pragma(setting);
      // A file that is no database is opened all the same: only the first query tells.
      this.connection.prepare('SELECT COUNT(*) FROM sqlite_master').get();
    } catch (cause) {
      throw new StoreError(`${file} ${problemOf(cause, access)}: ${cause instanceof Error ? cause.message : cause}.`, { cause });
    }
  }

  async all<Row>(sql: string, params: readonly Param[] = []): Promise<Row[]> {
    return await inStore(() => this.statement(sql).all(...params.map(storable)) as Row[]);
  }

  async run(sql: string, params: readonly Param[] = []): Promise<number> {
    return await inStore(() => this.statement(sql).run(...params.map(storable)).changes);
  }

  async insert(table: string, columns: readonly string[], rows: readonly (readonly Param[])[]): Promise<void> {
    await inStore(() => {
      const statement = this.statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
      for (const row of rows) statement.run(...row.map(storable));
    });
  }

  async script(sql: string): Promise<void> {
    await inStore(() => void this.connection.exec(sql));
  }

  write<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN IMMEDIATE', work);
  }

  async read<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const result = await this.transaction('BEGIN DEFERRED', work);
    if (this.stillState !== null && this.stillState !== fileState(this.file)) {
      throw new StoreError(`${this.file} was written while it was read: try again`);
    }
    return result;
  }

  async close(): Promise<void> {
    this.prepared.clear();
    this.connection.close();
  }

  private transaction<T>(begin: string, work: (session: Session) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      await this.script(begin);
      try {
        const result = await work(this);
        await this.script('COMMIT');
        return result;
      } catch (error) {
        if (this.connection.inTransaction) this.connection.exec('ROLLBACK');
        throw error;
      }
    });
  }

  private statement(sql: string): Libsql.Statement {
    const statement = this.prepared.get(sql) ?? this.connection.prepare(sql);
    this.prepared.set(sql, statement);
    return statement;
  }
}

/** Primary result codes of SQLite. */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

function problemOf(cause: unknown, access: Access): string {
  const code = cause instanceof Error && 'rawCode' in cause ? Number(cause.rawCode) & 0xff : 0;
  if (code === CORRUPT || code === NOT_A_DATABASE) return `is no store of juesuan, or is damaged (then ${RESTORE})`;
  if (access !== 'read-beside') return 'is no store of juesuan, or cannot be opened';
  return 'has not taken in all that was written, and may not be written here: let its owner run juesuan report on it once';
}
