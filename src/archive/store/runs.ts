/** The tables `runs` and `events`. */
import { must } from '../../base/invariant.js';
import type { RunCounts, RunEvent, RunResult, RunState } from '../run/events.js';
import type { Session } from './database.js';
import type { Store } from './store.js';

/** Begins a run and gives its id. The caller holds the lock of the store, so that a run still marked as running was killed. */
export async function beginRun({ database }: Store, stamp: string, roots: readonly string[]): Promise<number> {
  return await database.write(async (session) => {
    await session.run("UPDATE runs SET state = 'killed' WHERE state = 'running'");
    const [row] = await session.all<{ id: number }>(
      "INSERT INTO runs (started_at, state, stamp, roots) VALUES (?, 'running', ?, ?) RETURNING id",
      [new Date().toISOString(), stamp, JSON.stringify(roots)],
    );
    return must(row, 'the row of the run').id;
  });
}

export async function endRun({ database }: Store, run: number, state: RunState, counts: RunCounts): Promise<void> {
  const names = Object.keys(counts);
  await database.run(`UPDATE runs SET ended_at = ?, state = ?, ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [
    new Date().toISOString(),
    state,
    ...Object.values<number>({ ...counts }),
    run,
  ]);
}

export async function saveEvents(session: Session, run: number, events: readonly RunEvent[]): Promise<void> {
  const rows = events.map(({ kind, root, path, sha256, note }) => [run, kind, root, path, sha256, note]);
  await session.insert('events', ['run', 'kind', 'root', 'path', 'sha256', 'note'], rows);
}

type DocumentCounts = Pick<RunCounts, 'extracted' | 'failed' | 'quarantined' | 'pages'>;

/** What became of the documents that a run has read, on whichever machine. */
export async function countDocuments({ database }: Store, run: number): Promise<DocumentCounts> {
  const rows = await database.all<{ status: string; quarantined: number; n: number; pages: number }>(
    'SELECT status, quarantined, COUNT(*) AS n, CAST(COALESCE(SUM(pages), 0) AS bigint) AS pages FROM documents WHERE run = ? GROUP BY status, quarantined',
    [run],
  );
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    extracted: sum(({ status, n }) => (status === 'failed' ? 0 : n)),
    failed: sum(({ status, quarantined, n }) => (status === 'failed' && quarantined === 0 ? n : 0)),
    quarantined: sum(({ quarantined, n }) => (quarantined === 1 ? n : 0)),
    pages: sum(({ pages }) => pages),
  };
}

/** Why documents that a run has read cannot be read, by the reason in their JSON; those in quarantine apart. */
export async function countFailures({ database }: Store, run: number): Promise<Pick<RunResult['reasons'], 'failed' | 'quarantined'>> {
  const rows = await database.all<{ reason: string | null; quarantined: number; n: number }>(
    "SELECT reason, quarantined, COUNT(*) AS n FROM documents WHERE run = ? AND status = 'failed' GROUP BY reason, quarantined ORDER BY reason",
    [run],
  );
  const where = (flag: number) =>
    Object.fromEntries(rows.filter(({ quarantined }) => quarantined === flag).map(({ reason, n }) => [reason ?? 'internal', n]));
  return { failed: where(0), quarantined: where(1) };
}
