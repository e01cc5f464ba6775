/** What the child processes of a review run: documents are read again after each correction, so their pages are remembered. */
import { extractDocument } from '../workers/document.js';
import type { DocumentJob } from '../workers/job.js';
import { serve } from '../workers/serve.js';
import { rememberPages } from './remember.js';

/** What stands in a document without pages has its place in the drawing of its sheet. */
const tools = { read: rememberPages(), keepBoxes: true };

await serve((job: DocumentJob, context) => extractDocument(job, context, tools));
