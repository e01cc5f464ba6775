/** What the child process for pictures runs. */
import { serve } from '../workers/serve.js';
import { drawPicture } from './pictures.js';

await serve(drawPicture);
