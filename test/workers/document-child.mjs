/** The entry file of a child that extracts documents, except those whose name asks for a failure. */
import { extractDocument } from '../../dist/src/workers/document.js';
import { serve } from '../../dist/src/workers/serve.js';

const ways = {
  'hangs.pdf': () => {
    for (;;);
  },
  'bursts.pdf': () => {
    const held = [];
    for (;;) held.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
  'crashes.pdf': () => process.kill(process.pid, 'SIGSEGV'),
  'crashes-on-page-3.pdf': async (onPage) => {
    for (const page of [1, 2, 3]) onPage(page, 31);
    await new Promise((resolve) => setTimeout(resolve, 100));
    ways['crashes.pdf']();
  },
};

await serve(async (job, context) => {
  await ways[job.name]?.(context.onPage);
  return await extractDocument(job, context);
});
