import PgBoss from 'pg-boss';
import type { Postponed } from '../run/events.js';
import type { Session } from '../store/database.js';
import { type Postgres, PostgresSession } from '../store/postgres.js';
import type { ArchiveJob } from './port.js';

const QUEUE = 'documents';
/** pg-boss keeps its tables in a schema of their own. */
const SCHEMA = 'juesuan_queue';
/** Times a document is handed out again after its worker died or could not get the file. Then it is left for the next run. */
const RETRIES = 3;
/** s. For a worker that is neither dead nor done: twice what a document may take. */
const EXPIRE = 2 * 2 * 3600;
/** Priorities are 32-bit integers. */
const KILOBYTE = 1024;
/** First key of our advisory locks: ASCII `jsua`. */
const LOCKS = 0x6a737561;
/** Second key of the lock of the run that scans folders; workers have random ones above. */
const RUN_LOCK = 0;

/** A job as it waits in the queue: everything but the store, which each worker reaches in its own way. */
export type QueuedJob = Omit<ArchiveJob, 'store' | 'ticket'>;

/** A job in hand of this worker. */
export interface ClaimedJob {
  readonly ticket: string;
  readonly job: QueuedJob;
}

/**
 * Documents to be read, by any worker on any machine: pg-boss over the store's own database, so that a document's rows and the end of its
 * job are one transaction. A worker that claims a job writes down the number of a lock that its connection holds: PostgreSQL releases the
 * lock when the worker dies, and the next worker that polls hands its jobs out again.
 */
export class Queue {
  private readonly database: Postgres;
  private readonly boss: PgBoss;
  private readonly worker: number;
  private readonly unlock: () => Promise<void>;

  private constructor(database: Postgres, boss: PgBoss, worker: number, unlock: () => Promise<void>) {
    this.database = database;
    this.boss = boss;
    this.worker = worker;
    this.unlock = unlock;
  }

  static async open(database: Postgres): Promise<Queue> {
    const boss = bossOn(database);
    await database.write(async (session) => {
      // Two workers that start at once would make the same tables.
      await session.run('SELECT pg_advisory_xact_lock(?, 1)', [LOCKS]);
      await session.script('CREATE TABLE IF NOT EXISTS claims (job uuid PRIMARY KEY, worker integer NOT NULL, sha256 text NOT NULL)');
      await boss.start();
      if ((await boss.getQueue(QUEUE)) === null)
        await boss.createQueue(QUEUE, { name: QUEUE, retryLimit: RETRIES, expireInSeconds: EXPIRE });
    });
    const worker = 2 + Math.floor(Math.random() * (2 ** 31 - 2));
    const unlock = await holdLock(database, worker);
    if (unlock === null) throw new Error('queue: another worker has this number');
    return new Queue(database, boss, worker, unlock);
  }

  /** The lock of the run that scans folders: one at a time has it. Returns how to release it, null where another has it. */
  async lockRun(): Promise<(() => Promise<void>) | null> {
    return await holdLock(this.database, RUN_LOCK);
  }

