import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseDisclosure } from '../../schemas/disclosure.js';
import { Documents } from '../../src/workers/documents.js';
import type { DocumentJob } from '../../src/workers/job.js';
import { MEGABYTE } from '../../src/workers/limits.js';
import { SAMPLE, temporaryFolder } from '../cli/juesuan.js';

/** ms: long enough for a busy machine to fill 600 MB or to load a second engine. */
const limits = { silence: 12_000, memory: 600 * MEGABYTE };
let folder: string;
let documents: Documents;

beforeEach(() => {
  folder = temporaryFolder();
  documents = new Documents({ jobs: 2, limits, entry: new URL('./misbehaving-documents.mjs', import.meta.url) });
});

afterEach(async () => {
  await documents.close();
});

function job(name: string): DocumentJob {
  copyFileSync(SAMPLE, path.join(folder, name));
  const stem = path.join(folder, 'out', path.parse(name).name);
  return { path: path.join(folder, name), name, options: {}, destination: { to: 'files', stem, formats: ['json', 'csv'] } };
}

test('documents that hang, burst and crash are named and get a JSON that says why; the others are extracted', {
  timeout: 120_000,
}, async () => {
  const names = ['hangs.pdf', 'one.pdf', 'bursts.pdf', 'two.pdf', 'crashes.pdf', 'three.pdf'];
  const results = await Promise.all(names.map((name) => documents.extract(job(name))));

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

test('pages are passed on, and a document that crashes later still says how many it has', async () => {
  const seen: number[] = [];
  await documents.extract(job('crashes-on-page-3.pdf'), (page) => seen.push(page));
  expect(seen).toEqual([1, 2, 3]);
  expect(JSON.parse(readFileSync(path.join(folder, 'out/crashes-on-page-3.json'), 'utf8')).source.pages).toBe(31);
});

test('a document that crashes does not overwrite the result of another', async () => {
  const other = job('other.pdf');
  writeFileSync(other.path, '<html>');
  const taken = { ...job('crashes.pdf'), destination: other.destination };
  await documents.extract(other);
  const { outcome, written } = await documents.extract(taken);
  expect(outcome).toMatchObject({ status: 'failed', message: expect.stringContaining('never overwritten') });
  expect(written).toEqual([]);
});

test('a document that vanished fails in words', async () => {
  const vanished = job('vanished.pdf');
  rmSync(vanished.path);
  const { outcome } = await documents.extract(vanished);
  expect(outcome).toEqual({ status: 'failed', reason: 'internal', message: `${vanished.path} cannot be read: it is no longer there.` });
  expect(existsSync(path.join(folder, 'out'))).toBe(false);
});
