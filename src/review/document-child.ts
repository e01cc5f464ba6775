/** What the child processes of a review run: documents are read again after each correction, so their pages are remembered. */
import { extractDocument } from '../workers/document.js';
import type { DocumentJob } from '../workers/job.js';
import { serve } from '../workers/serve.js';
import { rememberPages } from './remember.js';

const read = rememberPages();

await serve((job: DocumentJob, context) => extractDocument(job, context, read));
