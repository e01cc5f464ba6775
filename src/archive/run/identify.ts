import path from 'node:path';
import { MAX_HASHED } from '../../base/limits.js';
import { type FileReason, hashRegular, toUnreadable } from '../../base/regular-file.js';
import { NO_PROVENANCE, type Provenance } from './provenance.js';
import type { Provenances } from './provenances.js';
import type { FoundFile } from './scan.js';

/** A file and what is now known of it. */
export interface IdentifiedFile {
  readonly file: FoundFile;
  /** Null where it could not be read; `problem` says why. */
  readonly sha256: string | null;
  readonly problem: FileProblem | null;
  readonly provenance: Provenance;
  readonly provenanceKey: string;
  readonly provenanceProblems: readonly string[];
}

/** Why a file cannot be read. */
export interface FileProblem {
  readonly reason: FileReason;
  readonly message: string;
}

/**
 * Finds out which document a file holds, and what the harvester knew of it. `knownHash` is given where the file has not changed.
 * @throws the signal's reason where it stops
 */
export async function identifyFile(
  file: FoundFile,
  knownHash: string | null,
  provenances: Provenances,
  stop: AbortSignal,
): Promise<IdentifiedFile> {
  const given = await provenances.of(file);
  const about = {
    file,
    provenance: given?.provenance ?? NO_PROVENANCE,
    provenanceKey: provenances.keyOf(file),
    provenanceProblems: given?.problems ?? [],
  };
  if (knownHash !== null) return { ...about, sha256: knownHash, problem: null };
  try {
    const { sha256 } = await hashRegular(absolutePath(file), MAX_HASHED, stop);
    return { ...about, sha256, problem: null };
  } catch (error) {
    stop.throwIfAborted();
    const { reason, message } = toUnreadable(error);
    return { ...about, sha256: null, problem: { reason, message } };
  }
}

export const absolutePath = ({ root, path: file }: FoundFile) => path.join(root, file);
