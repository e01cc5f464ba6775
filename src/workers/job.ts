import type { Disclosure } from '../../schemas/disclosure.js';
import type { Format } from '../emit/results.js';
import type { SummaryRow } from '../emit/summary.js';
import type { ExtractOptions } from '../pipeline/options.js';

/** One document for a child process. It carries the path, not the bytes: the parent never holds a document. */
export interface DocumentJob {
  readonly path: string;
  /** As it stands in `source.name`. */
  readonly name: string;
  readonly options: Pick<ExtractOptions, 'engine' | 'ocr' | 'password'>;
  readonly destination: Destination;
  /** The text of its corrections file, null for none. Where it is left out, the file beside the document is read. */
  readonly corrections?: string | null;
}

export type Destination =
  /** Files beside each other; `stem` is their path without the extension. */
  | { readonly to: 'files'; readonly stem: string; readonly formats: readonly Format[] }
  /** The data itself, handed back to the parent. */
  | { readonly to: 'caller'; readonly format: Format };

/** What is left of a document once its results are written. */
export interface DocumentResult {
  /** As in the JSON; or `failed` without a reason where the document was read, but its results could not be written. */
  readonly outcome: Disclosure['outcome'];
  readonly summary: SummaryRow;
  /** Values that are contradicted or unreadable. */
  readonly doubtful: number;
  /** Paths, JSON first. */
  readonly written: readonly string[];
  /** For the destination `caller`. */
  readonly data: string | null;
}
