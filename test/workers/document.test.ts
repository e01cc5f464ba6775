import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { sha256Of } from '../../src/base/sha256.js';
import { pdfiumEngine } from '../../src/read/pdf/pdfium/engine.js';
import { withJudgements } from '../../src/triage/edit.js';
import { extractDocument } from '../../src/workers/document.js';
import { OTHER_SAMPLE, SAMPLE, temporaryFolder } from '../cli/juesuan.js';
import { readSample } from '../read-sample.js';

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

describe('judgements', () => {
  const bytes = readFileSync(SAMPLE);
  const findings = async () => (await readSample('beiguan-2024')).findings;

  async function run(triageAt: string | null): Promise<Record<string, string>> {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'out'));
    copyFileSync(SAMPLE, path.join(folder, 'a.pdf'));
    const judged = { finding: 0, was: null, now: { state: 'ask', note: '去电询问' } } as const;
    const triage = withJudgements(null, { name: 'a.pdf', sha256: sha256Of(bytes) }, await findings(), [judged], { by: '张三' });
    if (triageAt !== null) writeFileSync(path.join(folder, triageAt), JSON.stringify(triage));
    const destination = { to: 'files', stem: path.join(folder, 'out/a'), formats: ['json', 'csv', 'xlsx', 'html'] } as const;
    const job = { path: path.join(folder, 'a.pdf'), name: 'a.pdf', options: {}, destination };
    // The second run finds its own results and the judgements again.
    for (const _ of triageAt === 'a.triage.json' ? ['first', 'second'] : ['only'])
      await extractDocument(job, { onPage: () => {}, uninterrupted: (work) => work() });
    if (triageAt !== null) expect(readFileSync(path.join(folder, triageAt), 'utf8')).toBe(JSON.stringify(triage));
    return Object.fromEntries(
      ['json', 'values.csv', 'html'].map((ending) => [ending, readFileSync(path.join(folder, `out/a.${ending}`), 'utf8')]),
    );
  }

  test('stay where they are when a document is read again, and stand in its report; what the document says does not change', async () => {
    const [beside, ofResults, none] = [await run('a.triage.json'), await run('out/a.triage.json'), await run(null)];
    for (const judged of [beside, ofResults]) {
      expect(judged['html']).toContain('判定：待问（张三）</strong>　备注：去电询问');
      expect({ ...judged, html: '' }).toEqual({ ...none, html: '' });
    }
    expect(none['html']).not.toContain('判定');
  });
});
