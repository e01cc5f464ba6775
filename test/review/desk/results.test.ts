import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Of } from '../../../src/base/sha256.js';
import { PrivateFolder } from '../../../src/review/desk/private-folder.js';
import { Results } from '../../../src/review/desk/results.js';
import { FileVersion } from '../../../src/review/version.js';
import { withJudgements } from '../../../src/triage/edit.js';
import { extractDocument } from '../../../src/workers/document.js';
import { SAMPLE, temporaryFolder } from '../../cli/juesuan.js';
import { readSample } from '../../read-sample.js';

test('a report is kept until something is judged anew, and has what was judged', async () => {
  const folder = new PrivateFolder();
  onTestFinished(() => folder.remove());
  const file = path.join(temporaryFolder(), 'a.pdf');
  copyFileSync(SAMPLE, file);
  let made = 0;
  const results = new Results(
    folder,
    async (job) => {
      made += 1;
      return await extractDocument(job, { onPage: () => {}, uninterrupted: (work) => work() });
    },
    {},
  );
  const source = { id: '1', path: file, stem: 'a', version: new FileVersion(file) };
  const report = async () => Buffer.from((await results.one(source, 'html')).bytes).toString('utf8');
  expect(await report()).not.toContain('判定');
  await report();
  expect(made).toBe(1);
  const { findings } = await readSample('beiguan-2024');
  const document = { name: 'a.pdf', sha256: sha256Of(readFileSync(file)) };
  const judged = { finding: 0, was: null, now: { state: 'dismissed', note: '' } } as const;
  writeFileSync(file.replace('.pdf', '.triage.json'), JSON.stringify(withJudgements(null, document, findings, [judged], { by: '张三' })));
  expect(await report()).toContain('判定：误报（张三）');
  expect(made).toBe(2);
});
