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
  /** The group that it was told to be of. */
  readonly group_name: string | null;
  /** The hash of the document that it is one of several files of; null where it is a document by itself. */
  readonly joined: string | null;
}

/** What a file is of a document in several files. */
export interface Part {
  /** The hash of the document. */
  readonly joined: string;
  /** From 0, in the order in which they are read. */
  readonly position: number;
}

const KEPT_HASH = 'COALESCE(excluded.sha256, files.sha256)';

/** The files of a root, by path. */
export async function knownFiles(session: Session, root: string): Promise<Map<string, KnownFile>> {
  const rows = await session.all<KnownFile>(
    'SELECT root, path, sha256, problem, state, gone, provenance, group_name, joined FROM files WHERE root = ?',
    [root],
  );
  return new Map(rows.map((row) => [row.path, row]));
}

/** Remembers a file as it is now. One that cannot be read now still holds its document, for all that is known. */
export async function saveFile(
  session: Session,
  { file, sha256, problem, provenance, provenanceKey }: IdentifiedFile,
  part: Part | null = null,
): Promise<void> {
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
    group_name: provenance.group,
    joined: part?.joined ?? null,
    position: part?.position ?? 0,
  };
  const names = Object.keys(row);
  await session.run(
    `INSERT INTO files (root, path, ${names.join(', ')}) VALUES (?, ?, ${names.map(() => '?').join(', ')})
     ON CONFLICT (root, path) DO UPDATE SET ${names.map((name) => `${name} = ${name === 'sha256' ? KEPT_HASH : `excluded.${name}`}`).join(', ')}`,
    [file.root, file.path, ...Object.values(row)],
  );
}

/** Remembers that files are documents by themselves after all. */
export async function setApart(session: Session, joined: string): Promise<void> {
  await session.run('UPDATE files SET joined = NULL, position = 0 WHERE joined = ?', [joined]);
}

/** Remembers that a run no longer found a file. */
export async function markGone(session: Session, { root, path }: KnownFile, run: number): Promise<void> {
  await session.run('UPDATE files SET gone = ? WHERE root = ? AND path = ?', [run, root, path]);
}
