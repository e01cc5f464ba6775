import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toJson } from '../../src/emit/json.js';
import type { ExtractOptions } from '../../src/pipeline/options.js';
import { type PageReader, readPages } from '../../src/pipeline/pages.js';
import { extractWithDraft } from '../../src/pipeline.js';
import { rememberPages } from '../../src/review/remember.js';
import { OTHER_SAMPLE, SAMPLE } from '../cli/juesuan.js';

const bytesOf = (file: string) => new Uint8Array(readFileSync(file));

const extract = async (bytes: Uint8Array, options: ExtractOptions, read?: PageReader) =>
  (await extractWithDraft(bytes, options, { read })).disclosure;

/** Stage 1 that counts how often it is asked. */
function counting(): { readonly read: PageReader; readonly times: () => number } {
  let times = 0;
  const read: PageReader = async (...all) => {
    times += 1;
    return await readPages(...all);
  };
  return { read, times: () => times };
}

test('a document read again gives the same, byte for byte, without being read', async () => {
  const { read, times } = counting();
  const remembered = rememberPages(read);
  const plain = toJson(await extract(bytesOf(SAMPLE), { name: 'a.pdf' }));
  const [one, two] = [
    await extract(bytesOf(SAMPLE), { name: 'a.pdf' }, remembered),
    await extract(bytesOf(SAMPLE), { name: 'a.pdf' }, remembered),
  ];
  expect([toJson(one), toJson(two)]).toEqual([plain, plain]);
  expect(times()).toBe(1);
});

test('another document, or the same read in another way, is read', async () => {
  const { read, times } = counting();
  const remembered = rememberPages(read);
  await extract(bytesOf(SAMPLE), {}, remembered);
  await extract(bytesOf(SAMPLE), { ocr: 'off' }, remembered);
  const other = await extract(bytesOf(OTHER_SAMPLE), {}, remembered);
  expect(times()).toBe(3);
  expect(other.document.year).toBe(2020);
});

test('pages on which OCR was cut short are not remembered', async () => {
  let times = 0;
  const remembered = rememberPages(async (...all) => {
    times += 1;
    const read = await readPages(...all);
    if (!('pages' in read)) throw new Error('the sample has pages');
    const cutShort = { ended: 'timed-out', tilt: 0 } as const;
    return { ...read, pages: read.pages.map((page) => ('problem' in page ? page : { ...page, ocr: cutShort })) };
  });
  await extract(bytesOf(OTHER_SAMPLE), {}, remembered);
  await extract(bytesOf(OTHER_SAMPLE), {}, remembered);
  expect(times).toBe(2);
});
