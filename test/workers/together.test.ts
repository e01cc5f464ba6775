import path from 'node:path';
import { expect, test } from 'vitest';
import { fileToDisclosure } from '../../src/workers/document.js';
import { identifyJob } from '../../src/workers/source.js';
import { folderOf } from '../archive/store.js';
import { docx, p, xlsx } from '../read/office.js';

const FILES = { 'a.docx': docx(p('说明')), 'b.xlsx': xlsx([{ name: '表', rows: [['合计', 1]] }]) };

function jobIn(folder: string) {
  const together = Object.keys(FILES).map((name) => ({ path: path.join(folder, name), name }));
  return {
    path: path.join(folder, 'a.docx'),
    name: 'a.docx + b.xlsx',
    together,
    options: {},
    destination: { to: 'caller', format: 'json' },
  } as const;
}

test('files that are one document are known by the same hash, whether they are read or only their bytes', async () => {
  const job = jobIn(folderOf(FILES));
  const { source } = await fileToDisclosure(job, () => {});
  expect({ ...source, pages: null }).toEqual(await identifyJob(job));
  expect(source.files?.map(({ name }) => name)).toEqual(['a.docx', 'b.xlsx']);
});

test('one that is empty is named, and the failure is that of all', async () => {
  const job = jobIn(folderOf({ ...FILES, 'b.xlsx': '' }));
  const { source, outcome } = await fileToDisclosure(job, () => {});
  expect(outcome).toMatchObject({ status: 'failed', reason: 'empty-file', message: expect.stringMatching(/^b\.xlsx: /) });
  expect(source.sha256).toBe((await identifyJob(job)).sha256);
});

test('corrections beside the first file are those of the document', async () => {
  const corrections = JSON.stringify({ schemaVersion: '1', document: { sha256: '0'.repeat(64) }, corrections: [] });
  const { findings } = await fileToDisclosure(jobIn(folderOf({ ...FILES, 'a.corrections.json': corrections })), () => {});
  expect(findings.map(({ message }) => message).join()).toContain('更正文件');
});
