import type { Session } from '../store/database.js';
import type { Store } from '../store/store.js';

/** What a run did, file by file and document by document. */
export interface RunCounts {
  /** Found in the folders. */
  files: number;
  /** Files that were not there before, or are back. */
  new: number;
  /** Files whose bytes are others than before. */
  changed: number;
  /** Files that are no longer there; what they said is kept. */
  gone: number;
  /** Files the system would not hand over. */
  unreadable: number;
  /** Files whose document is already in the store as this version reads it. */
  skipped: number;
  /** Documents that were in the store as another version, or other options, had read them. */
  renewed: number;
  /** Documents read, whole or in part. */
  extracted: number;
  /** Documents that cannot be read, for a reason of their own. */
  failed: number;
  /** Documents whose process died or hung twice. */
  quarantined: number;
  /** Documents that changed while they were read: the next run reads them. */
  postponed: number;
  /** Pages of the documents read. */
  pages: number;
}

export type RunState = 'running' | 'done' | 'stopped' | 'failed' | 'killed';

/** What is worth telling in the morning: `new` `changed` `gone` `unreadable` `provenance`. */
export interface RunEvent {
  readonly kind: 'new' | 'changed' | 'gone' | 'unreadable' | 'provenance';
  readonly root: string;
  readonly path: string;
  readonly sha256: string | null;
  readonly note: string | null;
}

export const NO_COUNTS: RunCounts = {
  ...{
    files: 0,
    new: 0,
    changed: 0,
    gone: 0,
    unreadable: 0,
    skipped: 0,
    renewed: 0,
    extracted: 0,
    failed: 0,
    quarantined: 0,
    postponed: 0,
    pages: 0,
  },
};

/** Begins a run. `alone`: no other can be running, so what still says so was killed. */
export async function beginRun({ database }: Store, stamp: string, roots: readonly string[], alone: boolean): Promise<number> {
  return await database.write(async (session) => {
    if (alone) await session.run("UPDATE runs SET state = 'killed' WHERE state = 'running'");
    const [row] = await session.all<{ id: number }>(
      "INSERT INTO runs (started_at, state, stamp, roots) VALUES (?, 'running', ?, ?) RETURNING id",
      [new Date().toISOString(), stamp, JSON.stringify(roots)],
    );
    if (!row) throw new Error('store: the run got no row');
    return row.id;
  });
}

export async function endRun({ database }: Store, run: number, state: RunState, counts: RunCounts): Promise<void> {
  const names = Object.keys(counts);
  await database.run(`UPDATE runs SET ended_at = ?, state = ?, ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [
    ...[new Date().toISOString(), state, ...Object.values<number>({ ...counts }), run],
  ]);
}

export async function saveEvents(session: Session, run: number, events: readonly RunEvent[]): Promise<void> {
  const rows = events.map(({ kind, root, path, sha256, note }) => [run, kind, root, path, sha256, note]);
  await session.insert('events', ['run', 'kind', 'root', 'path', 'sha256', 'note'], rows);
}

/** What became of the documents that a run has read, whoever read them. */
export async function countDocuments(
  { database }: Store,
  run: number,
): Promise<Pick<RunCounts, 'extracted' | 'failed' | 'quarantined' | 'pages'>> {
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
