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
  /** Files the system would not hand over. */
  unreadable: number;
  /** What the harvester told and cannot be used: lines and fields of manifests and sidecars. */
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
  /** Documents that changed while they were read: the next run reads them. */
  postponed: number;
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
  pages: 0,
};

export type RunState = 'running' | 'done' | 'stopped' | 'failed' | 'killed';

/** Something a run found out about a file; the report lists it. */
export interface RunEvent {
  readonly kind: 'new' | 'changed' | 'gone' | 'unreadable' | 'provenance' | 'manifest' | 'postponed';
  readonly root: string;
  readonly path: string;
  readonly sha256: string | null;
  /** `changed`: the hash before; `unreadable`, `provenance`: what is wrong; `manifest`: how it was read; `postponed`: why. */
  readonly note: string | null;
}
