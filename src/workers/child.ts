/** What each child process runs: it takes documents until its parent ends it. */
import { extractDocument } from './document.js';
import type { DocumentJob } from './job.js';
import { serve } from './serve.js';

await serve((job: DocumentJob, context) => extractDocument(job, context));