  /** Empties the queue: what waits from a run that was cut short is submitted again. Gives the hashes of what workers have in hand. */
  async reset(): Promise<Set<string>> {
    await this.boss.maintain();
    await this.boss.purgeQueue(QUEUE);
    await this.reap();
    const rows = await this.database.all<{ sha256: string }>('SELECT sha256 FROM claims');
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  async enqueue(jobs: readonly QueuedJob[]): Promise<void> {
    if (jobs.length === 0) return;
    // The largest first, as in a folder: begun last it would leave one worker with it and the others with nothing.
    const priority = ({ bytes }: QueuedJob) => Math.round(bytes / KILOBYTE);
    await this.boss.insert(
      jobs.map((data) => ({ name: QUEUE, data, priority: priority(data), retryLimit: RETRIES, expireInSeconds: EXPIRE })),
    );
  }

  /** The next job, claimed; null where none waits. */
  async claim(): Promise<ClaimedJob | null> {
    return await this.database.write(async (session) => {
      const [job] = await this.boss.fetch<QueuedJob>(QUEUE, { db: asDb(session), batchSize: 1 });
      if (!job) return null;
      await session.run(
        'INSERT INTO claims (job, worker, sha256) VALUES (?, ?, ?) ON CONFLICT (job) DO UPDATE SET worker = excluded.worker',
        [job.id, this.worker, job.data.sha256],
      );
      return { ticket: job.id, job: job.data };
    });
  }

  /** Hands a job of this worker out again: it cannot do it, another may. */
  async requeue(ticket: string, why: Omit<Postponed, 'sha256'>): Promise<void> {
    await this.database.write((session) => this.fail(session, ticket, why));
  }

  /** Hands out again what dead workers had in hand; gives the number of these jobs. */
  async reap(): Promise<number> {
    return await this.database.write(async (session) => {
      const dead = await session.all<{ job: string }>(
        `SELECT job FROM claims WHERE NOT EXISTS (
           SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = ? AND objid = claims.worker::oid AND granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         ) FOR UPDATE SKIP LOCKED`,
        [LOCKS],
      );
      for (const { job } of dead) await this.fail(session, job, { reason: 'worker-failed', message: 'its worker died' });
      return dead.length;
    });
  }

  /** The documents of a run that no worker could read, with what the last of them said; those that were never done, `stopped`. */
  async undone(run: number): Promise<Postponed[]> {
    const rows = await this.database.all<{ sha256: string; reason: string | null; message: string | null }>(
      `SELECT data->>'sha256' AS sha256, output->>'reason' AS reason, output->>'message' AS message FROM ${SCHEMA}.job
       WHERE name = ? AND state <> 'completed' AND data->>'run' = ? ORDER BY 1`,
      [QUEUE, String(run)],
    );
    return rows.map(({ sha256, reason, message }) => ({ sha256, reason: reason ?? 'stopped', message: message ?? 'the run was stopped' }));
  }

  /** Jobs that wait or are being done. */
  async pending(): Promise<number> {
    const [row] = await this.database.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${SCHEMA}.job WHERE name = ? AND state < 'completed'`, [
      QUEUE,
    ]);
    return row?.n ?? 0;
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.unlock();
  }

  private async fail(session: PostgresSession, ticket: string, why: Omit<Postponed, 'sha256'>): Promise<void> {
    await this.boss.fail(QUEUE, ticket, why, { db: asDb(session) });
    await session.run('DELETE FROM claims WHERE job = ?', [ticket]);
  }
}

/** Ends a job, in the transaction that records its document. @throws LostTicketError where another worker has the job by now: nothing is written */
export async function completeTicket(session: Session, ticket: string): Promise<void> {
  if (!(session instanceof PostgresSession)) throw new Error('queue: a ticket needs a store in PostgreSQL');
  const closed = await session.run('DELETE FROM claims WHERE job = ?', [ticket]);
  if (closed !== 1) throw new LostTicketError();
  await bossOn(session).complete(QUEUE, ticket, {}, { db: asDb(session) });
}

/** Another worker has the job: this one was taken for dead. */
class LostTicketError extends Error {
  constructor() {
    super('The document was given to another worker meanwhile.');
    this.name = 'LostTicketError';
  }
}

function bossOn(session: PostgresSession): PgBoss {
  const boss = new PgBoss({ db: asDb(session), schema: SCHEMA, supervise: false, schedule: false });
  // An error event without a listener would end the process; every call rejects by itself.
  boss.on('error', () => {});
  return boss;
}

const asDb = (session: PostgresSession): PgBoss.Db => ({ executeSql: (text, values) => session.executeSql(text, values) });

/** A lock that lasts as long as its connection. Null where another has it. */
async function holdLock(database: Postgres, key: number): Promise<(() => Promise<void>) | null> {
  const client = await database.connect();
  // A server that goes away takes the lock with it; the next statement on another connection says so.
  client.on('error', () => {});
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1, $2) AS got', [LOCKS, key]);
  if (rows[0]?.got !== true) {
    client.release();
    return null;
  }
  return async () => client.release(true);
}
