/** A child process that reads nothing: it records a copy of a result in the store, as if it had read the document. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { families } from '../../extractors/families.js';
import { parseDisclosure } from '../../schemas/disclosure.js';
import type { ArchiveJob } from '../../src/archive/reader/port.js';
import { openStore } from '../../src/archive/store/open.js';
import { recordDisclosure } from '../../src/archive/store/record.js';
import { summarize } from '../../src/emit/summary.js';
import { serve } from '../../src/workers/serve.js';

const store = { at: '', opened: null as ReturnType<typeof openStore> | null };

await serve(async (job: ArchiveJob) => {
  if (store.at !== job.store) Object.assign(store, { at: job.store, opened: openStore(job.store) });
  const opened = await store.opened;
  if (!opened) throw new Error('replay: no store');
  // The folder of a simulated archive has a folder `results` beside it, and a copy's name begins with that of its result.
  const result = path.join(path.dirname(path.dirname(job.path)), 'results', `${job.name.split('-')[0]}.json`);
  const disclosure = parseDisclosure(JSON.parse(readFileSync(result, 'utf8')));
  const copy = Number(/-(\d+)\.pdf$/.exec(job.name)?.[1]);
  disclosure.source = { ...disclosure.source, name: job.name, sha256: job.sha256 };
  // Another department each: else all would be editions of one.
  disclosure.document.department = `${disclosure.document.department ?? ''}${copy}`;
  await recordDisclosure(opened, families, disclosure, { stamp: job.stamp, run: job.run, quarantined: false });
  return { outcome: disclosure.outcome, summary: summarize(disclosure), doubtful: 0, written: [], data: null };
});
