import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { archiveDocument } from '../../../src/archive/reader/document.js';
import type { ArchiveJob } from '../../../src/archive/reader/port.js';
import type { JobContext } from '../../../src/workers/serve.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { ask } from '../store.js';

const context: JobContext = { onPage: () => {}, uninterrupted: (work) => work() };

function jobOf(folder: string, store: string): ArchiveJob {
  const bytes = draw({ department: '甲县档案馆', year: 2021 });
  const file = path.join(folder, 'a.pdf');
  writeFileSync(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const destination = { to: 'caller', format: 'json' } as const;
  return { path: file, name: 'a.pdf', options: {}, destination, corrections: null, sha256, bytes: bytes.length, store, stamp: 's', run: 1 };
}

test('a document whose JSON cannot be written is told as a failure of the store, and read by the same child when it can', async () => {
  const store = path.join(temporaryFolder(), 'store');
  mkdirSync(store);
  // Whoever runs the test: no folder can be made below a file.
  writeFileSync(path.join(store, 'json'), '');
  const job = jobOf(temporaryFolder(), store);
  const result = await archiveDocument(job, context, families);
  expect(result).toMatchObject({ storeFailure: expect.stringContaining('The store cannot be used: '), data: null });
  expect(result.outcome.reason).toBeNull();
  expect(await ask(store, 'SELECT * FROM documents')).toEqual([]);

  rmSync(path.join(store, 'json'));
  expect((await archiveDocument(job, context, families)).storeFailure).toBeUndefined();
  expect(await ask(store, 'SELECT name, quarantined FROM documents')).toEqual([{ name: 'a.pdf', quarantined: 0 }]);
});

test('a store whose pages cannot be read is no failure of the document either', async () => {
  const store = path.join(temporaryFolder(), 'store');
  const job = { ...jobOf(temporaryFolder(), store), reading: 'reading' };
  // Whoever runs the test: a folder is no file.
  mkdirSync(path.join(store, 'pages', job.sha256.slice(0, 2), job.sha256.slice(2, 4), `${job.sha256}.json.gz`), { recursive: true });
  expect((await archiveDocument(job, context, families)).storeFailure).toContain('The store cannot be used');
  expect(await ask(store, 'SELECT * FROM documents')).toEqual([]);
});

test('a store that cannot be opened is no failure of the document either, and is opened again for the next', async () => {
  const store = path.join(temporaryFolder(), 'store');
  writeFileSync(store, 'a file where the folder should be');
  const job = jobOf(temporaryFolder(), store);
  expect((await archiveDocument(job, context, families)).storeFailure).toContain('cannot be made');
  rmSync(store);
  expect((await archiveDocument(job, context, families)).storeFailure).toBeUndefined();
});
