/** The entry file of the pool's child processes: extracts documents until its parent terminates it. */
import { extractDocument } from './document.js';
import type { DocumentJob } from './job.js';
import { serve } from './serve.js';

await serve((job: DocumentJob, context) => extractDocument(job, context));
