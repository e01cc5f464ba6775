/** What the child processes of a review run: documents are read again after each correction and for each result, so their pages are remembered. */
import { type PageStart, sectionPages } from '../pipeline/section-pages.js';
import type { Extraction } from '../pipeline.js';
import { extractDocument } from '../workers/document.js';
import type { DocumentJob, DocumentResult } from '../workers/job.js';
import { serve } from '../workers/serve.js';
import { keepScans } from './desk/kept-scans.js';
import { rememberPages } from './remember.js';

/** A document for a review. */
export interface ReviewJob extends DocumentJob {
  /** A folder where what OCR has read is kept, for all child processes. */
  readonly scans: string;
}

let folder = '';
const read = rememberPages(keepScans(() => folder));

/** What stands in a document without pages has its place in the drawing of its sheet, for the page; results to be taken away have no such boxes. */
await serve(async ({ scans, ...job }: ReviewJob, context): Promise<DocumentResult> => {
  folder = scans;
  if (job.destination.to !== 'caller') return await extractDocument(job, context, { read });
  let pages: PageStart[][] = [];
  const onExtraction = (extraction: Extraction) => {
    pages = sectionPages(extraction);
  };
  const result = await extractDocument(job, context, { read, keepBoxes: true, onExtraction });
  return { ...result, sectionPages: pages };
});
