import type { Rebuilt } from '../store/rebuild.js';
import type { RunEvent, RunResult } from './events.js';

/** What became of one document, as a run reports it to its observer. */
export interface DocumentProgress {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly pages: number;
  readonly values: number;
  /** From when a child process got it; both tries where there were two. */
  readonly ms: number;
}

/** Receives what happens in a run while it happens. */
export interface RunObserver {
  /** The store was made whole again before anything else. */
  rebuilt(what: Rebuilt): void;
  /** `pending`: the sizes of the files that must be examined, in bytes. */
  begin(files: number, pending: readonly number[]): void;
  event(event: RunEvent): void;
  /** A pending file whose document turned out to be in the store. */
  skipped(bytes: number): void;
  /** A document's process died or hung; it gets a second try. */
  retry(path: string, why: string): void;
  document(progress: DocumentProgress): void;
  end(result: RunResult, ms: number): void;
}
