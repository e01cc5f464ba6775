/** What each child process of an archive runs: it reads documents into the store until its parent ends it. */
import { families } from '../../../extractors/families.js';
import { serve } from '../../workers/serve.js';
import { archiveDocument } from './document.js';
import type { ArchiveJob } from './port.js';

await serve((job: ArchiveJob, context) => archiveDocument(job, context, families));
