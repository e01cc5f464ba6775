import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toJson } from '../../src/emit/json.js';
import { extractDisclosure, type ReadPages, readPages } from '../../src/pipeline.js';
import { rememberPages } from '../../src/review/remember.js';
import { OTHER_SAMPLE, SAMPLE } from '../cli/juesuan.js';

const bytesOf = (file: string) => new Uint8Array(readFileSync(file));

/** Stage 1 that counts how often it is asked. */
function counting(): { readonly read: ReadPages; readonly times: () => number } {
  let times = 0;
  const read: ReadPages = async (...all) => {
    times += 1;
    return await readPages(...all);
  };
  return { read, times: () => times };
}

test('a document read again gives the same, byte for byte, without being read', async () => {
  const { read, times } = counting();
  const remembered = rememberPages(read);
  const plain = toJson(await extractDisclosure(bytesOf(SAMPLE), { name: 'a.pdf' }));
  const [one, two] = [
    await extractDisclosure(bytesOf(SAMPLE), { name: 'a.pdf' }, remembered),
    await extractDisclosure(bytesOf(SAMPLE), { name: 'a.pdf' }, remembered),
  ];
  expect([toJson(one), toJson(two)]).toEqual([plain, plain]);
  expect(times()).toBe(1);
});

test('another document, or the same read in another way, is read', async () => {
  const { read, times } = counting();
  const remembered = rememberPages(read);
  await extractDisclosure(bytesOf(SAMPLE), {}, remembered);
  await extractDisclosure(bytesOf(SAMPLE), { ocr: 'off' }, remembered);
  const other = await extractDisclosure(bytesOf(OTHER_SAMPLE), {}, remembered);
  expect(times()).toBe(3);
  expect(other.document.year).toBe(2020);
});

test('pages on which OCR was cut short are not remembered', async () => {
  let times = 0;
  const remembered = rememberPages(async (...all) => {
    times += 1;
    const pages = await readPages(...all);
    return pages.map((page) => ('problem' in page ? page : { ...page, ocr: { ended: 'timed-out' as const, tilt: 0 } }));
  });
  await extractDisclosure(bytesOf(OTHER_SAMPLE), {}, remembered);
  await extractDisclosure(bytesOf(OTHER_SAMPLE), {}, remembered);
  expect(times).toBe(2);
});
