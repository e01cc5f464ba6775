import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Param, Session } from '../store/database.js';
import type { Provenance, Told } from './provenance.js';
import type { Found, FoundFile } from './scan.js';

/** A file as the store remembers it. */
export interface KnownFile {
  readonly root: string;
  readonly path: string;
  /** Null where it could not be read; `problem` says why. */
  readonly sha256: string | null;
  readonly state: string;
  /** The run that no longer found it, 0 while it is there. */
  readonly gone: number;
  /** What its provenance was made from. */
  readonly provenance: string | null;
}

/** A file and what is now known of it. */
export interface Identified {
  readonly file: FoundFile;
  readonly sha256: string | null;
  readonly problem: string | null;
  readonly provenance: Provenance;
  readonly provenanceKey: string;
  readonly provenanceProblem: string | null;
}

export async function knownFiles(session: Session, root: string): Promise<Map<string, KnownFile>> {
  const rows = await session.all<KnownFile>('SELECT root, path, sha256, state, gone, provenance FROM files WHERE root = ?', [root]);
  return new Map(rows.map((row) => [row.path, row]));
}

/** The hash of a file's bytes, read in small pieces. @throws Error of the system */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** What goes with the documents of one folder: asked for each, read only where it is new. */
export class Provenances {
  private readonly found: Found;
  private readonly lines: ReadonlyMap<string, Told>;
  /** Manifests that cannot be used, by path. */
  readonly problems: ReadonlyMap<string, string>;

  private constructor(found: Found, lines: ReadonlyMap<string, Told>, problems: ReadonlyMap<string, string>) {
    this.found = found;
    this.lines = lines;
    this.problems = problems;
  }

  static async of(found: Found): Promise<Provenances> {
    if (found.manifests.length === 0) return new Provenances(found, new Map(), new Map());
    const { readManifests } = await import('./provenance-files.js');
    const { told, problems } = await readManifests(found);
    return new Provenances(found, told, problems);
  }

  /** Differs when what goes with the file does. */
  keyOf({ path: file }: FoundFile): string {
    return JSON.stringify([this.found.sidecars.get(file)?.state ?? null, this.lines.get(file) ?? null]);
  }

  /** A sidecar says more than a line of a manifest. */
  async of({ path: file }: FoundFile): Promise<Told | null> {
    const sidecar = this.found.sidecars.get(file);
    if (!sidecar) return this.lines.get(file) ?? null;
    const { readSidecar } = await import('./provenance-files.js');
    return await readSidecar(sidecar);
  }
}

const COLUMNS = ['sha256', 'problem', 'state', 'gone', 'source_url', 'published_on', 'retrieved_on', 'region', 'region_code', 'provenance'];

/** Remembers files as they are now. */
export async function saveFile(session: Session, { file, sha256, problem, provenance, provenanceKey }: Identified): Promise<void> {
  const { source_url, published_on, retrieved_on, region, region_code } = provenance;
  const row: Param[] = [sha256, problem, file.state, 0, source_url, published_on, retrieved_on, region, region_code, provenanceKey];
  await session.run(
    `INSERT INTO files (root, path, ${COLUMNS.join(', ')}) VALUES (?, ?, ${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (root, path) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [file.root, file.path, ...row],
  );
}

export async function markGone(session: Session, { root, path: file }: KnownFile, run: number): Promise<void> {
  await session.run('UPDATE files SET gone = ? WHERE root = ? AND path = ?', [run, root, file]);
}

export const absolute = ({ root, path: file }: FoundFile) => path.join(root, file);
