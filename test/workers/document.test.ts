import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { pdfiumEngine } from '../../src/read/pdf/pdfium/engine.js';
import { extractDocument } from '../../src/workers/document.js';
import { OTHER_SAMPLE, SAMPLE, temporaryFolder } from '../cli/juesuan.js';

/** The report of the sample; `meanwhile` happens to its file once it has been read. */
async function report(meanwhile: (file: string) => void): Promise<string> {
  const folder = temporaryFolder();
  const [file, stem] = [path.join(folder, 'a.pdf'), path.join(folder, 'out')];
  copyFileSync(SAMPLE, file);
  const job = { path: file, name: 'a.pdf', options: {}, destination: { to: 'files', stem, formats: ['html'] } } as const;
  const onPage = (page: number) => page === 1 && meanwhile(file);
  const { written } = await extractDocument(job, { onPage, uninterrupted: (work) => work() });
  expect(written).toEqual([`${stem}.html`]);
  return readFileSync(`${stem}.html`, 'utf8');
}

test('a report shows the print of the document it was made from', async () => {
  expect((await report(() => {})).match(/<img /g)?.length).toBeGreaterThan(10);
});

test.each([
  ['another document', (file: string) => copyFileSync(OTHER_SAMPLE, file)],
  ['no document', (file: string) => writeFileSync(file, '')],
])('a report shows the print that was read, also where the file is %s by then', async (_, meanwhile) => {
  expect(await report(meanwhile)).toBe(await report(() => {}));
});

test('the bytes of a document are opened once, for reading and for the pictures of its report', async () => {
  const opened = vi.spyOn(pdfiumEngine, 'open');
  await report(() => {});
  expect(opened).toHaveBeenCalledTimes(1);
});
