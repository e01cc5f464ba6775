/** The table `files`: where documents lie, or lay, and what the harvester knew of each file. */
import type { IdentifiedFile } from '../run/identify.js';
import type { Session } from './database.js';

/** A file as the store remembers it. */
export interface KnownFile {
  readonly root: string;
  readonly path: string;
  /** Of its bytes when it could last be read; null where it never could. */
  readonly sha256: string | null;
  /** Why it could not be read in the last run. */
  readonly problem: string | null;
  readonly state: string;
  /** The run that no longer found it, 0 while it is there. */
  readonly gone: number;
  /** The key of its provenance. */
  readonly provenance: string | null;
}

const KEPT_HASH = 'COALESCE(excluded.sha256, files.sha256)';

/** The files of a root, by path. */
export async function knownFiles(session: Session, root: string): Promise<Map<string, KnownFile>> {
  const rows = await session.all<KnownFile>('SELECT root, path, sha256, problem, state, gone, provenance FROM files WHERE root = ?', [
    root,
  ]);
  return new Map(rows.map((row) => [row.path, row]));
}

/** Remembers a file as it is now. One that cannot be read now still holds its document, for all that is known. */
export async function saveFile(session: Session, { file, sha256, problem, provenance, provenanceKey }: IdentifiedFile): Promise<void> {
  const row = {
    sha256,
    problem: problem?.message ?? null,
    state: file.state,
    gone: 0,
    source_url: provenance.source_url,
    published_on: provenance.published_on,
    retrieved_on: provenance.retrieved_on,
    department: provenance.department,
    region: provenance.region,
    region_code: provenance.region_code,
    provenance: provenanceKey,
  };
  const names = Object.keys(row);
  await session.run(
    `INSERT INTO files (root, path, ${names.join(', ')}) VALUES (?, ?, ${names.map(() => '?').join(', ')})
     ON CONFLICT (root, path) DO UPDATE SET ${names.map((name) => `${name} = ${name === 'sha256' ? KEPT_HASH : `excluded.${name}`}`).join(', ')}`,
    [file.root, file.path, ...Object.values(row)],
  );
}

/** Remembers that a run no longer found a file. */
export async function markGone(session: Session, { root, path }: KnownFile, run: number): Promise<void> {
  await session.run('UPDATE files SET gone = ? WHERE root = ? AND path = ?', [run, root, path]);
}
