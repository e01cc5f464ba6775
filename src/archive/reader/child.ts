/** What each child process of an archive runs: it takes documents into the store until its parent ends it. */
import { serve } from '../../workers/serve.js';
import { archiveDocument } from './document.js';

await serve(archiveDocument);
