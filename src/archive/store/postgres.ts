import pg from 'pg';
import { type Database, type Param, type Session, StoreError, storable } from './database.js';
import { inStore } from './failure.js';
import { withFilePassword } from './password-file.js';
import { isAddress, withoutPassword } from './postgres-url.js';

/** Parameters PostgreSQL takes in one statement are 65,535. */
const MAX_PARAMETERS = 30_000;

/** int8: counts, sizes and indexes, all far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A connection, or the pool of them. */
type Queryable = pg.Pool | pg.PoolClient;

/** SQL with `?` for PostgreSQL. */
export class PostgresSession implements Session {
  protected readonly connection: Queryable;

  constructor(connection: Queryable) {
    this.connection = connection;
  }

  async all<Row>(sql: string, params: readonly Param[] = []): Promise<Row[]> {
    return (await this.executeSql(numbered(sql), params.map(storable))).rows;
  }

  async run(sql: string, params: readonly Param[] = []): Promise<number> {
    return (await this.executeSql(numbered(sql), params.map(storable))).rowCount ?? 0;
  }

  async insert(table: string, columns: readonly string[], rows: readonly (readonly Param[])[]): Promise<void> {
    const most = Math.floor(MAX_PARAMETERS / columns.length);
    for (let at = 0; at < rows.length; at += most) {
      const some = rows.slice(at, at + most);
      const line = `(${columns.map(() => '?').join(', ')})`;
      await this.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => line).join(', ')}`, some.flat());
    }
  }

  async script(sql: string): Promise<void> {
    await this.executeSql(sql);
  }

  /** SQL as others write it, for the queue, which shares our transactions. */
  async executeSql(text: string, values?: unknown[]): Promise<pg.QueryResult> {
    return await inStore(() => this.connection.query(text, values));
  }
}

/** PostgreSQL: for workers on more than one machine. */
export class Postgres extends PostgresSession implements Database {
  readonly dialect = 'postgres';
  private readonly pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    super(pool);
    this.pool = pool;
  }

  /** What the address does not say, PGHOST, PGPASSWORD, PGPASSFILE and their like do. @throws StoreError where the server does not answer */
  static async open(url: string): Promise<Postgres> {
    if (!isAddress(url)) throw new StoreError(UNCLEAR);
    const pool = new pg.Pool({ connectionString: await withFilePassword(url), max: 4 });
    // A connection that breaks while idle: the next query opens another, or says what is wrong.
    pool.on('error', () => {});
    // One that breaks in use rejects its query; the event, which nobody hears then, would end the process.
    pool.on('connect', (client) => client.on('error', () => {}));
    try {
      await pool.query('SELECT 1');
      return new Postgres(pool);
    } catch (cause) {
      await pool.end();
      throw new StoreError(`${withoutPassword(url)} cannot be reached: ${cause instanceof Error ? cause.message || cause.name : cause}`, {
        cause,
      });
    }
  }

  async write<T>(work: (session: PostgresSession) => Promise<T>): Promise<T> {
    return await this.transaction('BEGIN', work);
  }

  async read<T>(work: (session: PostgresSession) => Promise<T>): Promise<T> {
    return await this.transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** A connection of its own, for a lock that lasts as long as the connection. The caller releases it. */
  async connect(): Promise<pg.PoolClient> {
    return await inStore(() => this.pool.connect());
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async transaction<T>(begin: string, work: (session: PostgresSession) => Promise<T>): Promise<T> {
    const client = await this.connect();
    const session = new PostgresSession(client);
    try {
      await session.script(begin);
      const result = await work(session);
      await session.script('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // Whatever state the connection is in, it is not used again, and what it had begun is undone.
      client.release(true);
      throw error;
    }
  }
}

const UNCLEAR =
  'the address of the store is no postgres://user@host/database: in a password the signs @ : / ? # % and blanks are written as %40 %3A %2F %3F %23 %25 %20; better give it in PGPASSWORD or PGPASSFILE';

/** `?` → `$1`. No text of ours holds a question mark. */
function numbered(sql: string): string {
  let number = 0;
  return sql.replaceAll('?', () => `$${++number}`);
}
