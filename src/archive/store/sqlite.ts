import Libsql from 'libsql';
import pLimit from 'p-limit';
import { type Database, type Param, type Session, StoreError, storable } from './database.js';

/** ms. How long a writer waits for another one: each holds the database for the rows of one document. */
const BUSY_TIMEOUT = 60_000;

/**
 * SQLite through libsql. WAL: others read while we write, in this process and in any other. `synchronous = NORMAL` may lose the
 * last documents when the machine loses power, which the next run then finds missing; it never leaves half a document.
 */
export class Sqlite implements Database {
  readonly dialect = 'sqlite';
  private readonly connection: Libsql.Database;
  private readonly prepared = new Map<string, Libsql.Statement>();
  /** Transactions of one connection follow each other. */
  private readonly inTurn = pLimit(1);

  /** Opens the file, or makes it. @throws StoreError */
  constructor(path: string) {
    try {
      this.connection = new Libsql(path, { timeout: BUSY_TIMEOUT });
      for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON']) this.connection.pragma(setting);
    } catch (cause) {
      throw new StoreError(`${path} is no store of juesuan, or cannot be opened: ${cause instanceof Error ? cause.message : cause}.`, {
        cause,
      });
    }
  }

  async all<Row>(sql: string, params: readonly Param[] = []): Promise<Row[]> {
    return this.statement(sql).all(...params.map(storable)) as Row[];
  }

  async run(sql: string, params: readonly Param[] = []): Promise<number> {
    return this.statement(sql).run(...params.map(storable)).changes;
  }

  async insert(table: string, columns: readonly string[], rows: readonly (readonly Param[])[]): Promise<void> {
    const statement = this.statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) statement.run(...row.map(storable));
  }

  async script(sql: string): Promise<void> {
    this.connection.exec(sql);
  }

  write<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN IMMEDIATE', work);
  }

  read<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN DEFERRED', work);
  }

  async close(): Promise<void> {
    this.prepared.clear();
    this.connection.close();
  }

  private transaction<T>(begin: string, work: (session: Session) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      this.connection.exec(begin);
      try {
        const result = await work(this);
        this.connection.exec('COMMIT');
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
