import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { archiveFolders } from '../../../src/archive/run/folders.js';
import { resultStamp } from '../../../src/archive/run/stamp.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import type { Reason } from '../../../src/base/errors.js';
import { failedDisclosure } from '../../../src/pipeline/empty.js';
import { folderOf, newStore, silent } from '../store.js';

/** The documents that a run reads of three that this version has failed to read: without a password, with a wrong one, for another reason. */
async function readAgain(password: string | undefined): Promise<string[]> {
  const folder = folderOf({ 'closed.pdf': 'closed', 'wrong.pdf': 'wrong', 'broken.pdf': 'broken' });
  const store = await newStore();
  const record = async (content: string, reason: Reason) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const source = { name: `${content}.pdf`, sha256, bytes: content.length, mediaType: 'application/pdf', pages: null, producer: null };
    const by = { stamp: resultStamp('off'), run: 1, quarantined: false };
    await recordDisclosure(store, families, failedDisclosure(source, reason, reason), by);
  };
  await record('closed', 'encrypted');
  await record('wrong', 'wrong-password');
  await record('broken', 'damaged');
  const submitted: string[] = [];
  const reader = {
    submit: async ({ name }: { name: string }) => void submitted.push(name),
    settle: async () => {},
    drain: async () => [],
    close: async () => {},
  };
  const document = { ocr: 'off' as const, ...(password !== undefined && { password }) };
  await archiveFolders(
    { folders: [folder], location: 'store', document, retry: false },
    { store, reader, observer: silent, families, stop: new AbortController().signal },
  );
  return submitted.toSorted();
}

test('documents that did not open without a password, or with another, are read again by a run that has one; no others', async () => {
  expect(await readAgain('secret')).toEqual(['closed.pdf', 'wrong.pdf']);
  expect(await readAgain(undefined)).toEqual([]);
});
