import { expect, test, vi } from 'vitest';
import { scanReader } from '../../../src/archive/reader/scanned-pages.js';
import type { OcrRun, Page } from '../../../src/model/page.js';
import type { ReadPages } from '../../../src/pipeline/pages.js';

const page = (ended?: OcrRun['ended']): Page => ({
  number: 1,
  width: 1,
  height: 1,
  rotation: 0,
  glyphs: [],
  rules: [],
  fills: [],
  images: [],
  ...(ended && { ocr: { ended, tilt: 0 } }),
});

const source = { pages: 1, producer: null };

/** Reads twice what a reader gives, as two runs do; tells how often it was asked, and what was kept. */
async function readTwice(given: ReadPages) {
  const readFresh = vi.fn(async () => given);
  const first = scanReader(null, readFresh);
  expect(first.scanned()).toBeNull();
  expect(await first.read(new Uint8Array(), {})).toEqual(given);
  const kept = first.scanned();
  const second = scanReader(kept, readFresh);
  expect(await second.read(new Uint8Array(), {})).toEqual(given);
  if (kept !== null) expect(second.scanned()).toBeNull();
  return { times: readFresh.mock.calls.length, kept };
}

test('a scan is read once', async () => {
  const scan = { source, pages: [page(), page('read')] };
  expect(await readTwice(scan)).toEqual({ times: 1, kept: scan });
});

test.each<[string, ReadPages]>([
  ['pages of text alone', { source, pages: [page()] }],
  ['a page that OCR took too long for', { source, pages: [page('read'), page('timed-out')] }],
  ['a page on which OCR failed', { source, pages: [page('failed')] }],
  ['pages for which OCR is not installed', { source, pages: [page('unavailable')] }],
  ['a document that could not be read', { source, failure: new Error('x') }],
])('not kept: %s', async (_case, given) => {
  expect(await readTwice(given)).toEqual({ times: 2, kept: null });
});
