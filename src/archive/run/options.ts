import type { DocumentFamily } from '../../../extractors/family.js';
import type { ExtractOptions } from '../../pipeline/options.js';
import type { DocumentReader } from '../reader/port.js';
import type { Store } from '../store/store.js';
import type { RunObserver } from './observer.js';

/** What the user asks of a run. */
export interface ArchiveOptions {
  /** As `base/file-name.ts` has paths. */
  readonly folders: readonly string[];
  /** The store's folder or postgres:// URL. */
  readonly location: string;
  readonly document: Pick<ExtractOptions, 'ocr' | 'password'>;
  /** Documents in quarantine are read once more. */
  readonly retry: boolean;
  /** The rows of the store are made again from its JSON before. */
  readonly rebuild?: boolean;
  /** A table of what departments are also called; `departments.csv` in the store's folder where absent. */
  readonly departments?: string;
  /** However many files are no longer there, they count as gone. */
  readonly allowGone?: boolean;
  /** Where workers on other machines find the files of the folder: it stands before their paths. */
  readonly url?: string;
}

/** What a run works with. It holds the lock of the store: no other run writes to it. */
export interface RunContext {
  readonly store: Store;
  readonly reader: DocumentReader;
  readonly observer: RunObserver;
  readonly families: readonly DocumentFamily[];
  /** Aborted once the run was asked to stop: nothing new is begun. */
  readonly stop: AbortSignal;
}
