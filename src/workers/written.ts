import { type WrittenDocument, withoutDraft } from '../emit/document.js';
import type { Extraction } from '../pipeline.js';

/** The pipeline's result for one document, in the form that emit/ writes. */
export const toWritten = ({ disclosure, draft }: Extraction): WrittenDocument =>
  draft ? { disclosure, family: draft.family, sums: draft.checked.sums, detailRows: draft.checked.detailRows } : withoutDraft(disclosure);
