import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DocumentPool } from '../../src/workers/document-pool.js';
import { temporaryFolder } from '../cli/juesuan.js';
import { copySample } from './sample-job.js';

let folder: string;
let documents: DocumentPool;

beforeEach(() => {
  folder = temporaryFolder();
  documents = new DocumentPool({ jobs: 2, entry: new URL('./document-child.mjs', import.meta.url) });
});

afterEach(async () => {
  await documents.close();
});

test('pages are passed on, and the JSON of a document that crashes later has the number of its pages', async () => {
  const seen: number[] = [];
  await documents.extract(copySample(folder, 'crashes-on-page-3.pdf'), (page) => seen.push(page));
  expect(seen).toEqual([1, 2, 3]);
  expect(JSON.parse(readFileSync(path.join(folder, 'out/crashes-on-page-3.json'), 'utf8')).source.pages).toBe(31);
});

test('a document that crashes does not overwrite the result of another', async () => {
  const other = copySample(folder, 'other.pdf');
  writeFileSync(other.path, '<html>');
  const taken = { ...copySample(folder, 'crashes.pdf'), destination: other.destination };
  await documents.extract(other);
  const { outcome, written } = await documents.extract(taken);
  expect(outcome).toMatchObject({ status: 'failed', message: expect.stringContaining('never overwritten') });
  expect(written).toEqual([]);
});

test('a document that was deleted fails with a message', async () => {
  const deleted = copySample(folder, 'deleted.pdf');
  rmSync(deleted.path);
  const { outcome } = await documents.extract(deleted);
  expect(outcome).toEqual({ status: 'failed', reason: 'internal', message: `${deleted.path} cannot be read: it is no longer there.` });
  expect(existsSync(path.join(folder, 'out'))).toBe(false);
});
