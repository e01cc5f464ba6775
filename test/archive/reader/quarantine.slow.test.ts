import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RunObserver } from '../../../src/archive/run/observer.js';
import { runArchive } from '../../../src/archive/run/run.js';
import { openStore } from '../../../src/archive/store/open.js';
import { MEGABYTE } from '../../../src/workers/limits.js';
import { ROOT, temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { folderOf, silent } from '../store.js';

/** A child that dies of documents with a certain name, each time or only the first. */
const CHILD = `
import { existsSync, rmSync, writeFileSync } from 'node:fs';
const { serve } = await import(${JSON.stringify(`file://${path.join(ROOT, 'dist/src/workers/serve.js')}`)});
const { families } = await import(${JSON.stringify(`file://${path.join(ROOT, 'dist/extractors/families.js')}`)});
const { archiveDocument } = await import(${JSON.stringify(`file://${path.join(ROOT, 'dist/src/archive/reader/document.js')}`)});
await serve(async (job, context) => {
  if (job.name === 'deadly.pdf') process.kill(process.pid, 'SIGSEGV');
  if (job.name === 'bursts.pdf') for (const held = []; ; ) held.push(Buffer.alloc(16 * 1024 * 1024, 1));
  if (job.name === 'hangs.pdf') await new Promise(() => {});
  if (job.name === 'once.pdf' && !existsSync(job.path + '.died')) {
    writeFileSync(job.path + '.died', '');
    process.exit(7);
  }
  return await archiveDocument(job, context, families);
});
`;

test('the process that reads a document dies or hangs → it is replaced, the document tried once more unless it lacked memory, then quarantined → look at the document; --retry reads it once more', {
  timeout: 120_000,
}, async () => {
  const folder = folderOf({
    'bursts.pdf': draw({ department: '戊县档案馆', year: 2021 }),
    'deadly.pdf': draw({ department: '甲县档案馆', year: 2021 }),
    'hangs.pdf': draw({ department: '乙县档案馆', year: 2021 }),
    'once.pdf': draw({ department: '丙县档案馆', year: 2021 }),
    'well.pdf': draw({ department: '丁县档案馆', year: 2021 }),
  });
  const child = path.join(temporaryFolder(), 'child.mjs');
  writeFileSync(child, CHILD);
  const location = path.join(temporaryFolder(), 'store');
  const retried: string[] = [];
  const observer: RunObserver = { ...silent, retry: (file) => retried.push(path.basename(file)) };
  const run = (retry = false) =>
    runArchive(
      { folders: [folder], location, document: { ocr: 'auto' }, retry },
      { jobs: 2, observer, limits: { silence: 15_000, memory: 600 * MEGABYTE }, entry: new URL(`file://${child}`) },
    );

  expect(await run()).toMatchObject({ files: 5, extracted: 2, failed: 0, quarantined: 3 });
  expect(retried.toSorted()).toEqual(['deadly.pdf', 'hangs.pdf', 'once.pdf']);
  expect(existsSync(path.join(folder, 'once.pdf.died'))).toBe(true);
  const store = await openStore(location);
  expect(await store.database.all('SELECT name, status, reason, quarantined FROM documents ORDER BY name')).toEqual([
    { name: 'bursts.pdf', status: 'failed', reason: 'out-of-memory', quarantined: 1 },
    { name: 'deadly.pdf', status: 'failed', reason: 'internal', quarantined: 1 },
    { name: 'hangs.pdf', status: 'failed', reason: 'timed-out', quarantined: 1 },
    { name: 'once.pdf', status: 'ok', reason: null, quarantined: 0 },
    { name: 'well.pdf', status: 'ok', reason: null, quarantined: 0 },
  ]);
  await store.close();

  expect(await run()).toMatchObject({ skipped: 5, extracted: 0, quarantined: 0 });
  rmSync(path.join(folder, 'hangs.pdf'));
  expect(await run(true)).toMatchObject({ skipped: 2, gone: 1, quarantined: 2 });
});
