/** What a run did, file by file and document by document. */
export interface RunCounts {
  /** Found in the folders. */
  files: number;
  /** Files that were not there before, or are back. */
  new: number;
  /** Files whose bytes are others than before. */
  changed: number;
  /** Files that are no longer there; their documents stay in the store. */
  gone: number;
  /** Files and folders the system would not hand over. */
  unreadable: number;
  /** What was given and cannot be used: lines and fields of manifests and sidecars, triage files. */
  provenance: number;
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
  /** Documents that could not be read this time, for a reason that is not theirs: the next run reads them. */
  postponed: number;
  /** Documents of the store whose JSON is missing, and which could not be read again. */
  lost: number;
  /** Pages of the documents read. */
  pages: number;
}

export const NO_COUNTS: RunCounts = {
  files: 0,
  new: 0,
  changed: 0,
  gone: 0,
  unreadable: 0,
  provenance: 0,
  skipped: 0,
  renewed: 0,
  extracted: 0,
  failed: 0,
  quarantined: 0,
  postponed: 0,
  lost: 0,
  pages: 0,
};

/** How many, by reason. */
export type ByReason = Readonly<Record<string, number>>;

/** What a run did, and why it could not do the rest. */
export interface RunResult extends RunCounts {
  readonly id: number;
  /** `failed`, `quarantined`: documents by the reason in their JSON; `postponed`: documents; `unreadable`: files and folders. */
  readonly reasons: Readonly<Record<'failed' | 'quarantined' | 'postponed' | 'unreadable', ByReason>>;
  /** Folders of which so much is missing that nothing counts as gone. */
  readonly missing: readonly MissingFiles[];
  /** Workbooks and reports of ours in the folders: they are no documents, and not counted as files. */
  readonly own: number;
}

/** A folder whose known files are not there. */
export interface MissingFiles {
  readonly root: string;
  readonly missing: number;
  /** Files that were there in the run before. */
  readonly of: number;
}

/** A document that is left for the next run. */
export interface Postponed {
  readonly sha256: string;
  readonly reason: string;
  /** A sentence. */
  readonly message: string;
}

export function countReasons(reasons: readonly string[]): ByReason {
  const counts: Record<string, number> = {};
  for (const reason of reasons.toSorted()) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

export type RunState = 'running' | 'done' | 'stopped' | 'failed' | 'killed';

/** Something a run found out about a file; the report lists it. */
export interface RunEvent {
  readonly kind: 'new' | 'changed' | 'gone' | 'missing' | 'unreadable' | 'postponed' | 'provenance' | 'manifest' | 'lost';
  readonly root: string;
  /** Of a file, or of a folder, which ends with `/`. */
  readonly path: string;
  readonly sha256: string | null;
  /** `changed`: the hash before; `new`, `gone`: null; `manifest`: how it was read; else what is wrong. */
  readonly note: string | null;
}
