import { expect, test } from 'vitest';
import { whyRead } from '../../../src/archive/run/why.js';
import type { KnownDocument } from '../../../src/archive/store/documents.js';

const stamp = { bare: '1 ocr=auto', corrected: '1 ocr=auto corrections=abc' };
const document: KnownDocument = {
  sha256: 'a',
  name: 'a.pdf',
  stamp: stamp.corrected,
  quarantined: 0,
  reason: null,
  status: 'ok',
  message: null,
};
const options = { document: {}, retry: false };
const why = (known: KnownDocument | null, more = {}, hashBefore: string | null = 'a', isLost = false) =>
  whyRead({ document: known, hashBefore, sha256: 'a', isLost, stamp }, { ...options, ...more });

test('a document that is in the store as it would be read is not read', () => {
  expect(why(document)).toBeNull();
  expect(why({ ...document, quarantined: 1 })).toBeNull();
  expect(why({ ...document, reason: 'encrypted' })).toBeNull();
});

test('a document that the store does not have is new, lies in a file that changed, or was left by a run before', () => {
  expect(why(null, {}, null)).toBe('new');
  expect(why(null, {}, 'b')).toBe('changed');
  expect(why(null)).toBe('left');
});

test('a document whose JSON is lost is read again', () => {
  expect(why(document, {}, 'a', true)).toBe('lost');
});

test('a document that was read otherwise, or failed and may do better now, is read again', () => {
  expect(why({ ...document, stamp: '0 ocr=auto' })).toBe('stamp');
  expect(why({ ...document, stamp: '0 ocr=auto corrections=abc' })).toBe('stamp');
  expect(why({ ...document, stamp: stamp.bare })).toBe('corrections');
  expect(why({ ...document, stamp: '1 ocr=auto corrections=def' })).toBe('corrections');
  expect(why({ ...document, quarantined: 1 }, { retry: true })).toBe('retry');
  expect(why({ ...document, reason: 'wrong-password' }, { document: { password: 'x' } })).toBe('password');
});
