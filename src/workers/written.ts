import { type WrittenDocument, withoutDraft } from '../emit/document.js';
import type { Extraction } from '../pipeline.js';
import { judgedFindings } from '../triage/judged.js';

/**
 * The pipeline's result for one document, in the form that emit/ writes.
 * @param triage the text of its triage file; null where there is none
 */
export function toWritten({ disclosure, draft }: Extraction, triage: string | null = null): WrittenDocument {
  const judged = judgedFindings(disclosure.findings, triage, disclosure.source.sha256);
  if (!draft) return { ...withoutDraft(disclosure), judged };
  const { sums, detailRows } = draft.checked;
  return {
    disclosure,
    family: draft.family,
    // Not all formats have them.
    get sums() {
      return sums();
    },
    detailRows,
    judged,
  };
}
