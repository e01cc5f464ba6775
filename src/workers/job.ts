import type { Disclosure } from '../../schemas/disclosure.js';
import type { Language } from '../base/language.js';
import type { Format } from '../emit/results.js';
import type { SummaryRow } from '../emit/summary.js';
import type { ExtractOptions } from '../pipeline/options.js';
import type { PageStart } from '../pipeline/section-pages.js';

/** One document for a child process. It carries the path, not the bytes: the parent never holds a document. */
export interface DocumentJob {
  readonly path: string;
  /** All files, in order and `path` among them, where several are one document. */
  readonly together?: readonly NamedFile[];
  /** The name in `source.name`. */
  readonly name: string;
  readonly options: Pick<ExtractOptions, 'engine' | 'ocr' | 'password'>;
  readonly destination: Destination;
  /** The text of the corrections file; null for no corrections. Left out: the file beside the document is read. */
  readonly corrections?: string | null;
}

/** One of several files that are one document. */
export interface NamedFile {
  readonly path: string;
  /** As the places in it begin. */
  readonly name: string;
}

export type Destination =
  /**
   * Files in one folder; `stem` is their path without the extension. `aside`: where the JSON goes besides, for the parent to compare it with
   * others and then to remove. `language`: of workbook and report, Chinese where it is left out.
   */
  | {
      readonly to: 'files';
      readonly stem: string;
      readonly formats: readonly Format[];
      readonly aside?: string;
      readonly language?: Language;
    }
  /** The rendered data is part of the result. */
  | { readonly to: 'caller'; readonly format: Format };

/** What the parent gets of a document when its job is done. */
export interface DocumentResult {
  /** As in the JSON; `failed` without a reason where the document was read but its results could not be written. */
  readonly outcome: Disclosure['outcome'];
  readonly summary: SummaryRow;
  /** The number of values that are contradicted or unreadable. */
  readonly doubtful: number;
  /** Paths of the files, JSON first. */
  readonly written: readonly string[];
  /** The rendered data, for the destination `caller`; else null. */
  readonly data: string | null;
  /** Of a review: where the pages of each section begin in its text. */
  readonly sectionPages?: readonly (readonly PageStart[])[];
  /** Why the store the result belongs into cannot be used, in one sentence. The document is not the cause, and the next would end the same. */
  readonly storeFailure?: string;
  /** Of an archive: why the document is left for the next run, where the reason is not the document's. */
  readonly postponed?: string;
}
