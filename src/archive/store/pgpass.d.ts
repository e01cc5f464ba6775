/** What there is of the package for us; it brings no types. */
declare module 'pgpass' {
  interface Connection {
    readonly host: string;
    readonly port: number;
    readonly database: string | undefined;
    readonly user: string | undefined;
  }

  /** Answers with the password that the user's file has for a connection. */
  function pgpass(connection: Connection, answer: (password: string | undefined) => void): void;
  export = pgpass;
}
