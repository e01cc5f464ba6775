import type { Reason } from '../base/errors.js';
import type { FILE_BESIDE, FILE_REPAIRED, STREAM_BROKEN, TRUNCATED_TAIL } from './reading-rules.js';

/** What is wrong with a file though its pages could be read, or lies in it beside them. */
export interface FileRemark {
  readonly rule: typeof TRUNCATED_TAIL | typeof STREAM_BROKEN | typeof FILE_REPAIRED | typeof FILE_BESIDE;
  /** Chinese, a sentence. */
  readonly message: string;
  /** Nothing tells whether the pages that were found are all: why, in English, and the reason for which the document is then partial. */
  readonly doubt?: { readonly reason: Reason; readonly message: string };
}
