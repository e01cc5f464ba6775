/** What the store asks of a database, whichever it is. SQL is written once, with `?` for parameters. */

export type Param = string | number | null;

export interface Session {
  /** The rows a query gives. */
  all<Row>(sql: string, params?: readonly Param[]): Promise<Row[]>;
  /** Runs a statement and gives the number of rows it changed. */
  run(sql: string, params?: readonly Param[]): Promise<number>;
  /** Inserts rows, each as long as `columns`. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly Param[])[]): Promise<void>;
  /** Several statements without parameters, for the schema. */
  script(sql: string): Promise<void>;
}

export interface Database extends Session {
  readonly dialect: 'sqlite' | 'postgres';
  /** One transaction: all of `work` is in the database, or nothing of it. */
  write<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Reads one state of the database, whatever others write meanwhile. */
  read<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** U+0000 ends a text for SQLite and is none for PostgreSQL: it is stored as the sign for what cannot be shown. The JSON has it as it is. */
export function storable(param: Param): Param {
  return typeof param === 'string' && param.includes('\0') ? param.replaceAll('\0', '\uFFFD') : param;
}

/** A store that cannot be opened or used: one sentence for the user. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
  }
}
