import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseDisclosure } from '../../schemas/disclosure.js';
import { DocumentPool } from '../../src/workers/document-pool.js';
import { MEGABYTE } from '../../src/workers/limits.js';
import { temporaryFolder } from '../cli/juesuan.js';
import { copySample } from './sample-job.js';

/** `silence`: ms, long enough for a busy machine to fill 600 MB or to load a second engine. */
const limits = { silence: 12_000, memory: 600 * MEGABYTE };
let folder: string;
let documents: DocumentPool;

beforeEach(() => {
  folder = temporaryFolder();
  documents = new DocumentPool({ jobs: 2, limits, entry: new URL('./document-child.mjs', import.meta.url) });
});

afterEach(async () => {
  await documents.close();
});

test('documents that hang, exceed their memory or crash get a failed JSON with the reason; the others are extracted', {
  timeout: 120_000,
}, async () => {
  const names = ['hangs.pdf', 'one.pdf', 'bursts.pdf', 'two.pdf', 'crashes.pdf', 'three.pdf'];
  const results = await Promise.all(names.map((name) => documents.extract(copySample(folder, name))));

  const sample = readFileSync(path.join(folder, 'one.pdf'));
  const source = { sha256: createHash('sha256').update(sample).digest('hex'), bytes: sample.length, mediaType: 'application/pdf' };
  const written = names.map((name) =>
    parseDisclosure(JSON.parse(readFileSync(path.join(folder, 'out', name.replace('.pdf', '.json')), 'utf8'))),
  );
  expect(written.map(({ outcome }) => outcome.reason)).toEqual(['timed-out', null, 'out-of-memory', null, 'internal', null]);
  expect(written.map((each) => each.source)).toMatchObject(names.map((name) => ({ ...source, name })));
  expect(written.map(({ outcome }) => outcome.message)).toEqual([
    'The document was given up: no page was finished within 12 s.',
    null,
    'The document was given up: it took more than 600 MB of memory.',
    null,
    'The process that read the document ended unexpectedly (SIGSEGV). This is a bug in juesuan: please report it.',
    null,
  ]);
  expect(results.map(({ outcome, summary }) => [outcome.status, summary.status])).toEqual(
    ['failed', 'ok', 'failed', 'ok', 'failed', 'ok'].map((status) => [status, status]),
  );
  expect(results.map((each) => each.written.length)).toEqual([1, 2, 1, 2, 1, 2]);
});
