import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { pdfiumEngine } from '../../src/read/pdf/pdfium/engine.js';
import { extractDocument } from '../../src/workers/document.js';
import { OTHER_SAMPLE, SAMPLE, temporaryFolder } from '../cli/juesuan.js';

/** The report of the sample. `onRead` is called with the path of its file when the first page has been read. */
async function report(onRead: (file: string) => void): Promise<string> {
  const folder = temporaryFolder();
  const [file, stem] = [path.join(folder, 'a.pdf'), path.join(folder, 'out')];
  copyFileSync(SAMPLE, file);
  const job = { path: file, name: 'a.pdf', options: {}, destination: { to: 'files', stem, formats: ['html'] } } as const;
  const onPage = (page: number) => page === 1 && onRead(file);
  const { written } = await extractDocument(job, { onPage, uninterrupted: (work) => work() });
  expect(written).toEqual([`${stem}.html`]);
  return readFileSync(`${stem}.html`, 'utf8');
}

let unchanged: Promise<string> | null = null;

/** The report of a file that does not change. It is made once, in the first test that needs it. */
function unchangedReport(): Promise<string> {
  unchanged ??= report(() => {});
  return unchanged;
}

test('a report shows the print of the document it was made from', async () => {
  expect((await unchangedReport()).match(/<img /g)?.length).toBeGreaterThan(10);
});

test.each([
  ['another document', (file: string) => copyFileSync(OTHER_SAMPLE, file)],
  ['no document', (file: string) => writeFileSync(file, '')],
])('a report shows the print that was read, also where the file is %s by then', async (_, change) => {
  expect(await report(change)).toBe(await unchangedReport());
});

test('the bytes of a document are opened once, for reading and for the pictures of its report', async () => {
  const opened = vi.spyOn(pdfiumEngine, 'open');
  await report(() => {});
  expect(opened).toHaveBeenCalledTimes(1);
});
