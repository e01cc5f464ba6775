/** What each child process runs: it takes documents until its parent ends it. */
import { extractDocument } from './document.js';
import { serve } from './serve.js';

await serve(extractDocument);
