import { expect, test } from 'vitest';
import { type PagePicture, picturesToPdf } from '../../../bench/picture-pdf.js';
import { extractWithDraft } from '../../../src/pipeline.js';
import { pagedOrThrow } from '../../../src/read/containers.js';
import { OutOfPixels } from '../../../src/read/errors.js';
import type { OcrEngines } from '../../../src/read/ocr/engines/port.js';
import { openToRead, readDocument } from '../../../src/read/read.js';

/** Pages with a black bar on each. */
function scan(pages: number): Uint8Array {
  const picture: PagePicture = { width: 300, height: 200, rgba: new Uint8Array(300 * 200 * 4).fill(255) };
  for (let x = 50; x < 250; x++) for (let y = 80; y < 90; y++) picture.rgba.set([0, 0, 0], (y * 300 + x) * 4);
  return picturesToPdf(
    Array.from({ length: pages }, () => picture),
    100,
  );
}

/** What comes of a scan where the engines see no print, and throw `errors`, one at each page. */
async function readWith(errors: readonly unknown[], pages: number) {
  const left = [...errors];
  const engines: OcrEngines = {
    detect: async () => {
      if (left.length > 0) throw left.shift();
      return [];
    },
    recognise: async (_, crops) => crops.map(() => []),
    readNumbers: async (_, crops) => crops.map(() => ''),
  };
  const { disclosure } = await extractWithDraft(
    scan(pages),
    {},
    {
      read: async (bytes, options) => {
        const source = pagedOrThrow(await openToRead(bytes, options));
        const read = await readDocument(source, { ...options, engines: async () => engines });
        await source.close();
        return { source: { pages: source.pages, producer: source.producer }, pages: read };
      },
    },
  );
  return disclosure;
}

const OURS = 'an error of ours, not of the document';

test.each([
  ['a RangeError of our own', new RangeError('Invalid array length'), `${OURS}: Invalid array length`],
  ['any other error of our own', new TypeError('nothing is no function'), `${OURS}: nothing is no function`],
  ['what is no error', 'stopped', `${OURS}: stopped`],
  ['a page with too many pixels', new OutOfPixels('a picture of 9 × 9 pixels is too large'), 'a picture of 9 × 9 pixels is too large'],
])('%s loses the page, says why, and the document goes on', async (_, error, problem) => {
  const { outcome, pages } = await readWith([error], 2);
  expect(pages.map(({ reason }) => reason)).toEqual(['internal', 'no-text']);
  expect(outcome).toMatchObject({ status: 'failed', reason: 'internal' });
  expect(outcome.message).toContain(`Page 1: OCR failed, ${problem}.`);
});

test('an error that strikes every page is said once', async () => {
  const { outcome } = await readWith(
    Array.from({ length: 3 }, () => new RangeError('Invalid array length')),
    3,
  );
  expect(outcome.message).toBe(
    `No page of the PDF can be read. Pages that could not be read: 1, 2, 3. Pages 1, 2, 3: OCR failed, ${OURS}: Invalid array length.`,
  );
});
