import type { RunCounts, RunEvent } from './events.js';

/** A document that is done, for whoever watches. */
export interface DocumentLine {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly pages: number;
  readonly values: number;
  /** From when a child got it; both tries where there were two. */
  readonly ms: number;
}

/** Who watches a run. */
export interface Watch {
  /** `pending`: the sizes of the files that must be looked into. */
  begin(files: number, pending: readonly number[]): void;
  event(event: RunEvent): void;
  /** A pending file whose document turned out to be in the store. */
  skipped(bytes: number): void;
  /** A document's process died or hung; it gets a second try. */
  retry(path: string, why: string): void;
  document(line: DocumentLine): void;
  note(message: string): void;
  end(counts: RunCounts, ms: number): void;
}
