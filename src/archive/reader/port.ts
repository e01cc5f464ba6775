import type { DocumentJob } from '../../workers/job.js';

/** One document of an archive for a child process, which takes it into the store itself. */
export interface ArchiveJob extends DocumentJob {
  /** Hash of the bytes as the run has seen them. A file that has changed since is left for the next run. */
  readonly sha256: string;
  readonly bytes: number;
  /** The store's folder or postgres:// URL. */
  readonly store: string;
  readonly stamp: string;
  readonly run: number;
  /** Its job in the queue, where there is one: it ends with the document. */
  readonly ticket?: string;
}
