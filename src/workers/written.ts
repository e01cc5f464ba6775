import { type WrittenDocument, withoutDraft } from '../emit/document.js';
import type { Extraction } from '../pipeline.js';

/** What the pipeline made of a document, as it is written. */
export const toWritten = ({ disclosure, draft }: Extraction): WrittenDocument =>
  draft ? { disclosure, family: draft.family, sums: draft.checked.sums, detailRows: draft.checked.detailRows } : withoutDraft(disclosure);
