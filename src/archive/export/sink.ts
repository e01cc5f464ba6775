import type { Line, Resource } from './resource.js';

/** A file of the dataset while it is written: some lines at a time, so that no archive is too large for it. */
export interface Sink {
  /** The file's name in the dataset's folder. */
  readonly file: string;
  write(lines: readonly Line[]): Promise<void>;
  /** The file is whole. */
  end(): Promise<void>;
}

/** Begins a file at `path` for a resource. */
export type OpenSink = (path: string, resource: Resource) => Promise<Sink>;

/** A dataset that cannot be written as asked: one sentence for the user. */
export class ExportError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExportError';
  }
}
