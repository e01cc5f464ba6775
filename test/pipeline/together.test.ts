import { expect, test } from 'vitest';
import { planTogether } from '../../src/cli/tasks.js';
import { UsageError } from '../../src/cli/usage.js';
import { extractTogether } from '../../src/pipeline.js';
import { docx, EXPENDITURE, p, xlsx } from '../read/office.js';

const WORKBOOK = {
  name: '表.xlsx',
  bytes: xlsx([
    {
      name: '支出',
      rows: [['支出决算表'], ['编制单位：大石县财政局', null, '2023年度', null, null, null, null, '单位：万元'], ...EXPENDITURE],
    },
  ]),
};
const text = (total: string) => ({
  name: '说明.docx',
  bytes: docx(p('一、支出决算情况说明') + p(`2023年度本年支出合计${total}万元，其中：基本支出80.25万元，项目支出20.25万元。`)),
});

test('a text and a workbook are one document: what the one says is held against what the other shows', async () => {
  const { disclosure } = await extractTogether([text('200.50'), WORKBOOK]);
  expect(disclosure.outcome.status).toBe('ok');
  expect(disclosure.source).toMatchObject({ name: '说明.docx + 表.xlsx', pages: 2, mediaType: 'multipart/mixed' });
  expect(disclosure.tables[0]?.rows[0]?.cells['total']).toMatchObject({ page: 2, box: null, ref: '表.xlsx 支出!C5' });
  const quoted = disclosure.findings.find(({ quote }) => quote?.text.includes('200.50'));
  expect(quoted?.quote).toMatchObject({ page: 1, box: null, ref: '说明.docx paragraph 2' });
});

test('where they agree, nothing is said', async () => {
  const { disclosure } = await extractTogether([text('100.50'), WORKBOOK]);
  expect(disclosure.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a correction of it is made for it, and one of a single file is told to be of another document', async () => {
  const files = [text('100.50'), WORKBOOK];
  const { source } = (await extractTogether(files)).disclosure;
  const entry = {
    kind: 'cell',
    page: 2,
    ref: '表.xlsx 支出!C5',
    was: { text: '100.50' },
    now: { text: '100.60' },
    reason: '核对',
    by: '甲',
  };
  const corrected = (sha256: string) => {
    const file = { $schema: 'corrections.schema.json', schemaVersion: '1', document: { name: 'a', sha256 }, corrections: [entry] };
    return extractTogether(files, { corrections: JSON.stringify(file) });
  };
  const { disclosure } = await corrected(source.sha256);
  expect(disclosure.tables[0]?.rows[0]?.cells['total']).toMatchObject({ text: '100.60', status: 'corrected', ref: '表.xlsx 支出!C5' });
  const refused = (await corrected('a'.repeat(64))).disclosure;
  expect(refused.findings.map(({ rule }) => rule)).toContain('CORRECTIONS-UNUSABLE');
});

test('a file that has pages, or cannot be read, is named, and nothing is a success', async () => {
  const pdf = { name: 'a.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.4\nstartxref\n9\n%%EOF')) };
  expect((await extractTogether([WORKBOOK, pdf])).disclosure.outcome).toMatchObject({
    status: 'failed',
    message: expect.stringMatching(/^a\.pdf: /u),
  });
});

test('one document alone cannot be joined', () => {
  const options = { out: 'out', formats: ['json' as const], document: {} };
  expect(() => planTogether([{ path: 'a.docx', stem: 'a' }], options)).toThrow(UsageError);
  const [task] = planTogether(
    ['a.docx', 'b.xlsx'].map((file) => ({ path: file, stem: file.slice(0, 1) })),
    options,
  );
  expect(task?.job).toMatchObject({
    path: 'a.docx',
    together: [
      { path: 'a.docx', name: 'a.docx' },
      { path: 'b.xlsx', name: 'b.xlsx' },
    ],
    name: 'a.docx + b.xlsx',
    destination: { stem: 'out/a' },
  });
});
