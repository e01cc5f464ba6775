import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { NO_PROVENANCE, type Provenance } from './provenance.js';
import type { Provenances } from './provenances.js';
import type { FoundFile } from './scan.js';

/** A file and what is now known of it. */
export interface IdentifiedFile {
  readonly file: FoundFile;
  /** Null where it could not be read; `problem` says why. */
  readonly sha256: string | null;
  readonly problem: string | null;
  readonly provenance: Provenance;
  readonly provenanceKey: string;
  readonly provenanceProblems: readonly string[];
}

/** Finds out which document a file holds, and what the harvester knew of it. `knownHash` is given where the file has not changed. */
export async function identifyFile(file: FoundFile, knownHash: string | null, provenances: Provenances): Promise<IdentifiedFile> {
  const given = await provenances.of(file);
  const about = {
    file,
    provenance: given?.provenance ?? NO_PROVENANCE,
    provenanceKey: provenances.keyOf(file),
    provenanceProblems: given?.problems ?? [],
  };
  try {
    return { ...about, sha256: knownHash ?? (await hashFile(absolutePath(file))), problem: null };
  } catch (error) {
    const problem = error instanceof Error ? error.message.replaceAll(absolutePath(file), file.path) : String(error);
    return { ...about, sha256: null, problem };
  }
}

/** The SHA-256 of a file's bytes, read in small pieces. @throws Error of the system */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

export const absolutePath = ({ root, path: file }: FoundFile) => path.join(root, file);
